import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Suggestion } from '../domains/staff/tables.ts'

export const suggestionQueries = {
  /** All of the town, newest first. */
  list: oc.output(z.object({ suggestions: z.array(Suggestion) })),
}
