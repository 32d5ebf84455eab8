import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { CONFIRMABLE_DAYS } from './by-key.ts'

/** So long a key that was never used says that it has expired, and not that it never was. */
const EXPIRED_KNOWN_DAYS = 30

/** Forgets addresses that never confirmed a mailbox of notices, and later their keys. Answers how many addresses went. */
export async function forgetUnconfirmedMailboxes(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('consent_requests').where('town_id', '=', townId).where('asked_at', '<=', plusDays(now, -CONFIRMABLE_DAYS)).executeTakeFirst()
  await sql`delete from consent_keys k where town_id = ${townId} and created_at < ${plusDays(now, -EXPIRED_KNOWN_DAYS)}
    and not exists (select from mailbox_consents c where c.town_id = k.town_id and c.id = k.consent_id)`.execute(db)
  return Number(numDeletedRows)
}
