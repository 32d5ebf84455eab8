import { sql, type Kysely } from 'kysely'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { Sending } from './open-sending.ts'

/** Small enough that nobody waits for it while others are told, large enough that one more is no matter. */
const AT_ONCE = 500

/**
 * Who a message is for, of the rows of `subscribers`: whoever chose its topic and one of its places, is entered for drills, or is a program that
 * gets all; and whoever was told what it corrects or ends, whatever they have chosen since.
 */
export function reachedBy({ topicId, areas }: Pick<Content, 'topicId' | 'areas'>, earlier: readonly AlertId[]) {
  const names = areas.flatMap(area => (area.kind === 'locality' ? [area.name] : []))
  // A shape may lie anywhere: whoever chose places is rather told once too often.
  const isAnywhere = names.length < areas.length
  return sql`(mode = 'training' or channel = 'web-hook' or (${topicId} = any(topic_ids) and (${isAnywhere} or cardinality(localities) = 0 or localities && ${sql.val(names)}::text[]))
    or ${earlier.length === 0 ? sql`false` : wasTold(earlier)})`
}

/** Looked up one by one by its key: what is asked with `exists` is read whole for every few people who are written down. */
const wasTold = (earlier: readonly AlertId[]) => sql`coalesce((select true from alert_deliveries d
  where d.town_id = subscribers.town_id and d.subscriber_id = subscribers.id and d.channel = subscribers.channel and d.state = 'handed' and d.alert_id = any(${sql.val(earlier)}::text[]) limit 1), false)`

/**
 * Writes down the next deliveries of a sending: whoever is active by this channel for the topic and one of the places, in the order of ids.
 * Memory does not grow with the number of people. Two processes that spread one sending do so one after the other, and nobody once it is closed.
 */
export async function spreadNext(db: Kysely<Schema>, { townId, alert, channel }: Sending, now: Instant): Promise<void> {
  await sql`
    with sending as materialized (
      select spread_after from alert_sendings
      where town_id = ${townId} and alert_id = ${alert.id} and channel = ${channel} and state = 'open' and not is_spread for update
    ), next as materialized (
      select id from subscribers
      where town_id = ${townId} and mode = ${alert.mode} and channel = ${channel} and state = 'active'
        and id > (select coalesce(spread_after, '00000000-0000-0000-0000-000000000000') from sending)
      order by id limit ${AT_ONCE}
    ), written as (
      insert into alert_deliveries (town_id, alert_id, channel, subscriber_id, mode, state, attempts, next_at)
      select town_id, ${alert.id}, channel, id, mode, 'waiting', 0, ${now}::timestamptz
      from subscribers join next using (id)
      where town_id = ${townId} and ${reachedBy(alert.content, alert.earlier.map(({ alertId }) => alertId))}
      on conflict do nothing
    )
    update alert_sendings s set spread_after = coalesce((select id from next order by id desc limit 1), s.spread_after), is_spread = (select count(*) from next) < ${AT_ONCE}
    from sending where s.town_id = ${townId} and s.alert_id = ${alert.id} and s.channel = ${channel}`.execute(db)
}
