import { sql, type Kysely } from 'kysely'

/** Somebody signs in with more than one account: those that joined their file later, by the name and the birth date. */
export const joinedAccounts = {
  name: '0022-joined-accounts',
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table people add column joined_accounts text[] collate "C"`.execute(db)
  },
}
