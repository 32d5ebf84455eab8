import { sql, type Transaction } from 'kysely'
import type { Appointment, Place } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { WhoComes } from '../../../../shared/wire/booking.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import type { Schema } from '../../../store/schema.ts'
import { appointmentMail } from '../mail/jobs.ts'
import { writeBooking } from './booking-row.ts'
import { changeByLink, type Opened } from './by-link.ts'
import { isOnlyHeld } from './hold.ts'
import { forgetHolder } from './open-holds.ts'
import { publicOffer } from './offer.ts'
import type { BookingParts } from './parts.ts'
import { withNextFree } from './pick-time.ts'

/**
 * Says who comes: the held time is booked. Somebody who took longer than the time was kept gets it all the same while nobody
 * else has taken it.
 */
export async function confirmBooking(parts: BookingParts, link: string, sent: WhoComes): Promise<Result<Appointment>> {
  const who = reachable(sent)
  if (!who.ok) return who
  return changeByLink(parts, link, opened => confirmIn(opened, parts.townId, who.value))
}

/** Somebody with a name who can be told when the appointment cannot take place. */
function reachable({ name, email, phone, note }: WhoComes): Result<WhoComes> {
  const who = { name: name.trim(), email: email?.trim() || null, phone: phone?.trim() || null, note: note.trim() }
  if (!who.name) return refuse('appointments/name-missing')
  return who.email === null && who.phone === null ? refuse('appointments/contact-missing') : ok(who)
}

async function confirmIn({ trx, row, place, now }: Opened, townId: TownId, who: WhoComes): Promise<Result<Appointment>> {
  if (!isOnlyHeld(row)) return isSame(row, who) ? ok(row) : refuse('appointments/wrong-status', { status: row.status })
  const offer = await publicOffer(trx, townId, row, { lock: false })
  if (!offer.ok) return offer
  const most = place.maxPerEmail
  if (most !== null && (await openAppointments(trx, townId, place, who, now)) >= most) return refuse('appointments/too-many-open', { most })
  const isExpired = row.status === 'cancelled' || row.heldUntil === null || row.heldUntil <= now
  const times = { db: trx, townId, offer: offer.value, now, except: row.id }
  if (row.startsAt <= now) return withNextFree(times, now, 'appointments/hold-expired')
  const booked = await writeBooking(trx, townId, { ...row, ...who, status: 'booked', heldUntil: null, endedAt: null }, 'booking.confirm', now)
  if (!booked.ok) return withNextFree(times, row.startsAt, isExpired ? 'appointments/hold-expired' : booked.error.code)
  await forgetHolder(trx, townId, row.id)
  await enqueue(trx, townId, [appointmentMail(booked.value, 'confirmed')].filter(job => job !== null), now)
  return booked
}

const isSame = (row: Appointment, who: WhoComes): boolean =>
  row.status === 'booked' && row.name === who.name && row.email === who.email && row.phone === who.phone && row.note === who.note

/** Appointments ahead of whoever is reached by this address, or without one by this number. */
async function openAppointments(trx: Transaction<Schema>, townId: TownId, { id }: Place, { email, phone }: WhoComes, now: Instant): Promise<number> {
  const reached = email === null ? sql<boolean>`email is null and regexp_replace(phone, '\\D', '', 'g') = ${(phone ?? '').replaceAll(/\D/g, '')}` : sql<boolean>`lower(email) = lower(${email})`
  const rows = await trx
    .selectFrom('appointments')
    .select('id')
    .where('town_id', '=', townId)
    .where('place_id', '=', id)
    .where('status', '=', 'booked')
    .where('starts_at', '>', now)
    .where(reached)
    .execute()
  return rows.length
}
