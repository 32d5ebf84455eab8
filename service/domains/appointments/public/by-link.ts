import type { Transaction } from 'kysely'
import type { Appointment, Place } from '../../../../shared/domains/appointments/tables.ts'
import { refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { changeableUntil } from '../mail/appointment-facts.ts'
import { findAppointment } from '../appointment-rows.ts'
import type { BookingParts } from './parts.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'

/** The appointment of a link. A link that was made here and leads to nothing was a time nobody confirmed. */
export async function appointmentByLink({ database, townId, links }: BookingParts, link: string): Promise<Result<Appointment>> {
  const id = await links.appointmentOf(townId, link)
  if (id === null) return refuse('appointments/wrong-link')
  const row = await findAppointment(database.db, townId, id, false)
  return row ? { ok: true, value: row } : refuse('appointments/hold-expired')
}

/** An appointment in the transaction that changes it. */
export interface Opened {
  readonly trx: Transaction<Schema>
  readonly row: Appointment
  readonly place: Place
  readonly now: Instant
}

/** Decides on the appointment of a link in one transaction; its place is held, so that bookings there come one after the other. */
export async function changeByLink(parts: BookingParts, link: string, decide: (opened: Opened) => Promise<Result<Appointment>>): Promise<Result<Appointment>> {
  const { database, townId, clock } = parts
  const found = await appointmentByLink(parts, link)
  if (!found.ok) return found
  const { id, placeId } = found.value
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const place = (await loadRecords(trx, townId, [{ table: 'places', id: placeId }], true)).get(`places/${placeId}`) as Place
    const row = await findAppointment(trx, townId, id, true)
    return row ? decide({ trx, row, place, now }) : refuse('appointments/hold-expired')
  })
}

/** Why a booked appointment can no longer be moved or cancelled by its link. */
export function changeProblem({ row, place, now }: Opened): ReturnType<typeof refuse> | null {
  if (row.status !== 'booked') return refuse('appointments/wrong-status', { status: row.status })
  return now > changeableUntil({ appointment: row, place, services: [] }) ? refuse('appointments/too-late-to-change') : null
}
