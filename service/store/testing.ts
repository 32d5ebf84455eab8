import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely } from 'kysely'
import pg from 'pg'
import { openDatabase, type Database } from './database.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { openPgliteDump, pgliteDump } from './pglite.ts'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/test-database')

/** An empty, migrated database in memory, opened from a dump that all test processes share. */
export async function testDatabase(): Promise<Database> {
  return openPgliteDump(await migratedDump())
}

/** An empty, migrated database of its own on a PostgreSQL server; `close` drops it. */
export async function postgresTestDatabase(serverUrl: string, name: string): Promise<Database & { readonly url: string }> {
  await onServer(serverUrl, `create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = await openDatabase(url.href)
  return {
    ...database,
    url: url.href,
    close: async () => {
      await database.close()
      await onServer(serverUrl, `drop database ${pg.escapeIdentifier(name)} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function migratedDump(): Promise<Blob> {
  const file = join(CACHE, `${await fingerprint()}.tar`)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Blob([kept])
  const dump = await pgliteDump(async ({ db }) => migrate(db as unknown as Kysely<unknown>, MIGRATIONS))
  await keep(file, dump)
  return dump
}

/** Written beside and moved into place, so that another process never reads half of it. */
async function keep(file: string, dump: Blob): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()))
  await rename(unfinished, file)
}

/** Follows from every migration's source and the engine's version. */
async function fingerprint(): Promise<string> {
  const folder = join(import.meta.dirname, 'migrations')
  const hash = createHash('sha256')
  const engine = join(import.meta.dirname, '../../node_modules/@electric-sql/pglite/package.json')
  for (const name of (await readdir(folder)).filter(file => file.endsWith('.ts')).sort())
    hash.update(name).update(await readFile(join(folder, name)))
  return hash.update(await readFile(engine)).digest('hex').slice(0, 32)
}
