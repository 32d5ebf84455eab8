import type { LetterKind } from '../../../shared/domains/letters/tables.ts'
import type { TemplateProblem } from '../../../shared/domains/letters/template-problems.ts'

const PART_NAMES = ['head', 'text', 'asked', 'remedies'] as const
export type PartName = (typeof PART_NAMES)[number]

/** The parts of a template: nobody is asked for anything while notices are made. */
export const partsFor = (outcome: LetterKind): readonly PartName[] => (outcome === 'notice' ? PART_NAMES.filter(name => name !== 'asked') : PART_NAMES)

const PARTS: Readonly<Record<string, PartName>> = { subject: 'text', paragraphs: 'text', asked: 'asked', remedies: 'remedies' }

/** The part of the editor in which a problem is shown. */
export const partOf = ({ path }: TemplateProblem): PartName => PARTS[path.split('.')[0] ?? ''] ?? 'head'
