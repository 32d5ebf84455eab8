import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'

const UNCONFIRMED_KEPT_DAYS = 7

/** So long it can be asked whether a message reached somebody; from then on it is known only how many it reached. */
export const DELIVERIES_KEPT_DAYS = 90

/** Forgets addresses that never said yes. Answers how many. */
export async function forgetUnconfirmed(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('subscribers')
    .where('town_id', '=', townId).where('state', '=', 'unconfirmed').where('created_at', '<', plusDays(now, -UNCONFIRMED_KEPT_DAYS)).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Forgets who was told of messages that have long run out; how many they were by each way, and why not, stays. Answers how many rows went. */
export async function forgetDeliveries(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const old = await db.selectFrom('alert_sendings as s').select(['s.alert_id', 's.channel'])
    .where('s.town_id', '=', townId).where('s.state', '<>', 'open').where('s.expires_at', '<', plusDays(now, -DELIVERIES_KEPT_DAYS))
    .where(({ exists, selectFrom }) => exists(selectFrom('alert_deliveries as d').select('d.alert_id')
      .whereRef('d.town_id', '=', 's.town_id').whereRef('d.alert_id', '=', 's.alert_id').whereRef('d.channel', '=', 's.channel'))).execute()
  let gone = 0
  for (const { alert_id: alertId, channel } of old) {
    // What is counted is what goes: one statement sees the same rows twice.
    const { rows } = await sql<{ readonly people: number }>`
      with gone as (
        delete from alert_deliveries where town_id = ${townId} and alert_id = ${alertId} and channel = ${channel} returning state, reason, settled_at
      ), counted as (
        insert into alert_tallies (town_id, alert_id, channel, state, reason, people, first_at, last_at)
        select ${townId}, ${alertId}, ${channel}, state, reason, count(*), min(settled_at), max(settled_at) from gone group by state, reason
      )
      select count(*)::int as people from gone`.execute(db)
    gone += rows[0]?.people ?? 0
  }
  return gone
}

/** Forgets that somebody once subscribed, or was entered for drills, when no message speaks of them any more. Answers how many. */
export async function forgetEnded(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('subscribers as s')
    .where('s.town_id', '=', townId).where('s.state', 'in', ['ended', 'bounced']).where('s.ended_at', '<', plusDays(now, -DELIVERIES_KEPT_DAYS))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('alert_deliveries as d').select('d.alert_id').whereRef('d.town_id', '=', 's.town_id').whereRef('d.subscriber_id', '=', 's.id'))))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
