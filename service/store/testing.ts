import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { aForm, anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { systemClock } from '../clock.ts'
import { commitChanges, type Origin } from './commit.ts'
import { openDatabase, type Database } from './database.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { openPgliteDump, pgliteDump } from './pglite.ts'
import { createTown } from './towns.ts'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/test-database')

/** An empty, migrated database in memory, opened from a dump that all test processes share. */
export async function testDatabase(): Promise<Database> {
  return openPgliteDump(await migratedDump())
}

/** What store tests run on: the embedded database always, PostgreSQL where `TEST_DATABASE_URL` names a server. */
export function testEngines(): readonly { readonly kind: Database['kind']; readonly open: () => Promise<Database> }[] {
  const server = process.env['TEST_DATABASE_URL']
  const embedded = { kind: 'pglite', open: testDatabase } as const
  return server ? [embedded, { kind: 'postgres', open: () => postgresTestDatabase(server) }] : [embedded]
}

/** An empty, migrated database of its own on a PostgreSQL server; `close` drops it. */
export async function postgresTestDatabase(serverUrl: string): Promise<Database & { readonly url: string }> {
  const name = `rathaus_test_${randomUUID().replaceAll('-', '')}`
  const template = await postgresTemplate(serverUrl)
  await onServer(serverUrl, server => server.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`))
  const url = databaseOn(serverUrl, name)
  const database = await openDatabase(url)
  return {
    ...database,
    url,
    close: async () => {
      await database.close()
      await onServer(serverUrl, server => server.query(`drop database ${pg.escapeIdentifier(name)} with (force)`))
    },
  }
}

export const TEST_TOWN = TownId.parse('tangerhuette')
export const TEST_TIME = instantFromMs(Date.UTC(2026, 10, 22, 9, 0))

/** An origin without an actor, as intake has. */
export const anOrigin = (overrides: Partial<Origin> = {}): Origin => ({
  townId: TEST_TOWN,
  actor: null,
  action: 'test.change',
  commandId: null,
  at: TEST_TIME,
  ...overrides,
})

/** Adds the town with two departments, one service with its form and one application, at position 1. */
export async function addTestTown({ db }: Database, townId: TownId = TEST_TOWN): Promise<void> {
  await db.transaction().execute(async trx => {
    await createTown(trx, { id: townId, name: 'Tangerhütte', reference_prefix: 'TGH', recovery_key: `${'A'.repeat(43)}=`, demo: true })
    await commitChanges(trx, anOrigin({ townId }), [
      ...['ordnung', 'soziales'].map((id, position) => ({
        table: 'departments' as const,
        row: { id: DepartmentId.parse(id), scope: 'town', version: 0, name: id, position, letterhead: null, closedAt: null },
      })),
      { table: 'services', row: aTownService() },
      { table: 'forms', row: aForm() },
      { table: 'applications', row: anApplication() },
    ])
  })
}

/** What is asked for once in a process, and again after it failed. */
function once<Given extends readonly string[], Made>(make: (...given: Given) => Promise<Made>): (...given: Given) => Promise<Made> {
  let made: Promise<Made> | undefined
  return (...given) => (made ??= make(...given).catch((cause: unknown) => {
    made = undefined
    throw cause
  }))
}

const TEMPLATE = 'rathaus_template_'

/** The name of a migrated database to copy, which stays on its server for the next run. */
const postgresTemplate = once(async (serverUrl: string): Promise<string> => {
  const name = `${TEMPLATE}${await fingerprint()}`
  await onServer(serverUrl, async server => {
    await server.query('select pg_advisory_lock(hashtext($1))', [TEMPLATE])
    await makeTemplate(server, serverUrl, name)
    await server.query(`comment on database ${pg.escapeIdentifier(name)} is ${pg.escapeLiteral(instantFromMs(systemClock.nowMs()))}`)
    await dropForgotten(server)
  })
  return name
})

/** Under the lock only one process makes it, and it has its name when it is whole. */
async function makeTemplate(server: pg.Client, serverUrl: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name])
  if (rowCount === 1) return
  await server.query(`drop database if exists ${pg.escapeIdentifier(unfinished)}`)
  await server.query(`create database ${pg.escapeIdentifier(unfinished)} encoding 'UTF8' template template0`)
  const database = await openDatabase(databaseOn(serverUrl, unfinished))
  await database.close()
  await server.query(`alter database ${pg.escapeIdentifier(unfinished)} rename to ${pg.escapeIdentifier(name)}`)
}

const FORGOTTEN_AFTER_MS = 86_400_000

/** Templates of other migrations that no process has asked for within a day: each says when that was last. */
async function dropForgotten(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ readonly name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1) and coalesce(shobj_description(oid, 'pg_database'), '') < $2
      and not exists (select from pg_stat_activity where datid = pg_database.oid and backend_type = 'client backend')`,
    [TEMPLATE, instantFromMs(systemClock.nowMs() - FORGOTTEN_AFTER_MS)])
  for (const { name } of rows) await server.query(`drop database if exists ${pg.escapeIdentifier(name)}`)
}

function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** What is locked on the server is free again when `work` is done. */
async function onServer(url: string, work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    await work(server)
  } finally {
    await server.end()
  }
}

/** Read or made: a file with many tests opens it many times. */
const migratedDump = once(async (): Promise<Uint8Array> => {
  const file = join(CACHE, `${await fingerprint()}.tar`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return kept
  const dump = await pgliteDump(async ({ db }) => {
    await migrate(db as unknown as Kysely<unknown>, MIGRATIONS)
    await lighten(db)
  })
  await keep(file, dump)
  return dump
})

/**
 * Every test that opens the dump unpacks all of it and repeats what was written since the last checkpoint: so without the
 * databases nobody makes another from, and with nothing left to repeat.
 */
async function lighten(db: Database['db']): Promise<void> {
  await sql`update pg_database set datistemplate = false`.execute(db)
  for (const unused of ['template0', 'template1']) await sql`drop database ${sql.id(unused)}`.execute(db)
  await sql`checkpoint`.execute(db)
}

/** Written beside and moved into place, so that another process never reads half of it. */
async function keep(file: string, dump: Uint8Array): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, dump)
  await rename(unfinished, file)
}

/** Follows from every migration's source, from how the dump is made, and the engine's version. */
async function fingerprint(): Promise<string> {
  const folder = join(import.meta.dirname, 'migrations')
  const hash = createHash('sha256')
  const engine = join(import.meta.dirname, '../../node_modules/@electric-sql/pglite/package.json')
  for (const name of (await readdir(folder)).filter(file => file.endsWith('.ts')).toSorted())
    hash.update(name).update(await readFile(join(folder, name)))
  for (const way of [import.meta.filename, join(import.meta.dirname, 'pglite.ts')]) hash.update(await readFile(way))
  return hash.update(await readFile(engine)).digest('hex').slice(0, 32)
}
