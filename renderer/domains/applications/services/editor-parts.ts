import type { ComponentType } from 'react'
import type { ServiceProblem } from '../../../../shared/domains/applications/draft-problem.ts'
import { ContactPart, DeadlinePart, GeneralPart, ReleasePart, RetentionPart, type PartProps } from './general-parts.tsx'
import { AutomaticPart, DocumentsPart, FeesPart, StepsPart } from './list-parts.tsx'

export const PART_NAMES = ['general', 'form', 'steps', 'automatic', 'deadline', 'fees', 'documents', 'contact', 'retention', 'release'] as const
export type PartName = (typeof PART_NAMES)[number]

/** The parts of a service besides its form. */
export const PARTS: Readonly<Record<Exclude<PartName, 'form'>, ComponentType<PartProps>>> = {
  general: GeneralPart, steps: StepsPart, automatic: AutomaticPart, deadline: DeadlinePart, fees: FeesPart, documents: DocumentsPart,
  contact: ContactPart, retention: RetentionPart, release: ReleasePart,
}

const NAMED_OTHERWISE: Readonly<Record<string, PartName>> = {
  title: 'general', description: 'general', departmentId: 'general', legalBasis: 'general', singleUpToCents: 'release',
}

/** The part of the editor in which a problem is shown. */
export function partOf({ path }: ServiceProblem): PartName {
  const first = path.split('.')[0] ?? ''
  return NAMED_OTHERWISE[first] ?? PART_NAMES.find(name => name === first) ?? 'general'
}
