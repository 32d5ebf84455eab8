import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { AccountId, type TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { systemClock } from '../clock.ts'
import type { Schema } from '../store/schema.ts'
import { hashPassword, matchesPassword } from './passwords.ts'

/** A member of staff who may sign in. */
export interface SignInAccount {
  readonly accountId: AccountId
  readonly login: string
  readonly name: string
}

/** Whoever has shown that they know a password, and whether it is one of their own. */
export interface CheckedAccount extends SignInAccount {
  readonly password: 'own' | 'one-time' | 'run-out'
  /** Which password that was, so that it counts for no other one that an administrator gives meanwhile. */
  readonly proof: string
}

/** Active accounts only: who was disabled, or whose last day is over, is not found by any of these. */
export interface SignInAccounts {
  findByLogin(login: string): Promise<SignInAccount | null>
  findById(accountId: string): Promise<SignInAccount | null>
  /** Null for an unknown login and for a wrong password alike, after the same time. */
  checkPassword(login: string, password: string): Promise<CheckedAccount | null>
  /** Keeps the password that a person has chosen for themself in the place of the one for one time that they have shown; false where that is no longer the one to be changed. */
  choosePassword(accountId: AccountId, password: string, proof: string): Promise<boolean>
  /** Whether this is the password of the account now. */
  isPassword(accountId: AccountId, password: string): Promise<boolean>
}

/** Staff of a town joined with their credentials. */
export function createAccounts(db: Kysely<Schema>, townId: TownId, clock: Clock = systemClock): SignInAccounts {
  const active = () => db.selectFrom('staff').where('staff.town_id', '=', townId).where('staff.active', '=', true)
    .where(of => of.or([of('leaves_at', 'is', null), of('leaves_at', '>', instantFromMs(clock.nowMs()))]))
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
      const known = account && await credentialsOf(db, townId, account.accountId)
      if (!(await matchesPassword(password, known?.password_hash ?? null)) || !account || !known) return null
      return { ...account, password: standingOf(known.one_time_until, clock), proof: proofOf(known) }
    },
    choosePassword: async (accountId, password, proof) => {
      const known = await credentialsOf(db, townId, accountId)
      if (!known || proofOf(known) !== proof || standingOf(known.one_time_until, clock) !== 'one-time') return false
      const result = await db.updateTable('credentials').set({ password_hash: await hashPassword(password), one_time_until: null })
        .where('town_id', '=', townId).where('account_id', '=', accountId).where('password_hash', '=', known.password_hash).executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    isPassword: async (accountId, password) => matchesPassword(password, (await credentialsOf(db, townId, accountId))?.password_hash ?? null),
  }
}

const accountOf = (row: { readonly id: string; readonly login: string; readonly name: string }): SignInAccount =>
  ({ accountId: AccountId.parse(row.id), login: row.login, name: row.name })

export const normalLogin = (login: string): string => login.trim().toLowerCase()

interface Credentials {
  readonly password_hash: string
  readonly one_time_until: Date | null
}

/** Opens nothing by itself. */
const proofOf = ({ password_hash: hash }: Credentials): string => createHash('sha256').update(hash).digest('base64url')

const credentialsOf = (db: Kysely<Schema>, townId: TownId, accountId: AccountId): Promise<Credentials | undefined> =>
  db.selectFrom('credentials').where('town_id', '=', townId).where('account_id', '=', accountId).select(['password_hash', 'one_time_until']).executeTakeFirst()

/** How far a password may be used to sign in. */
export function standingOf(oneTimeUntil: Date | null, clock: Clock): CheckedAccount['password'] {
  if (oneTimeUntil === null) return 'own'
  return clock.nowMs() < new Date(oneTimeUntil).getTime() ? 'one-time' : 'run-out'
}

/** Gives all these accounts one password. The demo's people share theirs, so it is hashed once. */
export async function setPassword(db: Kysely<Schema>, townId: TownId, accountIds: readonly AccountId[], password: string): Promise<void> {
  if (accountIds.length === 0) return
  const hash = await hashPassword(password)
  await db.insertInto('credentials')
    .values(accountIds.map(accountId => ({ town_id: townId, account_id: accountId, password_hash: hash })))
    .onConflict(conflict => conflict.columns(['town_id', 'account_id']).doUpdateSet({ password_hash: hash, one_time_until: null }))
    .execute()
}
