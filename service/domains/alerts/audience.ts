import { sql, type Kysely } from 'kysely'
import { grantsIn } from '../../../shared/actor.ts'
import { recordKey } from '../../../shared/command.ts'
import { WRITERS } from '../../../shared/domains/alerts/roles.ts'
import type { Alert, AlertTopic } from '../../../shared/domains/alerts/tables.ts'
import type { AlertId, TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { channelScope } from '../../../shared/scope.ts'
import type { Audience, AudienceQuery } from '../../../shared/wire/alerts.ts'
import type { Access } from '../../store/access.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { reachedBy } from './sending/spread.ts'
import { awayOf, type Reach } from './ways/reach.ts'

/** How many a message would reach, counted as it would be sent. */
export async function audienceOf(db: Kysely<Schema>, { actor }: Access, { topicId, mode, areas, channels, earlier }: AudienceQuery, reach: Reach): Promise<Result<Audience>> {
  const record = { table: 'alert_topics', id: topicId } as const
  const topic = (await loadRecords(db, actor.townId, [record], false)).get(recordKey(record)) as AlertTopic | undefined
  if (!topic || grantsIn(actor, WRITERS, channelScope(topic.departmentId)).length === 0) return refuse('commands/record-missing', { table: 'alert_topics' })
  const before = (await earlierOf(db, actor.townId, earlier)).filter(({ scope }) => scope === channelScope(topic.departmentId))
  const concerned = sql`town_id = ${actor.townId} and mode = ${mode} and state = 'active' and channel = any(${[...channels]}::text[]) and ${reachedBy({ topicId, areas }, before.map(({ id }) => id))}`
  const [ways, localities] = await Promise.all([
    sql<Audience['ways'][number]>`select channel, language, count(*)::int as people from subscribers where ${concerned} group by channel, language order by channel, language`.execute(db),
    sql<Audience['localities'][number]>`select name, count(*)::int as people from (
      select unnest(case when cardinality(localities) = 0 then array[''] else localities end) as name from subscribers where ${concerned}) as chosen group by name order by name`.execute(db),
  ])
  return ok({ ways: ways.rows, localities: localities.rows, away: [...awayOf(reach, mode, channels)] })
}

async function earlierOf(db: Kysely<Schema>, townId: TownId, ids: readonly AlertId[]): Promise<readonly Alert[]> {
  return [...(await loadRecords(db, townId, ids.map(id => ({ table: 'alerts', id }) as const), false)).values()] as readonly Alert[]
}
