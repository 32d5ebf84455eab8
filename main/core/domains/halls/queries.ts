import type { ShownHallBooking } from '../../../../shared/contract/halls.ts'
import type { Hall } from '../../../../shared/domains/halls/tables.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** What is asked about houses that are let; all of it is answered without the service. */
export interface HallQueries {
  list(): Hall[]
  between(fromDay: string, toDay: string): ShownHallBooking[]
  open(): ShownHallBooking[]
}

const BETWEEN = `${shownWhere('hall_bookings', 'occupied_until > @from AND occupied_from < @until')} ORDER BY starts_at, id`
const OPEN = `${shownWhere('hall_bookings', "status IN ('requested', 'approved', 'contracted', 'handed-over')")} ORDER BY starts_at, id`

export const createHallQueries = ({ cache: { db } }: { readonly cache: { readonly db: Database } }): HallQueries => ({
  list: () => effectiveAll(db, 'halls').toSorted((one, other) => one.position - other.position || (sortKey(one.name) < sortKey(other.name) ? -1 : 1)),
  between: (fromDay, toDay) => statement(db, BETWEEN).all({ from: startOfGermanDay(fromDay), until: startOfGermanDay(plusCalendarDays(toDay, 1)) }).map(shown),
  open: () => statement(db, OPEN).all().map(shown),
})

const shown = (found: unknown): ShownHallBooking => shownRow('hall_bookings', found)
