import type { Kysely } from 'kysely'
import { holderKey } from '../../../../shared/domains/notices/same-holder.ts'
import type { ConsentId, TownId } from '../../../../shared/ids.ts'
import type { Schema } from '../../../store/schema.ts'

/** Who agreed to get notices of a kind in their mailbox and still does: by `holderKey`, the newest agreement of each. */
export async function openConsents(db: Kysely<Schema>, townId: TownId, kindId: string): Promise<ReadonlyMap<string, ConsentId>> {
  const rows = await db.selectFrom('mailbox_consents').select(['id', 'reference', 'name']).where('town_id', '=', townId).where('kind_id', '=', kindId)
    .where('withdrawn_at', 'is', null).where('email_failed_at', 'is', null).orderBy('given_at').orderBy('id').execute()
  return new Map(rows.map(({ id, reference, name }) => [holderKey({ reference, name }), id]))
}
