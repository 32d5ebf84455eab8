import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

/** What somebody tried that was none of the town's submissions. */
export type RefusalCode = 'unknown-destination' | 'callback-forged' | 'callback-old' | 'callback-replayed' | 'callback-unreadable'

/** Counts a refusal, so that an administrator sees it. `about` is an id of the portal, or empty; never what somebody wrote. */
export async function noteRefusal(db: Kysely<Schema>, townId: TownId, code: RefusalCode, about: string, now: Instant): Promise<void> {
  await db.insertInto('fit_connect_refusals').values({ town_id: townId, code, about, times: 1, last_at: now })
    .onConflict(conflict => conflict.columns(['town_id', 'code', 'about']).doUpdateSet({ times: sql<number>`fit_connect_refusals.times + 1`, last_at: now }))
    .execute()
}
