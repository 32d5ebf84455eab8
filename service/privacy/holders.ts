import { sql, type Kysely } from 'kysely'
import { holderKey } from '../../shared/domains/notices/same-holder.ts'
import type { MailboxConsent } from '../../shared/domains/notices/tables.ts'
import type { ConsentId, NoticeId, TownId } from '../../shared/ids.ts'
import type { Schema } from '../store/schema.ts'

/*
 * An agreement is about the notices of one kind to one holder. Several may owe under one Kassenzeichen, so that a name belongs to
 * it; which spellings mean the same is known to `holderKey` alone, and not to the database.
 */

/** Of an agreement or of a notice: for whom it is. */
type Holder = Pick<MailboxConsent, 'kindId' | 'reference' | 'name'>
export type ConsentHolder = Holder & Pick<MailboxConsent, 'id'>
export type NoticeHolder = Holder & { readonly id: NoticeId }

const keyOf = (holder: Holder): string => `${holder.kindId}|${holderKey(holder)}`
const kindsOf = (holders: readonly Holder[]): readonly string[] => [...new Set(holders.map(({ kindId }) => kindId))]

/** The notices for which each of these agreements is, by the agreement's id. Walks over all notices of their kinds. */
export async function noticesUnder(db: Kysely<Schema>, townId: TownId, consents: readonly ConsentHolder[]): Promise<ReadonlyMap<ConsentId, readonly NoticeId[]>> {
  if (consents.length === 0) return new Map()
  const { rows } = await sql<NoticeHolder>`
    select n.id, r.kind_id as "kindId", n.content ->> 'reference' as reference, n.content -> 'recipient' ->> 'name' as name
    from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id where n.town_id = ${townId} and r.kind_id = any(${kindsOf(consents)}::text[])`.execute(db)
  const byHolder = Map.groupBy(rows, keyOf)
  return new Map(consents.map(consent => [consent.id, (byHolder.get(keyOf(consent)) ?? []).map(({ id }) => id)]))
}

/** The agreements, those withdrawn included, that are for one of these notices. */
export async function consentsFor(db: Kysely<Schema>, townId: TownId, notices: readonly NoticeHolder[]): Promise<readonly ConsentId[]> {
  if (notices.length === 0) return []
  const holders = new Set(notices.map(keyOf))
  const rows = await db.selectFrom('mailbox_consents').select(['id', 'kind_id as kindId', 'reference', 'name']).where('town_id', '=', townId).where('kind_id', 'in', kindsOf(notices)).execute()
  return rows.filter(row => holders.has(keyOf(row))).map(({ id }) => id)
}
