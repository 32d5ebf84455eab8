import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Whether the role that the service runs with could take away the triggers that keep audit log and feed append-only:
 * their owner can, and whoever may become their owner. The embedded database knows only an owner and is not asked.
 */
export async function mayUnlockLogs({ kind, db }: Pick<Database, 'kind' | 'db'>): Promise<boolean> {
  if (kind === 'pglite') return false
  const { rows } = await sql<{ may: boolean }>`
    select bool_or(pg_has_role(relowner, 'member')) as may from pg_class
    where oid in ('audit_log'::regclass, 'feed'::regclass)`.execute(db)
  return rows[0]?.may ?? false
}
