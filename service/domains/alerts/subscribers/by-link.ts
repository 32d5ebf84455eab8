import type { Transaction } from 'kysely'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { SubscriptionChoice, SubscriptionShown } from '../../../../shared/wire/public-alerts.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import type { Schema } from '../../../store/schema.ts'
import { endSubscription } from './end-subscription.ts'
import { chosenOf, infoOffer } from './info-offer.ts'
import type { SubscriptionParts } from './parts.ts'
import { findSubscriber, isTooLate, shownSubscription, wayOf, type Subscriber } from './subscriber-row.ts'

/** The subscription of a link. A link that was made here and leads to nothing was never confirmed. */
export async function readSubscription({ database: { db }, townId, clock, links }: SubscriptionParts, link: string): Promise<Result<SubscriptionShown>> {
  const id = await links.subscriberOf(townId, link)
  if (id === null) return refuse('alerts/wrong-link')
  const row = await findSubscriber(db, townId, id, false)
  return row && !isTooLate(row, instantFromMs(clock.nowMs())) ? ok(shownSubscription(row, link)) : refuse('alerts/link-expired')
}

/** The address says that it wants the messages. Again is the same; what was ended stays so. */
export const confirmSubscription = (parts: SubscriptionParts, link: string): Promise<Result<SubscriptionShown>> =>
  changeByLink(parts, link, async (trx, row, now) => {
    if (row.state === 'unconfirmed') await trx.updateTable('subscribers').set({ state: 'active', confirmed_at: now }).where('town_id', '=', parts.townId).where('id', '=', row.id).execute()
    return ok(null)
  })

/** From the next message on it is what was chosen now. */
export const changeSubscription = (parts: SubscriptionParts, link: string, choice: SubscriptionChoice): Promise<Result<SubscriptionShown>> =>
  changeByLink(parts, link, async (trx, row) => {
    if (row.state !== 'active') return ok(null)
    const chosen = chosenOf(await infoOffer(trx, parts.townId, [wayOf(row)]), choice)
    if (!chosen.ok) return chosen
    const { language, topicIds, localities } = chosen.value
    await trx.updateTable('subscribers').set({ language, topic_ids: topicIds, localities }).where('town_id', '=', parts.townId).where('id', '=', row.id).execute()
    return ok(null)
  })

/** Ends it at once and for good, also one that nobody confirmed. */
export const endByLink = (parts: SubscriptionParts, link: string): Promise<Result<SubscriptionShown>> =>
  changeByLink(parts, link, async (trx, row, now) => {
    await endSubscription(trx, parts.townId, row.id, 'ended', now)
    return ok(null)
  })

async function changeByLink(parts: SubscriptionParts, link: string, change: (trx: Transaction<Schema>, row: Subscriber, now: Instant) => Promise<Result<null>>): Promise<Result<SubscriptionShown>> {
  const { database, townId, clock, links } = parts
  const id = await links.subscriberOf(townId, link)
  if (id === null) return refuse('alerts/wrong-link')
  const now = instantFromMs(clock.nowMs())
  const changed = await inOneTransaction(database, async trx => {
    const row = await findSubscriber(trx, townId, id, true)
    return row && !isTooLate(row, now) ? change(trx, row, now) : refuse('alerts/link-expired')
  })
  return changed.ok ? readSubscription(parts, link) : changed
}
