import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'

/**
 * Nothing more is sent, and nothing is kept that could point to anybody; the row itself stays, so that reports still say how many a
 * message reached.
 */
export async function endSubscription(db: Kysely<Schema>, townId: TownId, subscriberId: string, state: 'ended' | 'bounced', now: Instant): Promise<void> {
  await db.updateTable('subscribers').set({ state, ended_at: now, address: '', topic_ids: [], localities: [] })
    .where('town_id', '=', townId).where('id', '=', subscriberId).where('mode', '=', 'live').where('state', 'in', ['unconfirmed', 'active']).execute()
}
