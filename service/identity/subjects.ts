import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Schema } from '../store/schema.ts'
import { normalLogin } from './accounts.ts'
import type { VerifiedToken } from './tokens.ts'

/** Whether an account belongs to the identity that a token speaks for; nobody has the login of an account that is not there. */
export type Speaker = 'nobody' | 'the-account' | 'another-identity'

/**
 * Whose account it is follows from the identity and not from the login, which administrators change: whoever gives the login
 * of an account to somebody else gives them nothing of it. The first identity that signs in is the account's for good.
 */
export async function speakerOf(db: Kysely<Schema>, townId: TownId, issuer: string | null, { login, subject, grantId }: Pick<VerifiedToken, 'login' | 'subject' | 'grantId'>): Promise<Speaker> {
  const { rows: [account] } = await sql<{ readonly id: string; readonly subject: string | null }>`
    select id, subject from staff where town_id = ${townId} and lower(login) = ${normalLogin(login)}`.execute(db)
  if (!account) return 'nobody'
  // The service's own provider names the account itself.
  if (issuer === null && grantId !== null) return subject === account.id ? 'the-account' : 'another-identity'
  const identity = `${issuer ?? ''} ${subject}`
  if (account.subject !== null) return account.subject === identity ? 'the-account' : 'another-identity'
  // Two tokens at once, and an identity that has an account already.
  const { numAffectedRows } = await sql`
    update staff set subject = ${identity} where town_id = ${townId} and id = ${account.id} and (subject is null or subject = ${identity})
      and not exists (select 1 from staff other where other.town_id = ${townId} and other.id <> ${account.id} and other.subject = ${identity})`.execute(db)
  return numAffectedRows === 1n ? 'the-account' : 'another-identity'
}
