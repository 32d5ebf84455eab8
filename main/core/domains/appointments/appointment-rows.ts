import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { fromColumns } from '../../cache/columns.ts'
import type { Database } from '../../cache/database.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** As many as a person reads through to find somebody. */
const MOST_FOUND = 50

/** The service's rows that no pending change replaces, and what pending changes make of the others, where `condition` holds. */
const shownWhere = (condition: string): string => `
  SELECT *, 0 AS pending FROM appointments WHERE ${condition} AND id NOT IN (SELECT id FROM appointments_overlay)
  UNION ALL SELECT *, 1 AS pending FROM appointments_overlay WHERE ${condition}`

const AT = `${shownWhere('place_id = @placeId AND starts_at >= @from AND starts_at < @until')} ORDER BY starts_at, id`
const FROM = `${shownWhere('place_id = @placeId AND starts_at >= @from')} ORDER BY starts_at, id`
const ALL = shownWhere('TRUE')

/** What begins at a place from one moment until before another. */
export const appointmentsAt = (db: Database, placeId: PlaceId, from: Instant, until: Instant): ShownAppointment[] =>
  statement(db, AT).all({ placeId, from, until }).map(shown)

export const appointmentsFrom = (db: Database, placeId: PlaceId, from: Instant): ShownAppointment[] =>
  statement(db, FROM).all({ placeId, from }).map(shown)

/** Of all places, whose name, address or number has `text` in it, however it is accented; nearest to `now` first. */
export function appointmentsNamed(db: Database, text: string, now: Instant): ShownAppointment[] {
  const wanted = sortKey(text.trim())
  const digits = text.replaceAll(/\D/g, '')
  const isMeant = ({ name, email, phone }: Appointment): boolean =>
    sortKey(name).includes(wanted) || (email ?? '').toLowerCase().includes(wanted) || (digits.length > 2 && (phone ?? '').replaceAll(/\D/g, '').includes(digits))
  const distance = ({ startsAt }: Appointment): number => Math.abs(Date.parse(startsAt) - Date.parse(now))
  return statement(db, ALL).all().map(shown).filter(isMeant).toSorted((one, other) => distance(one) - distance(other)).slice(0, MOST_FOUND)
}

function shown(found: unknown): ShownAppointment {
  const { pending, ...row } = found as Record<string, unknown>
  return { ...(fromColumns('appointments', row) as Appointment), isPending: pending === 1 }
}
