import type { HallBooking } from '../../../../shared/domains/halls/tables.ts'
import { stepsFrom, steppedTo } from '../../../../shared/domains/halls/hall-steps.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { commitChanges } from '../../../store/commit.ts'
import { bookingsOfRequest, findHallBooking } from '../hall-rows.ts'
import { hallMail } from '../mail/jobs.ts'
import type { PublicHallParts } from './parts.ts'
import { byCitizen } from './send-request.ts'

/** What was asked for under a link: the booking it was made for, and its series. */
export interface OpenedRequest {
  readonly booking: HallBooking
  readonly all: readonly HallBooking[]
}

export async function requestByLink({ database: { db }, townId, links }: PublicHallParts, link: string): Promise<Result<OpenedRequest>> {
  const id = await links.bookingOf(townId, link)
  const booking = id && (await findHallBooking(db, townId, id))
  return booking ? ok({ booking, all: await bookingsOfRequest(db, townId, booking, false) }) : refuse('halls/wrong-link')
}

/** What may be withdrawn by its link: once there is a contract one has to talk. */
export const isWithdrawable = ({ status, endsAt }: HallBooking, now: HallBooking['endsAt']): boolean =>
  (status === 'requested' || status === 'approved') && stepsFrom(status).includes('cancel') && endsAt > now

/** Takes back what is not contracted yet; its time is free at once. */
export async function withdrawRequest(parts: PublicHallParts, link: string): Promise<Result<OpenedRequest>> {
  const { database, townId, clock } = parts
  const found = await requestByLink(parts, link)
  if (!found.ok) return found
  const now = instantFromMs(clock.nowMs())
  const withdrawn = await inOneTransaction(database, async trx => {
    const all = await bookingsOfRequest(trx, townId, found.value.booking, true)
    const open = all.filter(booking => isWithdrawable(booking, now))
    const [first] = open
    if (!first) return all.every(({ status }) => status === 'cancelled') ? ok(null) : refuse('halls/wrong-status', { status: found.value.booking.status })
    const rows = open.flatMap(booking => {
      const stepped = steppedTo(booking, 'cancel')
      return stepped.ok ? [{ ...stepped.value, decidedAt: now, decidedByName: null, reason: null }] : []
    })
    await commitChanges(trx, byCitizen(townId, 'hall-request.withdraw', now), rows.map(row => ({ table: 'hall_bookings', row }) as const))
    await enqueue(trx, townId, hallMail(first, 'withdrawn'), now)
    return ok(null)
  })
  return withdrawn.ok ? requestByLink(parts, link) : withdrawn
}
