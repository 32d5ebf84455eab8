import { sql, type Kysely } from 'kysely'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { closeSending, type Sending } from './open-sending.ts'

/** What a gateway had kept, against what was approved. */
export type ReadBack = NonNullable<WayProgress['readBack']>

/** Whether it still goes on. */
export async function isOpenSending(db: Kysely<Schema>, { townId, alert, channel }: Sending): Promise<boolean> {
  const row = await db.selectFrom('alert_sendings').select('state').where('town_id', '=', townId).where('alert_id', '=', alert.id).where('channel', '=', channel).executeTakeFirst()
  return row?.state === 'open'
}

/** Writes it down, the worst of what was found; where it is something else nothing more goes out by this way. */
export async function noteReadBack(db: Kysely<Schema>, sending: Sending, readBack: ReadBack, now: Instant): Promise<void> {
  const { townId, alert, channel } = sending
  await db.updateTable('alert_sendings')
    .set({ read_back: sql<ReadBack>`case when read_back = 'different' or (read_back = 'unreadable' and ${readBack} = 'same') then read_back else ${readBack} end` })
    .where('town_id', '=', townId).where('alert_id', '=', alert.id).where('channel', '=', channel).execute()
  if (readBack !== 'different') return
  await db.updateTable('alert_deliveries').set({ state: 'failed', settled_at: now, reason: 'read-back' })
    .where('town_id', '=', townId).where('alert_id', '=', alert.id).where('channel', '=', channel).where('state', '=', 'waiting').execute()
  await closeSending(db, sending, 'stopped', now)
}
