import type { Kysely } from 'kysely'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Schema } from './schema.ts'

/** An open database, migrated to the newest step. Inside a transaction only its `trx` may be used. */
export interface Database {
  readonly kind: 'postgres' | 'pglite'
  readonly db: Kysely<Schema>
  /**
   * Calls back for every notice on a channel until `close`. An empty payload says that the connection was lost for a
   * while and any number of notices with it.
   */
  listen(channel: string, onNotice: (payload: string) => void): Promise<void>
  close(): Promise<void>
}

/**
 * `postgres://…` for a server; a directory or `memory://` for the embedded database, which gives no protection against
 * power loss. Throws `DatabaseRefused` when the directory is in use or the database is newer than the program.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = /^postgres(ql)?:/.test(url) ? await openPostgres(url) : await openPglite(url)
  try {
    await migrate(database.db as unknown as Kysely<unknown>, MIGRATIONS)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
