import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { openConnection } from './connection.ts'
import type { Database } from './database.ts'
import { storageRefusal } from './failures.ts'
import { isKeyOf, writeKeyMark } from './key-check.ts'
import { claimFile, type Lock } from './lock.ts'
import { MIGRATIONS } from './migrations/list.ts'
import { isNewer, migrate } from './migrations/run.ts'

/** The open cache: one writer, one file, one key per person and town. */
export interface Cache {
  readonly db: Database
  readonly file: string
  readonly key: Uint8Array
  /** Whether the last process ended without closing: a look through the file is due (`soundness.ts`). */
  readonly wasUnclean: boolean
  close(): void
}

/**
 * Opens or creates the encrypted cache. Refusals: `storage/in-use` (another process has it), `keychain/key-lost` (this key
 * does not open it), `storage/unreadable` (damaged; see `quarantine`), `storage/newer-database`, `storage/disk-full`.
 * Nothing is ever deleted, and a refused file is left as it was.
 */
export function openCache({ file, key }: { readonly file: string; readonly key: Uint8Array }): Result<Cache> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const lock = claimFile(file)
  if (!lock) return refuse('storage/in-use')
  const opened = openLocked(file, key, lock)
  if (!opened.ok) lock.release()
  return opened
}

function openLocked(file: string, key: Uint8Array, lock: Lock): Result<Cache> {
  const isNew = !existsSync(file) || statSync(file).size === 0
  // A file that was once in use and is empty now has lost its content; only without a mark it is a beginning.
  if (isNew && existsSync(file) && isKeyOf(file, key) !== undefined) return refuse('storage/unreadable')
  const wasUnclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
  if (!isNew && isKeyOf(file, key) === false) return refuse('keychain/key-lost')
  const connected = connect(file, key, isNew)
  if (!connected.ok) return connected
  const db = connected.value
  if (isNew) writeKeyMark(file, key)
  const close = (): void => {
    db.close()
    lock.release()
  }
  return ok({ db, file, key, wasUnclean, close })
}

function connect(file: string, key: Uint8Array, isNew: boolean): Result<Database> {
  let db: Database | undefined
  try {
    db = openConnection(file, key, 'writer')
    if (isNewer(db, MIGRATIONS)) {
      db.close()
      return refuse('storage/newer-database')
    }
    migrate(db, MIGRATIONS)
    db.prepare('DELETE FROM application_changes').run()
    return ok(db)
  } catch (error) {
    db?.close()
    const code = storageRefusal(error)
    if (code === undefined) throw error
    // Without a mark nothing tells a wrong key from damage; the milder reading deletes nothing and asks for the key.
    return refuse(code === 'storage/unreadable' && !isNew && isKeyOf(file, key) === undefined ? 'keychain/key-lost' : code)
  }
}
