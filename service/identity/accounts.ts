import { sql, type Kysely } from 'kysely'
import { AccountId, type TownId } from '../../shared/ids.ts'
import type { Schema } from '../store/schema.ts'
import { hashPassword, matchesPassword } from './passwords.ts'

/** A member of staff who may sign in. */
export interface SignInAccount {
  readonly accountId: AccountId
  readonly login: string
  readonly name: string
}

/** Active accounts only: who was disabled is not found by any of these. */
export interface SignInAccounts {
  findByLogin(login: string): Promise<SignInAccount | null>
  findById(accountId: string): Promise<SignInAccount | null>
  /** Null for an unknown login and for a wrong password alike, after the same time. */
  checkPassword(login: string, password: string): Promise<SignInAccount | null>
}

/** Staff of a town joined with their credentials. */
export function createAccounts(db: Kysely<Schema>, townId: TownId): SignInAccounts {
  const active = () => db.selectFrom('staff').where('staff.town_id', '=', townId).where('staff.active', '=', true)
  const findByLogin = async (login: string): Promise<SignInAccount | null> => {
    const row = await active().where(sql`lower(login)`, '=', normalLogin(login)).select(['id', 'login', 'name']).executeTakeFirst()
    return row ? accountOf(row) : null
  }
  return {
    findByLogin,
    findById: async accountId => {
      const id = AccountId.safeParse(accountId)
      if (!id.success) return null
      const row = await active().where('id', '=', id.data).select(['id', 'login', 'name']).executeTakeFirst()
      return row ? accountOf(row) : null
    },
    checkPassword: async (login, password) => {
      const account = await findByLogin(login)
      const hash = account && await passwordHash(db, townId, account.accountId)
      return await matchesPassword(password, hash) ? account : null
    },
  }
}

const accountOf = (row: { readonly id: string; readonly login: string; readonly name: string }): SignInAccount =>
  ({ accountId: AccountId.parse(row.id), login: row.login, name: row.name })

export const normalLogin = (login: string): string => login.trim().toLowerCase()

async function passwordHash(db: Kysely<Schema>, townId: TownId, accountId: AccountId): Promise<string | null> {
  const row = await db.selectFrom('credentials').where('town_id', '=', townId).where('account_id', '=', accountId)
    .select('password_hash').executeTakeFirst()
  return row?.password_hash ?? null
}

/** Gives all these accounts one password. The demo's people share theirs, so it is hashed once. */
export async function setPassword(db: Kysely<Schema>, townId: TownId, accountIds: readonly AccountId[], password: string): Promise<void> {
  if (accountIds.length === 0) return
  const hash = await hashPassword(password)
  await db.insertInto('credentials')
    .values(accountIds.map(accountId => ({ town_id: townId, account_id: accountId, password_hash: hash })))
    .onConflict(conflict => conflict.columns(['town_id', 'account_id']).doUpdateSet({ password_hash: hash }))
    .execute()
}
