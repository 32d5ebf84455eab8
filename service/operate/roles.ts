import { sql, type Kysely } from 'kysely'
import type { Schema } from '../store/schema.ts'

/** Owns the tables and never serves anybody; nobody can sign in with it. */
export const OWNER_ROLE = 'rathaus_owner'
/** Serves, and owns nothing; the account of the system has the same name, so that it needs no password. */
export const SERVICE_ROLE = 'rathaus_service'

/** An address at which whoever comes in works as another role: what they make belongs to it. */
export function workingAs(url: string, role: string): string {
  const address = new URL(url)
  address.searchParams.set('options', `-c role=${role}`)
  return address.href
}

/** Lets nobody into the database but the service, and says what it may do with tables that it does not own; to be called as the owner, and repeated after every migration, because there may be new ones. */
export async function grantToService(db: Kysely<Schema>, role: string): Promise<void> {
  const to = sql.id(role)
  const { rows: [known] } = await sql<{ readonly name: string }>`select current_database() as name`.execute(db)
  const database = sql.id(known?.name ?? '')
  for (const statement of [
    sql`revoke all on database ${database} from public`,
    sql`grant connect on database ${database} to ${to}`,
    sql`grant usage on schema public to ${to}`,
    sql`grant select, insert, update, delete on all tables in schema public to ${to}`,
    sql`revoke update, delete on audit_log from ${to}`,
    sql`revoke update on feed from ${to}`,
    sql`revoke insert, update, delete on migrations from ${to}`,
  ]) await statement.execute(db)
}
