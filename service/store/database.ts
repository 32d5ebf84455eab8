import type { Kysely } from 'kysely'
import type { Database } from './handle.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

export type { Database } from './handle.ts'

/**
 * `postgres://…` for a server; a directory or `memory://` for the embedded database, which gives no protection against
 * power loss. Throws `DatabaseRefused` when the directory is in use or the database is newer than the program.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = await openUnmigrated(url)
  try {
    await migrate(database.db as unknown as Kysely<unknown>, MIGRATIONS)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The same as it lies there, for whoever looks before anything is changed. */
export const openUnmigrated = (url: string): Promise<Database> => (/^postgres(ql)?:/.test(url) ? openPostgres(url) : openPglite(url))
