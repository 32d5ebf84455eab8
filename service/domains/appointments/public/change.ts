import type { Transaction } from 'kysely'
import { timesAt } from '../../../../shared/domains/appointments/booking.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { appointmentMail, type Told } from '../mail/jobs.ts'
import { byCitizen, writeBooking } from './booking-row.ts'
import { changeByLink, changeProblem, type Opened } from './by-link.ts'
import { publicOffer, type PublicOffer } from './offer.ts'
import type { BookingParts } from './parts.ts'
import { pickTime } from './pick-time.ts'

const MINUTE_MS = 60_000

/** Takes another free time for the same appointment; who comes, for what and how long stays as it is. */
export const moveBooking = (parts: BookingParts, link: string, startsAt: Instant): Promise<Result<Appointment>> =>
  changeByLink(parts, link, opened => moveIn(opened, parts.townId, startsAt))

async function moveIn(opened: Opened, townId: TownId, startsAt: Instant): Promise<Result<Appointment>> {
  const { trx, row, now } = opened
  if (row.status === 'booked' && row.startsAt === startsAt) return ok(row)
  const problem = changeProblem(opened)
  if (problem) return problem
  const offer = await offerToMove(trx, townId, row)
  if (!offer.ok) return offer
  const counter = await pickTime({ db: trx, townId, offer: offer.value, now, except: row.id }, startsAt, row.resourceId)
  if (!counter.ok) return counter
  const times = timesAt(counter.value, startsAt, offer.value.minutes)
  const moved = await writeBooking(trx, townId, { ...row, ...times, resourceId: counter.value.id, sequence: row.sequence + 1 }, 'booking.move', now)
  if (moved.ok) await tell(opened, townId, moved.value, 'moved')
  return moved
}

/** What is offered for an appointment that is there already: as long as it is, which a clerk may have changed. */
export async function offerToMove(db: Parameters<typeof publicOffer>[0], townId: TownId, row: Appointment): Promise<Result<PublicOffer>> {
  const offer = await publicOffer(db, townId, row, { lock: false })
  return offer.ok ? ok({ ...offer.value, minutes: (msOf(row.endsAt) - msOf(row.startsAt)) / MINUTE_MS }) : offer
}

/** Cancels a booking, or gives a held time back; its time is free at once. */
export const cancelBooking = (parts: BookingParts, link: string): Promise<Result<Appointment>> =>
  changeByLink(parts, link, opened => cancelIn(opened, parts.townId))

async function cancelIn(opened: Opened, townId: TownId): Promise<Result<Appointment>> {
  const { trx, row, now } = opened
  if (row.status === 'cancelled') return ok(row)
  const isBooked = row.status !== 'held'
  const problem = isBooked ? changeProblem(opened) : null
  if (problem) return problem
  const cancelled: Appointment = { ...row, status: 'cancelled', endedAt: now, before: null, sequence: row.sequence + (isBooked ? 1 : 0) }
  await commitChanges(trx, byCitizen(townId, 'booking.cancel', now), [{ table: 'appointments', row: cancelled }])
  if (isBooked) await tell(opened, townId, cancelled, 'cancelled')
  return ok(cancelled)
}

const tell = async ({ trx, now }: { readonly trx: Transaction<Schema>; readonly now: Instant }, townId: TownId, row: Appointment, what: Told): Promise<void> =>
  enqueue(trx, townId, [appointmentMail(row, what)].filter(job => job !== null), now)
