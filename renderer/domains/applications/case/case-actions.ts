import type * as z from 'zod'
import type { WholeCase } from '../../../../shared/contract/applications.ts'
import type { Refusals } from '../case-rules.ts'

export type Whole = z.infer<typeof WholeCase>

export interface DecisionProps {
  readonly whole: Whole
  readonly refusals: Refusals
}
