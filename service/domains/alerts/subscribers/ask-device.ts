import { sql, type Transaction } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs, plusDays, type Instant } from '../../../../shared/time.ts'
import type { DeviceAsked, SubscriptionChoice } from '../../../../shared/wire/public-alerts.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import type { Schema } from '../../../store/schema.ts'
import { deviceLine, isOffered } from '../push/push-device.ts'
import { chosenOf, infoOffer } from './info-offer.ts'
import type { SubscriptionParts } from './parts.ts'

/** More than that, and somebody plays with the button. */
const MOST_WELCOMES_A_DAY = 10

/**
 * Asks a device whether it wants messages: the first message carries the link by which its page confirms, so that nobody can enter somebody
 * else's, and what cannot be read there is never confirmed. Whoever knows the keys of a device is that device: a choice made again counts.
 */
export async function askDevice(parts: SubscriptionParts, { device, ...choice }: DeviceAsked): Promise<Result<null>> {
  const { database, townId, clock, newId, push } = parts
  if (!push || !isOffered(device, push.hosts)) return refuse('alerts/device-unknown')
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const chosen = chosenOf(await infoOffer(trx, townId, ['push']), choice)
    if (!chosen.ok) return chosen
    const address = deviceLine(device)
    // Two of one device come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`subscription/${townId}/${address}`}, 0))`.execute(trx)
    const id = await keptFor(trx, townId, { address, chosen: chosen.value, id: newId(), now })
    const asked = await welcomesSince(trx, townId, id, plusDays(now, -1))
    if (asked < MOST_WELCOMES_A_DAY)
      await enqueue(trx, townId, [{ kind: 'subscription-push', key: `subscription/${id}/${now}`, payload: { subscriberId: id }, personId: null }], now)
    return ok(null)
  })
}

interface Kept {
  readonly address: string
  readonly chosen: SubscriptionChoice
  /** Of the subscription, where there is none yet. */
  readonly id: string
  readonly now: Instant
}

/** The subscription of a device with what was chosen now: the one there is, or another one. */
async function keptFor(trx: Transaction<Schema>, townId: TownId, { address, chosen, id, now }: Kept): Promise<string> {
  const choice = { language: chosen.language, topic_ids: chosen.topicIds, localities: chosen.localities }
  const known = await trx.selectFrom('subscribers').select(['id', 'state']).where('town_id', '=', townId).where('mode', '=', 'live').where('channel', '=', 'push')
    .where(sql`lower(address)`, '=', address.toLowerCase()).where('address', '=', address).where('state', 'in', ['unconfirmed', 'active']).executeTakeFirst()
  if (!known) {
    await trx.insertInto('subscribers').values({ town_id: townId, id, mode: 'live', channel: 'push', address, state: 'unconfirmed', created_at: now, ...choice }).execute()
    return id
  }
  const again = known.state === 'unconfirmed' ? { ...choice, created_at: now } : choice
  await trx.updateTable('subscribers').set(again).where('town_id', '=', townId).where('id', '=', known.id).execute()
  return known.id
}

async function welcomesSince(trx: Transaction<Schema>, townId: TownId, id: string, since: Instant): Promise<number> {
  const { count } = await trx.selectFrom('jobs').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('town_id', '=', townId).where('key', '>', `subscription/${id}/${since}`).where('key', '<', `subscription/${id}0`).executeTakeFirstOrThrow()
  return count
}
