import { sql, type Kysely } from 'kysely'
import { recordKey } from '../../../../shared/command.ts'
import { awaitsReview, lacksAllClear } from '../../../../shared/domains/alerts/outstanding.ts'
import type { Alert, AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import { enqueue, type NewJob } from '../../../delivery/jobs.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { reminderJobs, type Matter } from './reminder-jobs.ts'

/** Whoever has not done it for so long will not do it because of one more e-mail; the list of messages goes on saying it. */
const REMINDED_FOR_DAYS = 14

/** What is still open about a message. */
export const mattersOf = (alert: Alert, topic: AlertTopic | undefined, now: Instant): readonly Matter[] => [
  ...(awaitsReview(alert) ? ['review'] as const : []), ...(lacksAllClear(alert, topic, now) ? ['all-clear'] as const : []),
]

/** Reminds of what one person sent alone and nobody else has looked at, and of hazards that nobody has called off. How many messages that were. */
export async function remindOfAlerts(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const settingsRecord = { table: 'alert_settings', id: 'alerts' } as const
  const settings = (await loadRecords(db, townId, [settingsRecord], false)).get(recordKey(settingsRecord)) as AlertSettings | undefined
  if (!settings) return 0
  const jobs: (readonly NewJob[])[] = []
  for (const { alert, topic } of await lately(db, townId, now)) jobs.push(mattersOf(alert, topic, now).flatMap(matter => reminderJobs(alert, matter, settings, now)))
  await db.transaction().execute(trx => enqueue(trx, townId, jobs.flat(), now))
  return jobs.filter(({ length }) => length > 0).length
}

/** Messages that were released of late and are no drills, with their topics. */
async function lately(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<readonly { readonly alert: Alert; readonly topic: AlertTopic | undefined }[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from alerts where town_id = ${townId} and mode = 'live' and jsonb_typeof(released) = 'object' and released ->> 'at' > ${plusDays(now, -REMINDED_FOR_DAYS)} order by id`.execute(db)
  const alerts = [...(await loadRecords(db, townId, rows.map(({ id }) => ({ table: 'alerts', id }) as const), false)).values()] as readonly Alert[]
  const topics = await loadRecords(db, townId, alerts.map(({ content: { topicId } }) => ({ table: 'alert_topics', id: topicId }) as const), false)
  return alerts.map(alert => ({ alert, topic: topics.get(recordKey({ table: 'alert_topics', id: alert.content.topicId })) as AlertTopic | undefined }))
}
