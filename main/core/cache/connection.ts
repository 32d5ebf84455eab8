import Sqlite from 'better-sqlite3'
import { defineQuestionsNamed } from './asked-questions.ts'
import type { Database } from './database.ts'

/** The core's thread writes; readers and the bulk loader sit in worker threads with a connection of their own. */
export type ConnectionRole = 'writer' | 'reader' | 'loader'

const KEY_BYTES = 32
const OLDEST_SQLITE = [3, 51, 3] as const
const PAGE_BYTES = 16_384
const BUSY_TIMEOUT_MS = 5_000

/** A setting the file was opened without; a bug or a foreign build of the driver, never a state to go on in. */
class UnsafeConnectionError extends Error {}

/**
 * The one way to open the encrypted file: every pragma is set and then read back, because the driver falls back to
 * weaker values on its own when an existing file is opened again (`synchronous` for one).
 * Throws what SQLite throws; the key appears in no message.
 */
export function openConnection(file: string, key: Uint8Array, role: ConnectionRole): Database {
  if (key.length !== KEY_BYTES) throw new RangeError(`the key of the cache has ${KEY_BYTES} bytes`)
  const db = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    unlock(db, key)
    configure(db, role)
    readBack(db, role)
    defineQuestionsNamed(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Loads the driver's native part, which is otherwise done at the first opening. */
export const loadDriver = (): void => void new Sqlite(':memory:').close()

function unlock(db: Database, key: Uint8Array): void {
  db.pragma("cipher='aegis'")
  db.pragma("algorithm='aegis-256'")
  db.pragma(`page_size=${PAGE_BYTES}`)
  // A raw key: 32 random bytes need no derivation, which would cost 30 ms at every open.
  db.pragma(`key='raw:${Buffer.from(key).toString('hex')}'`)
  // Proves the key before anything else touches the file.
  db.prepare('SELECT count(*) FROM sqlite_master').get()
}

function configure(db: Database, role: ConnectionRole): void {
  // Temp files are not encrypted, so there must be none; the sorter's must not reach the disk either.
  db.pragma('temp_store=MEMORY')
  db.pragma('journal_mode=WAL')
  db.pragma(`synchronous=${role === 'loader' ? 'NORMAL' : 'FULL'}`)
  db.pragma('foreign_keys=ON')
  db.pragma('secure_delete=ON')
  db.pragma('trusted_schema=OFF')
  db.pragma('mmap_size=0')
  db.pragma(`cache_size=${role === 'reader' ? -8_000 : -32_000}`)
  if (role === 'reader') db.pragma('query_only=ON')
}

function readBack(db: Database, role: ConnectionRole): void {
  const expected: Readonly<Record<string, string | number>> = {
    cipher: 'aegis',
    algorithm: 'aegis-256',
    page_size: PAGE_BYTES,
    temp_store: 2,
    journal_mode: 'wal',
    synchronous: role === 'loader' ? 1 : 2,
    foreign_keys: 1,
    secure_delete: 1,
    trusted_schema: 0,
    query_only: role === 'reader' ? 1 : 0,
    busy_timeout: BUSY_TIMEOUT_MS,
  }
  for (const [name, value] of Object.entries(expected)) {
    const found = settingOf(db, name)
    if (found !== value) throw new UnsafeConnectionError(`the cache is open with ${name}=${String(found)}, not ${value}`)
  }
  // Without memory mapping SQLite may answer with no row at all.
  if ((settingOf(db, 'mmap_size') ?? 0) !== 0) throw new UnsafeConnectionError('the cache is mapped into memory')
  requireFixedSqlite(db)
}

const settingOf = (db: Database, name: string): unknown => db.pragma(name, { simple: true })

/** Releases before 3.51.3 can corrupt a file that two connections write and checkpoint. */
function requireFixedSqlite(db: Database): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
  const parts = version.split('.').map(Number)
  const difference = OLDEST_SQLITE.map((part, index) => (parts[index] ?? 0) - part).find(part => part !== 0) ?? 0
  if (difference < 0) throw new UnsafeConnectionError(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`)
}

/** The code by which SQLite says what went wrong, or undefined for any other error. */
export const sqliteCode = (error: unknown): string | undefined => (error instanceof Sqlite.SqliteError ? error.code : undefined)
