import { sql, type Kysely } from 'kysely'
import { CHANNELS, type Channel } from '../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { ChannelState, WayState } from '../../../shared/wire/alert-channel.ts'
import type { Schema } from '../../store/schema.ts'
import type { Reach } from './ways/reach.ts'

const MODES = ['live', 'training'] as const satisfies readonly Alert['mode'][]

/** So many messages are looked back on: what a way did before that says nothing of how it is now, and all deliveries of years would be read for it. */
const LOOK_BACK = 20

interface Last {
  readonly mode: Alert['mode']
  readonly channel: Channel
  readonly handedAt: Instant | null
  readonly failedAt: Instant | null
}

/** Which ways are set up and when each last carried something, and how many subscribe to each topic. */
export async function channelStateOf(db: Kysely<Schema>, townId: TownId, reach: Reach): Promise<ChannelState> {
  const [last, people] = await Promise.all([lastOf(db, townId), peopleOf(db, townId)])
  const ways = MODES.flatMap(mode => CHANNELS.map((channel): WayState => {
    const found = last.find(one => one.mode === mode && one.channel === channel)
    return { channel, mode, isSetUp: reach[mode].has(channel), handedAt: found?.handedAt ?? null, failedAt: found?.failedAt ?? null }
  }))
  return { ways, people }
}

async function lastOf(db: Kysely<Schema>, townId: TownId): Promise<readonly Last[]> {
  const found = await sql<Last>`
    with recent as (
      select alert_id, channel, mode, row_number() over (partition by mode, channel order by begun_at desc) as place from alert_sendings where town_id = ${townId}
    )
    select recent.mode, recent.channel, max(settled_at) filter (where state = 'handed') as "handedAt", max(settled_at) filter (where state = 'failed') as "failedAt"
    from recent join alert_deliveries d on d.town_id = ${townId} and d.alert_id = recent.alert_id and d.channel = recent.channel
    where place <= ${LOOK_BACK} group by recent.mode, recent.channel`.execute(db)
  return found.rows
}

async function peopleOf(db: Kysely<Schema>, townId: TownId): Promise<ChannelState['people']> {
  const found = await sql<ChannelState['people'][number]>`
    select topic as "topicId", channel, count(*)::int as count from subscribers, unnest(topic_ids) as topic
    where town_id = ${townId} and mode = 'live' and state = 'active' group by topic, channel order by topic, channel`.execute(db)
  return found.rows
}
