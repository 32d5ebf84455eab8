import { oc } from '@orpc/contract'
import * as z from 'zod'
import { PersonId } from '../ids.ts'

/** How many open cases wait for one day or another. Days are German days; a case is due until its day has passed. */
export const DueCounts = z.object({
  overdue: z.int(),
  today: z.int(),
  /** From tomorrow to the seventh day from today. */
  soon: z.int(),
  /** Wiedervorlagen: the day has come, or the answer has. */
  followUps: z.int(),
  /** The clock has stood still for longer than `RESTING_DAYS`. */
  resting: z.int(),
})
export type DueCounts = Readonly<z.infer<typeof DueCounts>>

export const SOON_DAYS = 7
export const RESTING_DAYS = 14

/** One row: a person, or the cases nobody holds (both null). */
export const DueRow = z.object({ personId: PersonId.nullable(), name: z.string().nullable(), ...DueCounts.shape })
export type DueRow = Readonly<z.infer<typeof DueRow>>

export const Due = z.object({
  /** Today, `2026-11-22`, by the desk's clock. */
  today: z.iso.date(),
  /** The person's own cases and those of the persons they stand in for. */
  own: z.array(DueRow),
  /** For leads: everybody who holds cases in the departments they lead, and what nobody holds; empty for others. */
  team: z.array(DueRow),
})
export type Due = Readonly<z.infer<typeof Due>>

export const dueQueries = { due: oc.output(Due) }
