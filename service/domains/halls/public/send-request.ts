import { sql } from 'kysely'
import type { HallBooking } from '../../../../shared/domains/halls/tables.ts'
import { derivedUuid, HallBookingId, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { HallAsked } from '../../../../shared/wire/public-halls.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import { commitChanges, type Origin } from '../../../store/commit.ts'
import { findHall, findHallBooking } from '../hall-rows.ts'
import { hallMail } from '../mail/jobs.ts'
import { judgedRequest } from './judge-request.ts'
import type { PublicHallParts } from './parts.ts'

/** Asks for a house. The same key again is the same request, however often it comes. */
export async function sendRequest({ database, townId, clock }: PublicHallParts, key: string, asked: HallAsked): Promise<Result<HallBooking>> {
  const source = `hall-request/${townId}/${key.toLowerCase()}`
  const id = HallBookingId.parse(derivedUuid(source, 'booking/0'))
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    // Two of one person, or of one key, come one after the other, whatever houses they ask for.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hall-request/${townId}`}, 0))`.execute(trx)
    const hall = await findHall(trx, townId, asked.hallId)
    const known = await findHallBooking(trx, townId, id)
    if (known) return isSame(known, asked) ? ok(known) : refuse('intake/key-reused')
    if (!hall?.active) return refuse('halls/no-such-hall')
    const booking = await judgedRequest(trx, townId, { hall, asked, source, now })
    if (!booking.ok) return booking
    await commitChanges(trx, byCitizen(townId, 'hall-request.send', now), [{ table: 'hall_bookings', row: booking.value }])
    await enqueue(trx, townId, hallMail(booking.value, 'requested'), now)
    return booking
  })
}

const isSame = (known: HallBooking, { hallId, startsAt, endsAt, tenant }: HallAsked): boolean =>
  known.hallId === hallId && known.startsAt === startsAt && known.endsAt === endsAt && known.tenant.name === tenant.name.trim()

/** A citizen without an account: the audit log names the request and nobody. */
export const byCitizen = (townId: TownId, action: 'hall-request.send' | 'hall-request.withdraw', at: Instant): Origin => ({ townId, actor: null, action, commandId: null, at })
