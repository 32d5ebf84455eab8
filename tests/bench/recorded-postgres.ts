import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../../service/store/database.ts'
import type { Schema } from '../../service/store/schema.ts'
import { VALUE_PARSERS } from '../../service/store/values.ts'

/** One statement as it went over the wire. */
export interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

export interface RecordedDatabase extends Database {
  /** Runs something and gives the statements it sent, in order. */
  recorded(act: () => Promise<void>): Promise<readonly Sent[]>
}

type Query = (text: string, values: unknown[]) => Promise<unknown>

/** As the service opens PostgreSQL, but every statement is noted for whoever sends it. */
export function openRecordedPostgres(url: string, poolSize: number): RecordedDatabase {
  const sender = new AsyncLocalStorage<Sent[]>()
  const types: pg.CustomTypesConfig = { getTypeParser: (id: number, format?: 'text' | 'binary') => VALUE_PARSERS[id] ?? pg.types.getTypeParser(id, format ?? 'text') }
  const pool = new pg.Pool({ connectionString: url, max: poolSize, types })
  // The temporary server ends soon after the pool, and takes its last connections along.
  pool.on('error', () => undefined)
  pool.on('connect', client => {
    const query = client.query.bind(client) as Query
    Object.assign(client, {
      query: (text: string, values: readonly unknown[] = []) => {
        sender.getStore()?.push({ text, values })
        return query(text, [...values])
      },
    })
  })
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgres',
    db,
    listen: async () => undefined,
    close: () => db.destroy(),
    recorded: async act => {
      const sent: Sent[] = []
      await sender.run(sent, act)
      return sent
    },
  }
}
