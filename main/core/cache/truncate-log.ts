import type { Database } from './database.ts'

const USUAL_MS = 5_000

/**
 * Empties the write-ahead log, so that rows which left this disk do not live on in it. Does not wait for a thread that
 * reads just now, which would hold up the person's work: the next call empties it then.
 */
export function truncateLog(db: Database): void {
  db.pragma('busy_timeout=0')
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.pragma(`busy_timeout=${USUAL_MS}`)
  }
}
