import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AccountId, TownId } from '../../shared/ids.ts'
import { plusDays, type Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'
import { hashPassword } from './passwords.ts'

/** Signs that nobody takes for one another on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const SIGNS_A_GROUP = 6

/** Long enough for whoever begins after two weeks of leave; what lies in a drawer for longer opens nothing. */
const LASTS_DAYS = 21

/** Some 89 bits, in groups that can be read out. */
const newPassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: SIGNS_A_GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-')

/** Gives an account a password that opens once: whoever signs in by it chooses one of their own before anything else. It is kept by its hash alone. */
export async function giveOneTimePassword(trx: Kysely<Schema>, townId: TownId, accountId: AccountId, now: Instant): Promise<{ readonly password: string; readonly until: Instant }> {
  const password = newPassword()
  const until = plusDays(now, LASTS_DAYS)
  const kept = { password_hash: await hashPassword(password), one_time_until: until }
  await trx.insertInto('credentials').values({ town_id: townId, account_id: accountId, ...kept })
    .onConflict(conflict => conflict.columns(['town_id', 'account_id']).doUpdateSet(kept)).execute()
  return { password, until }
}
