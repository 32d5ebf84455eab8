import { createHmac } from 'node:crypto'
import { sha256Hex } from '../../../../shared/canonical.ts'
import type { ConsentId, TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import { townSecret } from '../../../store/town-secret.ts'

/**
 * The keys that open mailboxes of notices. A key follows from the town's secret and the agreement, so that every e-mail carries
 * the same one, while only its hash is kept; it opens nothing before that is done.
 */
export interface ConsentKeys {
  /** The key, certain to open the mailbox from now on. */
  openFor(townId: TownId, consentId: ConsentId, now: Instant): Promise<string>
}

export const consentKeyHash = (key: string): string => sha256Hex(key)

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createConsentKeys(database: Database): ConsentKeys {
  const secretOf = townSecret(database)
  return {
    async openFor(townId, consentId, now) {
      const key = createHmac('sha256', await secretOf(townId)).update(`notices/${townId}/${consentId}`).digest('base64url')
      await database.db.insertInto('consent_keys').values({ town_id: townId, key_hash: consentKeyHash(key), consent_id: consentId, created_at: now }).onConflict(conflict => conflict.doNothing()).execute()
      return key
    },
  }
}

/** Where a mailbox of notices is seen and confirmed. */
export const noticeMailboxPath = (key: string): string => `/portal/notices/${key}`
