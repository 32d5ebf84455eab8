import { oc } from '@orpc/contract'
import * as z from 'zod'
import { DepartmentId } from '../ids.ts'
import { Instant } from '../time.ts'

/** Days in Germany, both included. */
export const TownFiguresQuery = z.object({ from: z.iso.date(), to: z.iso.date() })
export type TownFiguresQuery = z.infer<typeof TownFiguresQuery>

/** Counts of cases: how things stand now, and what the period brought. */
export const Totals = z.object({
  open: z.int(), unassigned: z.int(), proposed: z.int(), overdue: z.int(), waiting: z.int(),
  /** When the oldest open case came in. */
  oldestAt: Instant.nullable(),
  received: z.int(),
  /** Of the received ones, those that came through the portal. */
  digital: z.int(),
  /** Null where that would be about too few persons or cases, as for leads; `late`: decided after their period had ended. */
  work: z.object({ decided: z.int(), late: z.int().nullable() }).nullable(),
})
export type Totals = z.infer<typeof Totals>

/** The town in figures, with nothing about a person or a single case. */
export const TownFigures = z.object({
  at: Instant,
  total: Totals,
  departments: z.array(Totals.extend({ departmentId: DepartmentId, name: z.string() })),
})
export type TownFigures = z.infer<typeof TownFigures>

/** Figures for those who hold no cases, under `/v1`; leads work theirs out from the rows of their desk. */
export const reportsContract = {
  town: oc
    .route({ method: 'GET', path: '/reports/town', tags: ['reports'], summary: 'The whole town in figures per department, for administrators' })
    .input(TownFiguresQuery)
    .output(TownFigures),
}
