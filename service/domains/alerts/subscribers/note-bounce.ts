import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { endSubscription } from './end-subscription.ts'

/** An address that refuses so often is given up; a refusal so long ago says nothing about it any more. */
const FOR_GOOD = { count: 'bounces', last: 'bounced_at', most: 3, countsForDays: 90 } as const
/** A mailbox that stays full, a server that stays away: on so many days, with no more than so many between two of them. */
const PASSING = { count: 'passing_bounces', last: 'passing_bounced_at', most: 10, countsForDays: 30 } as const
const DAYS_BETWEEN = 0.5

type Counted = (db: Kysely<Schema>, townId: TownId, subscriberId: string, now: Instant) => Promise<void>

/**
 * The mail server has refused a message to an address for good. A full mailbox during one evening with many messages counts once: whoever
 * is given up misses every warning from then on. Nobody is told, least of all that address.
 */
export const noteBounce: Counted = (db, townId, subscriberId, now) => note(FOR_GOOD, db, townId, subscriberId, now)

/** A message did not arrive for a reason that may pass. */
export const notePassingBounce: Counted = (db, townId, subscriberId, now) => note(PASSING, db, townId, subscriberId, now)

async function note({ count, last, most, countsForDays }: typeof FOR_GOOD | typeof PASSING, ...[db, townId, subscriberId, now]: Parameters<Counted>): Promise<void> {
  const counted = await db.updateTable('subscribers')
    .set({ [count]: sql<number>`case when ${sql.ref(last)} > ${plusDays(now, -countsForDays)} then ${sql.ref(count)} + 1 else 1 end`, [last]: now })
    .where('town_id', '=', townId).where('id', '=', subscriberId).where('mode', '=', 'live').where('state', '=', 'active')
    .where(eb => eb.or([eb(last, 'is', null), eb(last, '<=', plusDays(now, -DAYS_BETWEEN))]))
    .returning(`${count} as times`).executeTakeFirst()
  if (counted && counted.times >= most) await endSubscription(db, townId, subscriberId, 'bounced', now)
}
