import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AccountId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

/** One account at one desk. */
export interface AccountAtDesk {
  readonly townId: TownId
  readonly accountId: AccountId
  readonly deskId: string
}

/** The 32 random bytes that open what this account keeps on this desk; made at the first question, the same ever after. */
export async function deskSecretFor(trx: Kysely<Schema>, { townId, accountId, deskId }: AccountAtDesk, now: Instant): Promise<Uint8Array> {
  await trx.insertInto('desk_secrets')
    .values({ town_id: townId, account_id: accountId, desk_id: deskId, secret: randomBytes(32), created_at: now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await trx.selectFrom('desk_secrets')
    .where('town_id', '=', townId).where('account_id', '=', accountId).where('desk_id', '=', deskId)
    .select('secret').executeTakeFirstOrThrow()
  return new Uint8Array(row.secret)
}

/** Forgets a lost desk's secrets: what lies on its disk cannot be opened again, not even by signing in there. */
export async function revokeDesk(trx: Kysely<Schema>, townId: TownId, deskId: string): Promise<void> {
  await trx.deleteFrom('desk_secrets').where('town_id', '=', townId).where('desk_id', '=', deskId).execute()
}
