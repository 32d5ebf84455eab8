import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { Visit } from '../../../../shared/domains/appointments/statistics.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { AppointmentId, PlaceId } from '../../../../shared/ids.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** As many as a person reads through to find somebody. */
const MOST_FOUND = 50

const AT = `${shownWhere('appointments', 'place_id = @placeId AND starts_at >= @from AND starts_at < @until')} ORDER BY starts_at, id`
const FROM = `${shownWhere('appointments', 'place_id = @placeId AND starts_at >= @from')} ORDER BY starts_at, id`
const ONE = shownWhere('appointments', 'id = @id')
const ALL = shownWhere('appointments', 'TRUE')
const VISITS = shownWhere('appointments', 'place_id = @placeId AND starts_at >= @from AND starts_at < @until', `service_ids AS serviceIds, channel, status, resource_id AS resourceId,
  starts_at AS startsAt, occupied_from AS occupiedFrom, occupied_until AS occupiedUntil, created_at AS createdAt, waiting_since AS waitingSince,
  called_at AS calledAt, serving_since AS servingSince, served_by AS servedBy, ended_at AS endedAt, stays`)

/** What begins at a place from one moment until before another. */
export const appointmentsAt = (db: Database, placeId: PlaceId, from: Instant, until: Instant): ShownAppointment[] =>
  statement(db, AT).all({ placeId, from, until }).map(shownAppointment)

export const appointmentsFrom = (db: Database, placeId: PlaceId, from: Instant): ShownAppointment[] =>
  statement(db, FROM).all({ placeId, from }).map(shownAppointment)

export function appointmentById(db: Database, id: AppointmentId): ShownAppointment | undefined {
  const found = statement(db, ONE).get({ id })
  return found === undefined ? undefined : shownAppointment(found)
}

/** The same for counting: without a word about the persons, and without the time that would take for a whole year. */
export function visitsAt(db: Database, placeId: PlaceId, from: Instant, until: Instant): readonly Visit[] {
  // Most come for the same few things, and are not sent on: each list is read once.
  const serviceIdsOf = readOnce(text => JSON.parse(text) as Visit['serviceIds'])
  const staysOf = readOnce(text => JSON.parse(text) as Visit['stays'])
  const rows = statement(db, VISITS).all({ placeId, from, until }) as (Omit<Visit, 'serviceIds' | 'stays'> & Readonly<Record<'serviceIds' | 'stays', string>>)[]
  return rows.map(row => Object.assign(row, { serviceIds: serviceIdsOf(row.serviceIds), stays: staysOf(row.stays) }))
}

function readOnce<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return text => {
    const value = known.get(text) ?? read(text)
    known.set(text, value)
    return value
  }
}

/** Appointments of people under secrecy: few, whatever the desk holds. */
const SECRET = `SELECT record_id FROM secrecy_marks WHERE record_table = 'appointments' AND person_id IN (SELECT id FROM secrecies)`

/** Of all places, whose name, address or number has `text` in it, however it is accented; under a secrecy only by the name. Nearest to `now` first. */
export function appointmentsNamed(db: Database, text: string, now: Instant): ShownAppointment[] {
  const wanted = sortKey(text.trim())
  const digits = text.replaceAll(/\D/g, '')
  const secret = new Set(statement(db, SECRET).pluck().all() as string[])
  const isReachedSo = ({ id, email, phone }: StoredPerson): boolean =>
    !secret.has(id) && ((email ?? '').toLowerCase().includes(wanted) || (digits.length > 2 && (phone ?? '').replaceAll(/\D/g, '').includes(digits)))
  const isMeant = (person: StoredPerson): boolean => sortKey(person.name).includes(wanted) || isReachedSo(person)
  const distance = ({ starts_at: startsAt }: StoredPerson): number => Math.abs(msOf(startsAt) - msOf(now))
  const all = statement(db, ALL).all() as StoredPerson[]
  return all.filter(isMeant).toSorted((one, other) => distance(one) - distance(other)).slice(0, MOST_FOUND).map(shownAppointment)
}

/** What a search reads of a stored row: the few that are found are unpacked, not all that are there. */
interface StoredPerson extends Pick<Appointment, 'id' | 'name' | 'email' | 'phone'> {
  readonly starts_at: Instant
}

export const shownAppointment = (found: unknown): ShownAppointment => shownRow('appointments', found)
