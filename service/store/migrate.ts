import { sql, type Kysely, type Transaction } from 'kysely'
import type { Refusal } from '../../shared/result.ts'
import type { Migration } from './migrations/list.ts'

/** Held while migrating, so that two services started at once do not both do it. */
const MIGRATION_LOCK = 7_284_351

/** The database cannot be used by this program; the refusal's code says why. Thrown at start only. */
export class DatabaseRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, message: string) {
    super(message)
    this.refusal = refusal
  }
}

/**
 * Brings a database to the newest step in one transaction, or leaves it as it was. A database that knows steps this
 * program does not is refused untouched.
 */
export async function migrate(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<void> {
  await db.transaction().execute(async trx => {
    for (const migration of await missingSteps(trx, migrations)) await take(trx, migration)
  })
}

/** What a database lacks; until the transaction ends nobody else migrates. */
export async function missingSteps(trx: Transaction<unknown>, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx)
  await ensureList(trx)
  const { rows: applied } = await sql<{ name: string }>`select name from migrations order by name`.execute(trx)
  refuseUnknown(applied, migrations)
  return migrations.slice(applied.length)
}

/** One step, and that it was taken. */
export async function take(trx: Transaction<unknown>, migration: Migration): Promise<void> {
  await migration.up(trx)
  await sql`insert into migrations (name) values (${migration.name})`.execute(trx)
}

/** Asked for first: a role that owns nothing may read the list, but not create it, though it is there. */
async function ensureList(trx: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ known: string | null }>`select to_regclass('migrations')::text as known`.execute(trx)
  if (rows[0]?.known) return
  await sql`create table migrations (name text primary key, applied_at timestamptz not null default now())`.execute(trx)
}

function refuseUnknown(applied: readonly { readonly name: string }[], known: readonly Migration[]): void {
  const foreign = applied.find(({ name }, index) => known[index]?.name !== name)
  if (!foreign) return
  throw new DatabaseRefused(
    { code: 'storage/newer-database', facts: { migration: foreign.name } },
    `The database holds the step ${foreign.name}, which this version of the service does not know. Start the newer version.`,
  )
}
