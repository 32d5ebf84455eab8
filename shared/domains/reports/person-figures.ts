import * as z from 'zod'
import { derivedUuid, type DepartmentId } from '../../ids.ts'
import { Instant } from '../../time.ts'

/**
 * Whether the team lead's desk of a department shows figures per person. Off until somebody names the agreement with the
 * staff council it rests on. Kept as a setting in the department's scope: everybody who works there has it on their desk.
 */
export const PersonFigures = z.object({
  isOn: z.boolean(),
  /** What it rests on, as it is cited: "Dienstvereinbarung vom 3. Mai 2026, § 4". */
  agreement: z.string().max(300),
  byName: z.string().max(120),
  at: Instant,
})
export type PersonFigures = Readonly<z.infer<typeof PersonFigures>>

export const PERSON_FIGURES_KEY = 'person-figures'

/** The row of a department's setting. */
export const personFiguresId = (departmentId: DepartmentId): string => derivedUuid(departmentId, PERSON_FIGURES_KEY)
