import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AccountId, TownId } from '../../shared/ids.ts'
import { msOf, plusDays, type Instant } from '../../shared/time.ts'
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

/** How long a computer that was cut off by mistake can be given back what opens its disk. */
export const SET_ASIDE_DAYS = 7

/** Sets the secrets of a lost desk aside: nothing opens what lies on its disk as long as it is cut off, not even signing in there. */
export async function setDeskAside(trx: Kysely<Schema>, townId: TownId, deskId: string, now: Instant): Promise<void> {
  await trx.updateTable('desk_secrets').set({ set_aside_at: now }).where('town_id', '=', townId).where('desk_id', '=', deskId).execute()
}

/** The same secrets as before for a desk that is allowed again; those that were set aside too long ago are forgotten. */
export async function takeDeskBack(trx: Kysely<Schema>, townId: TownId, deskId: string, now: Instant): Promise<void> {
  await forgetSetAside(trx, townId, now)
  await trx.updateTable('desk_secrets').set({ set_aside_at: null }).where('town_id', '=', townId).where('desk_id', '=', deskId).execute()
}

/** How many secrets nobody can want back any more were thrown away. */
export async function forgetSetAside(trx: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('desk_secrets').where('town_id', '=', townId).where('set_aside_at', '<', new Date(msOf(plusDays(now, -SET_ASIDE_DAYS)))).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Forgets a desk's secrets: what lies on its disk cannot be opened again, not even by signing in there. */
export async function revokeDesk(trx: Kysely<Schema>, townId: TownId, deskId: string): Promise<void> {
  await trx.deleteFrom('desk_secrets').where('town_id', '=', townId).where('desk_id', '=', deskId).execute()
}
