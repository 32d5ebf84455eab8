import { sql, type Kysely } from 'kysely'
import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import { hasEnded, maySend } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert, AlertSettings } from '../../../../shared/domains/alerts/tables.ts'
import { recordKey } from '../../../../shared/command.ts'
import type { AlertId, TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'

/** A message on its way by one channel, with its words as they were released. */
export interface Sending {
  readonly townId: TownId
  readonly alert: Alert
  readonly settings: AlertSettings
  readonly channel: Channel
  readonly isSpread: boolean
}

/** Which sendings one loop looks after. */
export interface OfWay {
  readonly townId: TownId
  readonly mode: Alert['mode']
  readonly channel: Channel
}

/**
 * The sending that comes first now by this way; null where none has anything to do. One whose message was stopped, ended or has run out is
 * closed on the way, whatever still waited in it. What was `read` before and is the same is not read again.
 */
export async function firstSending(db: Kysely<Schema>, way: OfWay, now: Instant, read: Sending | null): Promise<Sending | null> {
  for (;;) {
    const row = await firstRow(db, way, now)
    if (!row) return null
    const sending = read && isAsRead(read, row) ? { ...read, isSpread: row.is_spread } : await readSending(db, way, row)
    if (maySend(sending.alert, now)) return sending
    await closeSending(db, sending, hasEnded(sending.alert.content, now) ? 'expired' : 'stopped', now)
  }
}

interface Row {
  readonly alert_id: AlertId
  readonly is_spread: boolean
  readonly alert_version: number
  readonly settings_version: number
}

/** Looked at one after the other in the order in which they come, and no further than the first that has something to do. */
const firstRow = (db: Kysely<Schema>, { townId, mode, channel }: OfWay, now: Instant): Promise<Row | undefined> =>
  db.selectFrom('alert_sendings').select(['alert_id', 'is_spread'])
    .select(eb => [
      eb.selectFrom('alerts').select('version').whereRef('alerts.town_id', '=', 'alert_sendings.town_id').whereRef('alerts.id', '=', 'alert_sendings.alert_id').$asScalar().$notNull().as('alert_version'),
      eb.selectFrom('alert_settings').select('version').where('alert_settings.town_id', '=', townId).where('id', '=', 'alerts').$asScalar().$notNull().as('settings_version'),
    ])
    .where('town_id', '=', townId).where('state', '=', 'open').where('mode', '=', mode).where('channel', '=', channel)
    .where(hasSomethingToDo(now))
    .orderBy('priority', 'desc').orderBy('begun_at').limit(1).executeTakeFirst()

const isAsRead = ({ alert, settings }: Sending, row: Row): boolean => alert.id === row.alert_id && alert.version === row.alert_version && settings.version === row.settings_version

async function readSending(db: Kysely<Schema>, { townId, channel }: OfWay, { alert_id, is_spread }: Row): Promise<Sending> {
  const records = [{ table: 'alerts', id: alert_id }, { table: 'alert_settings', id: 'alerts' }] as const
  const found = await loadRecords(db, townId, records, false)
  return { townId, alert: found.get(recordKey(records[0])) as Alert, settings: found.get(recordKey(records[1])) as AlertSettings, channel, isSpread: is_spread }
}

/** More people to write down, somebody who is due, nobody left, or nothing more to be said: whatever waits for a later attempt alone is passed over. */
const hasSomethingToDo = (now: Instant) => sql<boolean>`(not is_spread or expires_at <= ${now}
  or exists (select from alerts a where a.town_id = alert_sendings.town_id and a.id = alert_sendings.alert_id and (jsonb_typeof(a.stopped) = 'object' or a.ended_by_id is not null))
  or coalesce((
    select min(d.next_at) from alert_deliveries d
    where d.town_id = alert_sendings.town_id and d.alert_id = alert_sendings.alert_id and d.channel = alert_sendings.channel and d.state = 'waiting'), ${now}) <= ${now})`

/** Ends a sending; what still waited in it is not sent any more and says why. */
export async function closeSending(db: Kysely<Schema>, { townId, alert, channel }: Pick<Sending, 'townId' | 'alert' | 'channel'>, state: 'done' | 'stopped' | 'expired', now: Instant): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('alert_sendings').set({ state }).where('town_id', '=', townId).where('alert_id', '=', alert.id).where('channel', '=', channel).where('state', '=', 'open').execute()
    await trx.updateTable('alert_deliveries').set({ state: 'failed', settled_at: now, reason: state })
      .where('town_id', '=', townId).where('alert_id', '=', alert.id).where('channel', '=', channel).where('state', '=', 'waiting').execute()
  })
}

/** Calls it done where nobody waits any more, or says that somebody still does. */
export async function closeWhereNoneWaits(db: Kysely<Schema>, sending: Sending, now: Instant): Promise<boolean> {
  const waiting = await db.selectFrom('alert_deliveries').select('subscriber_id').where('town_id', '=', sending.townId).where('alert_id', '=', sending.alert.id)
    .where('channel', '=', sending.channel).where('state', '=', 'waiting').limit(1).executeTakeFirst()
  if (!waiting) await closeSending(db, sending, 'done', now)
  return !waiting
}
