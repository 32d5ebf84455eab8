import { createHmac } from 'node:crypto'
import { sha256Hex } from '../../shared/canonical.ts'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'
import { townSecret } from '../store/town-secret.ts'

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

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createMailboxKeys(database: Database): MailboxKeys {
  const secretOf = townSecret(database)
  const keyFor = async (townId: TownId, applicationId: string): Promise<string> =>
    createHmac('sha256', await secretOf(townId)).update(`mailbox/${townId}/${applicationId}`).digest('base64url')
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
