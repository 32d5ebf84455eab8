import { createHmac, randomBytes } from 'node:crypto'
import { sha256Hex } from '../../shared/canonical.ts'
import type { TownId } from '../../shared/ids.ts'
import type { Database } from '../store/database.ts'

/**
 * The keys that open citizens' mailboxes. A key follows from the town's secret and the application, so that a repeated
 * hand-over gets the same receipt and an e-mail can carry the link, while only hashes lie in the table of mailboxes.
 */
export interface MailboxKeys {
  keyFor(townId: TownId, applicationId: string): Promise<string>
}

export const mailboxKeyHash = (key: string): string => sha256Hex(key)

/** Makes the town's secret on first use. Call `keyFor` outside of transactions only. */
export function createMailboxKeys(database: Database): MailboxKeys {
  const secrets = new Map<TownId, string>()
  return {
    async keyFor(townId, applicationId) {
      const secret = secrets.get(townId) ?? (await secretOf(database, townId))
      secrets.set(townId, secret)
      return createHmac('sha256', secret).update(`mailbox/${townId}/${applicationId}`).digest('base64url')
    },
  }
}

async function secretOf(database: Database, townId: TownId): Promise<string> {
  const fresh = { town_id: townId, secret: randomBytes(32).toString('base64') }
  await database.db.insertInto('mailbox_secrets').values(fresh).onConflict(conflict => conflict.doNothing()).execute()
  const kept = await database.db
    .selectFrom('mailbox_secrets').select('secret').where('town_id', '=', townId).executeTakeFirstOrThrow()
  return kept.secret
}
