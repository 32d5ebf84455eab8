import { sql, type Kysely } from 'kysely'
import { grantsIn } from '../../../shared/actor.ts'
import { recordKey } from '../../../shared/command.ts'
import type { Channel } from '../../../shared/domains/alerts/content.ts'
import { WRITERS } from '../../../shared/domains/alerts/roles.ts'
import { maySend } from '../../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../../shared/domains/alerts/tables.ts'
import type { AlertId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Progress, WayProgress } from '../../../shared/wire/alerts.ts'
import type { Access } from '../../store/access.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { SENDINGS_CHANNEL, SUBSCRIBED } from './sending/open-sendings.ts'
import { awayOf, type Reach } from './ways/reach.ts'

/** A message that somebody may look at. */
export async function alertFor(db: Kysely<Schema>, { actor }: Access, id: AlertId): Promise<Result<Alert>> {
  const record = { table: 'alerts', id } as const
  const alert = (await loadRecords(db, actor.townId, [record], false)).get(recordKey(record)) as Alert | undefined
  return alert && grantsIn(actor, WRITERS, alert.scope).length > 0 ? ok(alert) : refuse('commands/record-missing', { table: 'alerts' })
}

interface Counted {
  readonly channel: Channel
  readonly state: string
  readonly reason: string | null
  readonly people: number
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
}

/** How far a message is by each of its ways. */
export async function progressOf(db: Kysely<Schema>, access: Access, id: AlertId, reach: Reach, now: Instant): Promise<Result<Progress>> {
  const alert = await alertFor(db, access, id)
  if (!alert.ok) return alert
  if (!alert.value.released) return refuse('alerts/wrong-stage', { stage: 'draft' })
  const { townId } = access.actor
  const sendings = await db.selectFrom('alert_sendings').select(['channel', 'state', 'read_back']).where('town_id', '=', townId).where('alert_id', '=', id).execute()
  const counted = await sql<Counted>`
    select channel, state, reason, count(*)::int as people, min(settled_at) as "firstAt", max(settled_at) as "lastAt" from alert_deliveries where town_id = ${townId} and alert_id = ${id} group by channel, state, reason
    union all select channel, state, reason, people::int, first_at, last_at from alert_tallies where town_id = ${townId} and alert_id = ${id} order by people desc`.execute(db)
  const away = awayOf(reach, alert.value.mode, alert.value.content.channels)
  const ways = alert.value.content.channels.map((channel): WayProgress => {
    const sending = sendings.find(one => one.channel === channel)
    const of = counted.rows.filter(one => one.channel === channel)
    const handed = of.find(({ state }) => state === 'handed')
    const sum = (state: string): number => of.filter(one => one.state === state).reduce((people, one) => people + one.people, 0)
    return {
      channel, state: stateOf(channel, sending?.state, away), waiting: sum('waiting'), handed: sum('handed'), delivered: 0, failed: sum('failed'),
      firstAt: handed?.firstAt ?? null, lastAt: handed?.lastAt ?? null, readBack: sending?.read_back ?? null,
      reasons: of.flatMap(({ state, reason, people }) => (state === 'failed' && reason ? [{ reason, people }] : [])).slice(0, 20),
    }
  })
  return ok({ alertId: id, ways, at: now })
}

/** Nobody is told by a way that is not set up, however many are waiting; a feed needs no sending to be read. */
function stateOf(channel: Channel, sent: WayProgress['state'] | undefined, away: readonly Channel[]): WayProgress['state'] {
  if (away.includes(channel) && (sent === undefined || sent === 'open')) return 'away'
  return sent ?? (SUBSCRIBED.includes(channel) ? 'away' : 'published')
}

/** As the audit log has it. */
export const RETRIED = 'alerts.retry'

/** Tries those again whom one way has not reached, while the message still holds; nobody who has it gets it again. */
export async function retryFailed(db: Kysely<Schema>, access: Access, { alertId, channel }: { readonly alertId: AlertId; readonly channel: Channel }, reach: Reach, now: Instant): Promise<Result<Progress>> {
  const alert = await alertFor(db, access, alertId)
  if (!alert.ok) return alert
  if (!maySend(alert.value, now)) return refuse('alerts/wrong-stage', { stage: 'expired' })
  await db.transaction().execute(async trx => {
    const { townId } = access.actor
    await trx.updateTable('alert_deliveries').set({ state: 'waiting', attempts: 0, next_at: now, settled_at: null, reason: null })
      .where('town_id', '=', townId).where('alert_id', '=', alertId).where('channel', '=', channel).where('state', '=', 'failed').execute()
    await trx.updateTable('alert_sendings').set({ state: 'open', read_back: null }).where('town_id', '=', townId).where('alert_id', '=', alertId).where('channel', '=', channel)
      .where(eb => eb.or([eb('state', '=', 'done'), eb('read_back', '=', 'different')])).execute()
    await sql`select pg_notify(${SENDINGS_CHANNEL}, ${townId})`.execute(trx)
    await commitChanges(trx, { townId, actor: access.actor, action: RETRIED, commandId: null, about: `${alertId} ${channel}`, at: now }, [])
  })
  return progressOf(db, access, alertId, reach, now)
}
