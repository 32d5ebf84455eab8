import { sql, type Kysely } from 'kysely'
import { recordKey } from '../../../../shared/command.ts'
import { isReleased, type ReleasedAlert } from '../../../../shared/domains/alerts/cap-message.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import { hasEnded } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { AlertId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import type { FeedHolder } from './feed-keys.ts'

/** A message that everybody may read, and whether it still holds. */
export interface Published {
  readonly identifier: string
  readonly alert: ReleasedAlert
  readonly state: 'live' | 'expired' | 'over'
  /** When it began or stopped to hold. */
  readonly changedAt: Instant
  /** What ended it, where that is published too. */
  readonly endedBy: { readonly identifier: string; readonly alert: ReleasedAlert } | null
}

/** What has ended does not begin again when the word of it runs out. */
const SAYS_THE_END: readonly Alert['kind'][] = ['all-clear', 'cancel']

const SHOWN_DAYS = 30
const MOST_SHOWN = 100

/** What was released for the feed in the last weeks, and all that still holds, the newest first. What somebody has stopped is not said any further. */
export async function publishedAlerts(db: Kysely<Schema>, { townId, mode }: FeedHolder, now: Instant): Promise<readonly Published[]> {
  const holds = sql<boolean>`ended_by_id is null and content ->> 'endsAt' > ${now}`
  const { rows } = await sql<{ readonly id: AlertId }>`
    select id from alerts where town_id = ${townId} and mode = ${mode} and jsonb_typeof(released) = 'object' and jsonb_typeof(stopped) is distinct from 'object'
      and content -> 'channels' @> '["feed"]' and (released ->> 'at' >= ${plusDays(now, -SHOWN_DAYS)} or (${holds}))
    order by (${holds}) desc, released ->> 'at' desc, id limit ${MOST_SHOWN}`.execute(db)
  const records = rows.map(({ id }) => ({ table: 'alerts', id }) as const)
  const found = await loadRecords(db, townId, records, false)
  const alerts = records.map(record => found.get(recordKey(record)) as Alert).filter(isReleased).toSorted((one, other) => (one.released.at < other.released.at ? 1 : -1))
  const byId = new Map(alerts.map(alert => [alert.id, { alert, identifier: identifierOf(townId, alert) }]))
  return alerts.map((alert): Published => {
    const { endsAt } = alert.content
    const endedBy = (alert.endedById && byId.get(alert.endedById)) || null
    if (alert.endedById) return { identifier: identifierOf(townId, alert), alert, state: 'over', changedAt: endedBy?.alert.released.at ?? alert.released.at, endedBy }
    const isExpired = !SAYS_THE_END.includes(alert.kind) && hasEnded(alert.content, now)
    return { identifier: identifierOf(townId, alert), alert, state: isExpired ? 'expired' : 'live', changedAt: (isExpired && endsAt) || alert.released.at, endedBy: null }
  })
}

/** The message of this name; null where nothing of this name is published. */
export async function publishedUnder(db: Kysely<Schema>, { townId, mode }: FeedHolder, identifier: string): Promise<ReleasedAlert | null> {
  const id = AlertId.safeParse(identifier.slice(identifier.lastIndexOf('.') + 1))
  if (!id.success) return null
  const record = { table: 'alerts', id: id.data } as const
  const alert = (await loadRecords(db, townId, [record], false)).get(recordKey(record)) as Alert | undefined
  if (!alert || !isReleased(alert) || alert.mode !== mode || alert.stopped || !alert.content.channels.includes('feed') || identifierOf(townId, alert) !== identifier) return null
  return alert
}

/** How the town is called in its messages; null where nobody has said so yet. */
export async function senderOf(db: Kysely<Schema>, { townId }: FeedHolder): Promise<string | null> {
  return (await db.selectFrom('alert_settings').select('sender_name').where('town_id', '=', townId).executeTakeFirst())?.sender_name ?? null
}
