import type { TemplateProblem } from '../../../shared/domains/letters/template-problems.ts'

export const PART_NAMES = ['head', 'text', 'asked', 'remedies'] as const
export type PartName = (typeof PART_NAMES)[number]

const PARTS: Readonly<Record<string, PartName>> = { subject: 'text', paragraphs: 'text', asked: 'asked', remedies: 'remedies' }

/** The part of the editor in which a problem is shown. */
export const partOf = ({ path }: TemplateProblem): PartName => PARTS[path.split('.')[0] ?? ''] ?? 'head'
