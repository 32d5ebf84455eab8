import { sql, type Kysely, type Transaction } from 'kysely'
import type { Clock } from '../../shared/time.ts'
import { missingSteps, take } from '../store/migrate.ts'
import type { Migration } from '../store/migrations/list.ts'

/** One step as it would be taken. */
export interface RehearsedStep {
  readonly name: string
  readonly tookMs: number
  /** Tables that were there before and on which nobody could work meanwhile; writing at least would wait. */
  readonly locked: readonly string[]
}

/** Ends the rehearsal: everything in it is taken back. */
class Enough extends Error {}

/** A table in use by others is not waited for: the rehearsal shall not hold up a service that runs. */
const WAITS = '2s'

/**
 * Takes every step that a database lacks in one transaction, and takes them back. Whoever works with a table that is locked waits until the end: at a quiet
 * hour, or on a copy (a restore under another name). Throws `DatabaseRefused` for a database that is newer than the program, and with the code 55P03 where
 * a table is in use.
 */
export async function rehearseMigration(db: Kysely<unknown>, migrations: readonly Migration[], clock: Clock): Promise<readonly RehearsedStep[]> {
  const steps: RehearsedStep[] = []
  try {
    await db.transaction().execute(async trx => {
      await sql`select set_config('lock_timeout', ${WAITS}, true)`.execute(trx)
      const before = await tablesIn(trx)
      const locked = new Set<string>()
      for (const migration of await missingSteps(trx, migrations)) {
        const beganMs = clock.nowMs()
        await take(trx, migration)
        const tookMs = clock.nowMs() - beganMs
        const now = (await lockedTables(trx)).filter(name => before.has(name) && !locked.has(name))
        for (const name of now) locked.add(name)
        steps.push({ name: migration.name, tookMs, locked: now })
      }
      throw new Enough()
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return steps
}

async function tablesIn(trx: Transaction<unknown>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'`.execute(trx)
  return new Set(rows.map(({ name }) => name))
}

async function lockedTables(trx: Transaction<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select distinct relname as name from pg_locks join pg_class on pg_class.oid = relation
    where pid = pg_backend_pid() and relkind = 'r' and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
    order by relname`.execute(trx)
  return rows.map(({ name }) => name)
}
