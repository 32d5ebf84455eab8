import type { Transaction } from 'kysely'
import { NOT_HERE_YET, timesAt } from '../../../../shared/domains/appointments/booking.ts'
import type { Appointment, Resource } from '../../../../shared/domains/appointments/tables.ts'
import { AppointmentId, derivedUuid, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'
import type { HoldAsked } from '../../../../shared/wire/booking.ts'
import type { Schema } from '../../../store/schema.ts'
import { findAppointment } from '../appointment-rows.ts'
import { writeBooking } from './booking-row.ts'
import { mayHold, noteHold } from './open-holds.ts'
import { publicOffer, type PublicOffer } from './offer.ts'
import type { BookingParts } from './parts.ts'
import { pickTime } from './pick-time.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'

const MINUTE_MS = 60_000

/** The booking that a key makes, however often it comes. */
export const bookingIdOf = (townId: TownId, key: string): AppointmentId =>
  AppointmentId.parse(derivedUuid(`booking/${townId}/${key.toLowerCase()}`, 'appointment'))

/** Keeps a free time for a few minutes at a counter that citizens may book; the key again with another time moves the hold. */
export async function holdTime(parts: BookingParts, sent: HoldAsked, address: string): Promise<Result<Appointment>> {
  const { database, townId, clock, holderOf } = parts
  const asked = { ...sent, serviceIds: [...new Set(sent.serviceIds)] }
  const id = bookingIdOf(townId, asked.key)
  const known = await findAppointment(database.db, townId, id, false)
  if (known && !isOnlyHeld(known)) return sameAs(known, asked) ? ok(known) : refuse('intake/key-reused')
  const holder = await holderOf(address)
  return inOneTransaction(database, trx => holdIn(trx, townId, { ...asked, id, holder }, instantFromMs(clock.nowMs())))
}

interface Asked extends HoldAsked {
  readonly id: AppointmentId
  readonly holder: string
}

async function holdIn(trx: Transaction<Schema>, townId: TownId, asked: Asked, now: Instant): Promise<Result<Appointment>> {
  const { id, holder } = asked
  if (!(await mayHold(trx, { townId, id, holder }, now))) return refuse('appointments/too-many-holds')
  const offer = await publicOffer(trx, townId, asked, { lock: true })
  if (!offer.ok) return offer
  const known = await findAppointment(trx, townId, id, true)
  if (known && !isOnlyHeld(known)) return sameAs(known, asked) ? ok(known) : refuse('intake/key-reused')
  if (known?.status === 'held' && sameAs(known, asked) && known.heldUntil !== null && known.heldUntil > now) return ok(known)
  const counter = await pickTime({ db: trx, townId, offer: offer.value, now, except: id }, asked.startsAt, null)
  if (!counter.ok) return counter
  const held = await writeBooking(trx, townId, heldRow(asked, offer.value, counter.value, now), 'booking.hold', now)
  if (held.ok) await noteHold(trx, { townId, id, holder })
  return held
}

const heldRow = ({ id, serviceIds, persons, startsAt }: Asked, { place, minutes }: PublicOffer, counter: Resource, now: Instant): Appointment => ({
  ...NOT_HERE_YET, ...timesAt(counter, startsAt, minutes), id, scope: place.scope, version: 0, placeId: place.id, serviceIds, persons, channel: 'portal',
  resourceId: counter.id, name: '', email: null, phone: null, note: '', priority: 2, ticket: null, sequence: 0,
  heldUntil: instantFromMs(msOf(now) + place.holdMinutes * MINUTE_MS), createdAt: now, createdByName: null, status: 'held',
})

/** Kept, or given back before anybody said who comes; what somebody at a desk cancelled stays cancelled. */
export const isOnlyHeld = ({ status, heldUntil, before }: Appointment): boolean =>
  status === 'held' || (status === 'cancelled' && heldUntil !== null && before === null)

const sameAs = (known: Appointment, asked: HoldAsked): boolean =>
  known.placeId === asked.placeId && known.persons === asked.persons && known.startsAt === asked.startsAt && known.serviceIds.join() === asked.serviceIds.join()
