import { createHash } from 'node:crypto'
import type { Attachment } from '../../../shared/domains/applications/tables.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { getBase } from '../cache/rows.ts'
import { statement } from '../cache/statements.ts'
import { transact } from '../cache/turn.ts'
import type { Log } from '../log.ts'
import { failureOf } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { keptUpload } from './kept-files.ts'

export interface BlobParts {
  readonly db: Database
  readonly network: Network
  readonly clock: Clock
  readonly log: Log
}

/** What attachments kept for offline work may take of the disk. */
const BUDGET_BYTES = 200 * 1024 * 1024

/** The bytes of an attachment, from this desk or from the service; `blobs/not-here-yet` when neither has them now. */
export async function readBlob(parts: BlobParts, id: string): Promise<Result<Uint8Array>> {
  const kept = statement(parts.db, 'SELECT content FROM blobs WHERE id = ?').pluck().get(id) as Uint8Array | undefined
  const own = kept ?? keptUpload(parts.db, id)
  return own ? ok(own) : fetchBlob(parts, id)
}

async function fetchBlob({ db, network, clock, log }: BlobParts, id: string, signal?: AbortSignal): Promise<Result<Uint8Array>> {
  const attachment = getBase(db, 'attachments', id)
  const file = attachment ?? getBase(db, 'conversation_files', id)
  if (!file) return refuse('blobs/not-found')
  try {
    const content = await network.blob(id, signal)
    if (createHash('sha256').update(content).digest('hex') !== file.sha256) {
      log.error('blobs.hash-differs', { id })
      return refuse('blobs/hash-differs')
    }
    // The case may have left this desk meanwhile, and then nothing of it is kept.
    const kept = attachment && getBase(db, 'attachments', id) ? attempt(() => keep(db, attachment, content, clock)) : ok(null)
    if (!kept.ok) log.warn('blobs.not-kept', { code: kept.error.code })
    return ok(content)
  } catch (error) {
    const failure = failureOf(error)
    return refuse(failure.kind === 'refused' ? 'blobs/not-found' : 'blobs/not-here-yet')
  }
}

/**
 * Keeps the attachments of open cases on this desk, the person's own cases first, as far as the budget goes, and lets go
 * of those of decided cases. Stops when the service is away or the disk is full; the next call goes on.
 */
export async function prefetchBlobs(parts: BlobParts, personId: string, signal: AbortSignal): Promise<void> {
  dropDecided(parts.db)
  const inVain: string[] = []
  for (;;) {
    const next = signal.aborted ? undefined : nextMissing(parts.db, personId, inVain)
    if (!next) return
    const fetched = await fetchBlob(parts, next, signal)
    if (!fetched.ok && fetched.error.code === 'blobs/not-here-yet') return
    if (fetched.ok && !isKept(parts.db, next)) return
    // One that the service refuses must not keep the others back.
    inVain.push(next)
  }
}

const isKept = (db: Database, id: string): boolean => statement(db, 'SELECT 1 FROM blobs WHERE id = ?').get(id) !== undefined

function keep(db: Database, { id, applicationId }: Attachment, content: Uint8Array, clock: Clock): void {
  const insert = statement(db, 'INSERT OR REPLACE INTO blobs (id, application_id, size, content, fetched_at) VALUES (?, ?, ?, ?, ?)')
  transact(db, () => insert.run(id, applicationId, content.byteLength, content, instantFromMs(clock.nowMs())))
}

function dropDecided(db: Database): void {
  const drop = statement(db, `DELETE FROM blobs WHERE NOT EXISTS (SELECT 1 FROM applications AS a WHERE a.id = blobs.application_id AND a.status NOT IN ('decided', 'closed'))`)
  transact(db, () => drop.run())
}

const nextMissing = (db: Database, personId: string, inVain: readonly string[]): string | undefined =>
  statement(db, `
    SELECT t.id FROM attachments AS t JOIN applications AS a ON a.id = t.application_id
    WHERE a.status NOT IN ('decided', 'closed') AND t.scan <> 'infected' AND t.id NOT IN (SELECT id FROM blobs) AND t.id NOT IN (SELECT id FROM uploads) AND t.id NOT IN (SELECT value FROM json_each(?))
      AND t.size + (SELECT coalesce(sum(size), 0) FROM blobs) <= ${BUDGET_BYTES}
    ORDER BY a.assignee_id IS ? DESC, a.number DESC LIMIT 1
  `).pluck().get(JSON.stringify(inVain), personId) as string | undefined
