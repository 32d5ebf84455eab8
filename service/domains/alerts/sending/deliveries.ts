import { sql, type Kysely } from 'kysely'
import type { Language } from '../../../../shared/domains/alerts/content.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { Sending } from './open-sending.ts'

/** One person to be told, as a sender holds it. */
export interface Delivery {
  readonly subscriberId: string
  readonly address: string
  readonly language: Language
  /** How often it was taken, this time included. */
  readonly attempts: number
}

/** What became of one attempt. */
export type Outcome = { readonly kind: 'handed' } | { readonly kind: 'failed'; readonly reason: string } | { readonly kind: 'later'; readonly at: Instant; readonly reason: string }

/**
 * Takes deliveries that are due; other processes skip them until then. Whoever unsubscribed meanwhile is not among them and waits for nothing
 * more. Each row is looked up by its whole key, and no statement here names the message or its state beside it: PostgreSQL knows nothing of a table that is
 * just filling, takes a whole message for one row, and would rather read all of it each time.
 */
export async function takeDeliveries(db: Kysely<Schema>, { townId, alert, channel }: Sending, count: number, nowMs: number, untilMs: number): Promise<readonly Delivery[]> {
  const now = instantFromMs(nowMs)
  const { rows } = await sql<Delivery>`
    with due as materialized (
      select town_id, alert_id, channel, subscriber_id from alert_deliveries
      where town_id = ${townId} and alert_id = ${alert.id} and channel = ${channel} and state = 'waiting' and next_at <= ${now}
      order by next_at limit ${count} for update skip locked
    ), asked as materialized (
      select due.*, s.address, s.language, s.state = 'active' as is_active from due join subscribers s on s.town_id = due.town_id and s.id = due.subscriber_id
    ), taken as (
      update alert_deliveries d set attempts = d.attempts + 1, next_at = ${instantFromMs(untilMs)}, state = case when is_active then 'waiting' else 'failed' end,
        settled_at = case when is_active then null else ${now}::timestamptz end, reason = case when is_active then d.reason else 'unsubscribed' end
      from asked where ${isNamedBy('asked')}
      returning d.subscriber_id, d.attempts, asked.address, asked.language, asked.is_active
    )
    select subscriber_id as "subscriberId", address, language, attempts from taken where is_active`.execute(db)
  return rows
}

const isNamedBy = (list: 'asked' | 'said') => {
  const of = sql.ref(list)
  return sql`d.town_id = ${of}.town_id and d.alert_id = ${of}.alert_id and d.channel = ${of}.channel and d.subscriber_id = ${of}.subscriber_id`
}

/** Keeps deliveries that are still in hand from all others for longer. */
export async function keepDeliveries(db: Kysely<Schema>, { townId, alert, channel }: Sending, deliveries: readonly Delivery[], untilMs: number): Promise<void> {
  await sql`
    with said as materialized (
      select ${townId}::text as town_id, ${alert.id}::text as alert_id, ${channel}::text as channel, 'waiting' as state, subscriber_id from unnest(${deliveries.map(({ subscriberId }) => subscriberId)}::uuid[]) as one (subscriber_id)
    )
    update alert_deliveries d set next_at = ${instantFromMs(untilMs)} from said where ${isNamedBy('said')} and d.state = said.state`.execute(db)
}

/**
 * Writes down what became of deliveries, together in one statement. What was handed over was so, also where the message was stopped in
 * the same moment; everything else is only said of who still waits.
 */
export async function recordOutcomes(db: Kysely<Schema>, { townId, alert, channel }: Sending, outcomes: readonly (readonly [Delivery, Outcome])[], now: Instant): Promise<void> {
  const of = <Value>(value: (outcome: Outcome) => Value): readonly Value[] => outcomes.map(([, outcome]) => value(outcome))
  await sql`
    with said as materialized (
      select ${townId}::text as town_id, ${alert.id}::text as alert_id, ${channel}::text as channel, one.* from unnest(
        ${outcomes.map(([{ subscriberId }]) => subscriberId)}::uuid[], ${of(({ kind }) => (kind === 'later' ? 'waiting' : kind))}::text[], ${of(outcome => (outcome.kind === 'later' ? outcome.at : now))}::timestamptz[],
        ${of(({ kind }) => (kind === 'later' ? null : now))}::timestamptz[], ${of(outcome => (outcome.kind === 'handed' ? null : outcome.reason))}::text[]
      ) as one (subscriber_id, state, next_at, settled_at, reason)
    )
    update alert_deliveries d set state = said.state, next_at = said.next_at, settled_at = said.settled_at, reason = said.reason
    from said where ${isNamedBy('said')} and (d.state = 'waiting' or (said.state = 'handed' and d.state = 'failed'))`.execute(db)
}
