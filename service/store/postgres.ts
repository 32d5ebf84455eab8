import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './handle.ts'
import { listenOn, type Listening } from './postgres-listen.ts'
import type { Schema } from './schema.ts'
import { VALUE_PARSERS } from './values.ts'

/** Connections of the pool: enough for the disk to be the limit, few enough for a small server. */
const POOL_SIZE = 16

/** Nobody waits for ever: not for a connection, not for a row, and no transaction stays open behind a process that hangs. */
const PATIENCE = { connectionTimeoutMillis: 15_000, lock_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 }

/** Only for this pool; the driver's global parsers stay as they are. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : VALUE_PARSERS[id]) ?? pg.types.getTypeParser(id, format ?? 'text'),
}

/** A PostgreSQL server, version 15 or newer. Not migrated. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, types, keepAlive: true, ...PATIENCE })
  // Without a listener a connection that dies while idle would end the process; the pool replaces it by itself.
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const listening: Listening[] = []
  return {
    kind: 'postgres',
    db,
    listen: async (channel, onNotice) => {
      listening.push(await listenOn(url, channel, onNotice))
    },
    close: async () => {
      await Promise.all(listening.map(one => one.stop()))
      await db.destroy()
      // Kysely ends the pool only if it was ever used through Kysely.
      if (!pool.ending) await pool.end()
    },
  }
}
