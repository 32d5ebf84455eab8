import { sql } from 'kysely'
import { openPgliteToCopy } from '../../store/pglite.ts'
import { openPostgres } from '../../store/postgres.ts'
import { outputOf, reaching } from '../programs.ts'
import { factsOf, type DatabaseFacts } from './facts.ts'

/** A database as it is at one moment, to be copied. */
export interface Source {
  readonly kind: 'postgres' | 'pglite'
  readonly facts: DatabaseFacts
  /** PostgreSQL: the custom format of pg_dump; embedded: an archive of its directory. */
  readonly dump: AsyncIterable<Uint8Array>
}

export const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url)

/** Null where the database holds nothing of this program. The embedded one must not be in use: throws `DatabaseRefused`. */
export const withSource = <Value>(url: string, use: (source: Source | null) => Promise<Value>): Promise<Value> =>
  (isPostgres(url) ? fromPostgres(url, use) : fromPglite(url, use))

/** Facts and dump see the same rows, whatever is written meanwhile: pg_dump takes over this transaction's view. */
async function fromPostgres<Value>(url: string, use: (source: Source | null) => Promise<Value>): Promise<Value> {
  const database = await openPostgres(url)
  try {
    return await database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async trx => {
      // It is idle for as long as pg_dump works.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      const facts = await factsOf(trx)
      if (!facts) return use(null)
      const { rows: [view] } = await sql<{ readonly id: string }>`select pg_export_snapshot() as id`.execute(trx)
      const { address, environment } = reaching(url)
      const args = ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${view?.id ?? ''}`, '--dbname', address]
      return use({ kind: 'postgres', facts, dump: outputOf({ program: 'pg_dump', args, environment }) })
    })
  } finally {
    await database.close()
  }
}

async function fromPglite<Value>(directory: string, use: (source: Source | null) => Promise<Value>): Promise<Value> {
  const { database, dump } = await openPgliteToCopy(directory)
  try {
    const facts = await factsOf(database.db)
    return await use(facts && { kind: 'pglite', facts, dump: bytesOf(dump) })
  } finally {
    await database.close()
  }
}

async function* bytesOf(dump: () => Promise<Blob>): AsyncGenerator<Uint8Array> {
  yield* (await dump()).stream()
}
