import Sqlite from 'better-sqlite3'
import { sqliteCode } from './connection.ts'

/** Held as long as the file is open; the operating system lets go of it when the process dies, however it dies. */
export interface Lock {
  release(): void
}

/**
 * Claims a file for this process alone, by an exclusive transaction on an empty file beside it. Undefined when another
 * process (or another opener here) has it.
 */
export function claimFile(file: string): Lock | undefined {
  const db = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    db.pragma('locking_mode=EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}
