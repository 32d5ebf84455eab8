import type { Kysely } from 'kysely'
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
