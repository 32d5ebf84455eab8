import { mkdir } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { Kysely, PGliteDialect } from 'kysely'
import { lockDirectory } from './directory-lock.ts'
import { DumpedFiles } from './dumped-files.ts'
import type { Database } from './handle.ts'
import { DatabaseRefused } from './migrate.ts'
import type { Schema } from './schema.ts'
import { VALUE_PARSERS } from './values.ts'

// While V8 clears away the engine's code that it has replaced by faster code, it can lose count of it and end the whole
// process (nodejs/node#64500). Kept until the engine is closed, that code takes a few tens of megabytes.
setFlagsFromString('--no-wasm-code-gc')

const MEMORY = 'memory://'
/** PostgreSQL's number of the type. */
const BYTEA = 17

/** The embedded database in a directory, which it locks against second openers, or in memory. Not migrated. */
export async function openPglite(directory: string): Promise<Database> {
  if (directory === MEMORY) return databaseOver(await createPglite(MEMORY), async () => {})
  await mkdir(directory, { recursive: true })
  const lock = await lockDirectory(directory)
  if (!lock.ok)
    throw new DatabaseRefused(lock.error, `The data directory ${directory} is in use by another service. Stop that one first.`)
  try {
    return databaseOver(await createPglite(directory), lock.value.release)
  } catch (error) {
    await lock.value.release()
    throw error
  }
}

/** In memory, from the dump of another; a twentieth of the time of a fresh one. */
export const openPgliteDump = async (dump: Uint8Array): Promise<Database> =>
  databaseOver(await createPglite(MEMORY, { fs: new DumpedFiles(dump), startParams: SMALL }), async () => {})

/** A directory opened to be copied: not migrated, and locked until it is closed, so that nothing is written meanwhile. */
export async function openPgliteToCopy(directory: string): Promise<{ readonly database: Database; dump(): Promise<Blob> }> {
  const lock = await lockDirectory(directory)
  if (!lock.ok) throw new DatabaseRefused(lock.error, `The data directory ${directory} is in use by another service. Stop that one first.`)
  try {
    const pglite = await createPglite(directory)
    return { database: databaseOver(pglite, lock.value.release), dump: () => pglite.dumpDataDir('none') }
  } catch (error) {
    await lock.value.release()
    throw error
  }
}

/** A directory of its own from the dump of another; it must not be there yet. */
export async function openPgliteCopy(directory: string, dump: Blob): Promise<Database> {
  return databaseOver(await createPglite(directory, { loadDataDir: dump }), async () => {})
}

/** The whole of a fresh in-memory database after `prepare`, to open others from. */
export async function pgliteDump(prepare: (database: Database) => Promise<void>): Promise<Uint8Array> {
  const pglite = await createPglite(MEMORY, { startParams: SMALL, initDbStartParams: ['--wal-segsize=1'] })
  const database = databaseOver(pglite, async () => {})
  await prepare(database)
  const dump = await pglite.dumpDataDir('none')
  await database.close()
  return new Uint8Array(await dump.arrayBuffer())
}

/** For many short-lived ones: what is kept in advance is filled and copied at every opening, whether it is used or not. */
const SMALL = [...PGlite.defaultStartParams, ...['shared_buffers=16MB', 'min_wal_size=2MB', 'max_wal_size=16MB'].flatMap(setting => ['-c', setting])]

/** Bytes go as they are and come by the platform's own way: the engine's, a number and a text for each, takes half a second for a file of 2 MB. */
const createPglite = (dataDir: string, options: PGliteOptions = {}): Promise<PGlite> =>
  PGlite.create({ dataDir, parsers: { ...VALUE_PARSERS, [BYTEA]: bytesFromText }, serializers: { [BYTEA]: bytes => bytes }, extensions: { btree_gist }, ...options })

/** From `\x` and two digits for each byte. */
const bytesFromText = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'))

function databaseOver(pglite: PGlite, release: () => Promise<void>): Database {
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  return {
    kind: 'pglite',
    db,
    listen: async (channel, onNotice) => {
      await pglite.listen(channel, onNotice)
    },
    close: async () => {
      // Kysely closes the engine only if it was ever used through Kysely.
      await db.destroy()
      if (!pglite.closed) await pglite.close()
      await release()
    },
  }
}
