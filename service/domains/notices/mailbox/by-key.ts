import type { Kysely, Selectable, Transaction } from 'kysely'
import { recordKey } from '../../../../shared/command.ts'
import type { MailboxConsent } from '../../../../shared/domains/notices/tables.ts'
import type { ConsentId, TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { consentKeyHash } from './consent-keys.ts'
import type { ConsentRequestsTable } from './tables.ts'

/** So long an address can confirm that it wants a mailbox. */
export const CONFIRMABLE_DAYS = 1

/** What a key opens: an agreement, or the wish for one that nobody has confirmed yet. */
export type Opened =
  | { readonly kind: 'consent'; readonly consent: MailboxConsent }
  | { readonly kind: 'request'; readonly request: Selectable<ConsentRequestsTable> }

/** What a key opens; locked until the transaction ends where asked. */
export async function openedBy(db: Kysely<Schema> | Transaction<Schema>, townId: TownId, key: string, { now, lock }: { readonly now: Instant; readonly lock: boolean }): Promise<Result<Opened>> {
  const known = await db.selectFrom('consent_keys').select('consent_id').where('town_id', '=', townId).where('key_hash', '=', consentKeyHash(key)).executeTakeFirst()
  if (!known) return refuse('notices/wrong-link')
  const asked = db.selectFrom('consent_requests').selectAll().where('town_id', '=', townId).where('id', '=', known.consent_id)
  // The wish first: while it is locked nobody else makes an agreement of it.
  const request = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  const consent = await consentWith(db, townId, known.consent_id, lock)
  if (consent) return ok({ kind: 'consent', consent })
  return request && request.asked_at > plusDays(now, -CONFIRMABLE_DAYS) ? ok({ kind: 'request', request }) : refuse('notices/link-expired')
}

/** The agreement of an id; locked until the transaction ends where asked. */
export async function consentWith(db: Kysely<Schema> | Transaction<Schema>, townId: TownId, id: ConsentId, lock: boolean): Promise<MailboxConsent | undefined> {
  const record = { table: 'mailbox_consents', id } as const
  return (await loadRecords(db, townId, [record], lock)).get(recordKey(record)) as MailboxConsent | undefined
}
