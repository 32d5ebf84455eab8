import { createHmac, randomBytes } from 'node:crypto'
import { sha256Hex } from '../../shared/canonical.ts'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'

/**
 * The keys that open citizens' mailboxes. A key follows from the town's secret and the application, so that a repeated
 * hand-over gets the same receipt and an e-mail can carry the link, while only hashes lie in the table of mailboxes.
 */
export interface MailboxKeys {
  keyFor(townId: TownId, applicationId: string): Promise<string>
  /** The key of a mailbox that is certain to be there: an application on paper has none until something is to be told. */
  openFor(townId: TownId, applicationId: string, now: Instant): Promise<string>
}

export const mailboxKeyHash = (key: string): string => sha256Hex(key)

/** Makes the town's secret on first use. To be called outside of transactions only. */
export function createMailboxKeys(database: Database): MailboxKeys {
  const secrets = new Map<TownId, string>()
  const keyFor = async (townId: TownId, applicationId: string): Promise<string> => {
    const secret = secrets.get(townId) ?? (await secretOf(database, townId))
    secrets.set(townId, secret)
    return createHmac('sha256', secret).update(`mailbox/${townId}/${applicationId}`).digest('base64url')
  }
  return {
    keyFor,
    async openFor(townId, applicationId, now) {
      const key = await keyFor(townId, applicationId)
      const mailbox = { town_id: townId, key_hash: mailboxKeyHash(key), application_id: applicationId, created_at: now }
      await database.db.insertInto('mailboxes').values(mailbox).onConflict(conflict => conflict.doNothing()).execute()
      return key
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
