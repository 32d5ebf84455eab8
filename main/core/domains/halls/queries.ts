import type { ShownHallBooking } from '../../../../shared/contract/halls.ts'
import type { Hall, HallBooking } from '../../../../shared/domains/halls/tables.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { fromColumns } from '../../cache/columns.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** What is asked about houses that are let; all of it is answered without the service. */
export interface HallQueries {
  list(): Hall[]
  between(fromDay: string, toDay: string): ShownHallBooking[]
  open(): ShownHallBooking[]
}

/** The service's rows that no pending change replaces, and what pending changes make of the others, where `condition` holds. */
const shownWhere = (condition: string): string => `
  SELECT *, 0 AS pending FROM hall_bookings WHERE ${condition} AND id NOT IN (SELECT id FROM hall_bookings_overlay)
  UNION ALL SELECT *, 1 AS pending FROM hall_bookings_overlay WHERE ${condition} ORDER BY starts_at, id`

const BETWEEN = shownWhere('occupied_until > @from AND occupied_from < @until')
const OPEN = shownWhere("status IN ('requested', 'approved', 'contracted', 'handed-over')")

export const createHallQueries = ({ cache: { db } }: { readonly cache: { readonly db: Database } }): HallQueries => ({
  list: () => effectiveAll(db, 'halls').toSorted((one, other) => one.position - other.position || (sortKey(one.name) < sortKey(other.name) ? -1 : 1)),
  between: (fromDay, toDay) => statement(db, BETWEEN).all({ from: startOfGermanDay(fromDay), until: startOfGermanDay(plusCalendarDays(toDay, 1)) }).map(shown),
  open: () => statement(db, OPEN).all().map(shown),
})

function shown(found: unknown): ShownHallBooking {
  const { pending, ...row } = found as Record<string, unknown>
  return { ...(fromColumns('hall_bookings', row) as HallBooking), isPending: pending === 1 }
}
