import type { MonthDay, MonthQuestion } from '../../../../shared/contract/appointments.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { Database } from '../../cache/database.ts'
import { shownWhere } from '../../cache/shown-rows.ts'
import { statement } from '../../cache/statements.ts'
import { shownAppointment } from './appointment-rows.ts'

/** As many as have room in a day of a month. */
const FIRST_ENTRIES = 3

/** As the filters of the calendar mean it: empty lists filter nothing, except that what was cancelled is counted only where it is asked for. */
const MEANT = `place_id = @placeId AND starts_at >= @from AND starts_at < @until AND resource_id IS NOT NULL
  AND (@counters = '[]' OR resource_id IN (SELECT value FROM json_each(@counters)))
  AND (@services = '[]' OR EXISTS (SELECT 1 FROM json_each(service_ids) WHERE value IN (SELECT value FROM json_each(@services))))
  AND iif(@statuses = '[]', status <> 'cancelled', status IN (SELECT value FROM json_each(@statuses)))`
const COUNT = `SELECT count(*) FROM (${shownWhere('appointments', MEANT, 'id')})`
const FIRST = `${shownWhere('appointments', MEANT)} ORDER BY starts_at, id LIMIT ${FIRST_ENTRIES}`

/** How much there is on each day, and what comes first: a month has thousands of rows, of which nobody sees more. */
export function monthOf(db: Database, { placeId, fromDay, toDay, counters, services, statuses }: MonthQuestion): MonthDay[] {
  const filters = { placeId, counters: JSON.stringify(counters), services: JSON.stringify(services), statuses: JSON.stringify(statuses) }
  const days: MonthDay[] = []
  for (let day = fromDay; day <= toDay; day = plusCalendarDays(day, 1)) {
    const asked = { ...filters, from: startOfGermanDay(day), until: startOfGermanDay(plusCalendarDays(day, 1)) }
    const count = statement(db, COUNT).pluck().get(asked) as number
    days.push({ day, count, first: count > 0 ? statement(db, FIRST).all(asked).map(shownAppointment) : [] })
  }
  return days
}
