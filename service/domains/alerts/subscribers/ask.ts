import { sql, type Transaction } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { instantFromMs, plusDays, type Instant } from '../../../../shared/time.ts'
import type { SubscriptionAsked, SubscriptionChoice } from '../../../../shared/wire/public-alerts.ts'
import { inOneTransaction } from '../../../commands/one-transaction.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import type { Schema } from '../../../store/schema.ts'
import { chosenOf, infoOffer } from './info-offer.ts'
import type { SubscriptionParts } from './parts.ts'

/** More than that, and somebody annoys a stranger with the town's e-mails. */
const MOST_EMAILS_A_DAY = 3
/** So many names of one mailbox (`kerstin+town@…`) are asked at once: each further one would be three more e-mails. */
const MOST_NAMES = 3

/**
 * Asks an address whether it wants messages. The answer is the same whether it is known or not; what is known is told to the address alone.
 * A subscription that holds is not changed by whoever types its address: the e-mail leads to the page that changes it.
 */
export async function askForSubscription(parts: SubscriptionParts, { email, ...choice }: SubscriptionAsked): Promise<Result<null>> {
  const { database, townId, clock, newId } = parts
  const now = instantFromMs(clock.nowMs())
  return inOneTransaction(database, async trx => {
    const chosen = chosenOf(await infoOffer(trx, townId, ['email']), choice)
    if (!chosen.ok) return chosen
    // Two of one mailbox come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`subscription/${townId}/${mailboxOf(email)}`}, 0))`.execute(trx)
    const id = await askedFor(trx, townId, { email, chosen: chosen.value, id: newId(), now })
    if (id !== null && (await emailsSince(trx, townId, id, plusDays(now, -1))) < MOST_EMAILS_A_DAY)
      await enqueue(trx, townId, [{ kind: 'subscription-email', key: `subscription/${id}/${now}`, payload: { subscriberId: id }, personId: null }], now)
    return ok(null)
  })
}

interface AskedFor {
  readonly email: string
  readonly chosen: SubscriptionChoice
  /** Of the subscription, where there is none yet. */
  readonly id: string
  readonly now: Instant
}

/** Without what many mail servers take for a note on where a letter came from. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+[^@]*@/, '@')

/** The subscription of an address: the one there is, with the newest choice while it is unconfirmed, or another one; null where its mailbox is asked already. */
async function askedFor(trx: Transaction<Schema>, townId: TownId, { email, chosen, id, now }: AskedFor): Promise<string | null> {
  const { language, topicIds, localities } = chosen
  const known = await trx.selectFrom('subscribers').select(['id', 'state']).where('town_id', '=', townId).where('mode', '=', 'live').where('channel', '=', 'email')
    .where(sql`lower(address)`, '=', email.toLowerCase()).where('state', 'in', ['unconfirmed', 'active']).executeTakeFirst()
  if (known?.state === 'unconfirmed')
    await trx.updateTable('subscribers').set({ language, topic_ids: topicIds, localities, created_at: now }).where('town_id', '=', townId).where('id', '=', known.id).execute()
  if (!known && (await namesOf(trx, townId, email)) >= MOST_NAMES) return null
  if (!known)
    await trx.insertInto('subscribers').values({ town_id: townId, id, mode: 'live', channel: 'email', address: email, language, topic_ids: topicIds, localities, state: 'unconfirmed', created_at: now }).execute()
  return known?.id ?? id
}

async function namesOf(trx: Transaction<Schema>, townId: TownId, email: string): Promise<number> {
  const { count } = await trx.selectFrom('subscribers').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('town_id', '=', townId).where('state', '=', 'unconfirmed').where(sql`regexp_replace(lower(address), '\\+[^@]*@', '@')`, '=', mailboxOf(email)).executeTakeFirstOrThrow()
  return count
}

async function emailsSince(trx: Transaction<Schema>, townId: TownId, id: string, since: Instant): Promise<number> {
  const { count } = await trx.selectFrom('jobs').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('town_id', '=', townId).where('key', '>', `subscription/${id}/${since}`).where('key', '<', `subscription/${id}0`).executeTakeFirstOrThrow()
  return count
}
