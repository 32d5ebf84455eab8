import { createHash } from 'node:crypto'
import { refusalOfFile, type KeptFile } from '../../../shared/kept-file.ts'
import { plainName } from '../../../shared/formats/file-name.ts'
import { sniff } from '../../../shared/formats/media-type.ts'
import { AttachmentId, uuidV7 } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { instantFromMs, plusDays, type Clock } from '../../../shared/time.ts'
import { MAX_BLOB_BYTES } from '../../../shared/wire/streams.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { statement } from '../cache/statements.ts'
import { transact } from '../cache/turn.ts'

/** Takes files in from the page, piece by piece, into the encrypted cache. */
export interface KeptFiles {
  begin(file: { readonly filename: string; readonly size: number }): Result<{ readonly id: AttachmentId }>
  /** Says how much is there; a piece that does not follow on from that changes nothing. */
  append(id: string, start: number, content: Uint8Array): Result<{ readonly received: number }>
  /** The file as its own bytes say, ready to be named by a command; or why it may not be attached, and then it is gone. */
  finish(id: string): Result<KeptFile>
  drop(id: string): void
}

interface UploadRow {
  readonly filename: string
  readonly size: number
  readonly received: number
  readonly sha256: string | null
}

/** How long a file is kept that no command has named: a page may have been closed in between. */
const UNNAMED_DAYS = 1

export function createKeptFiles(db: Database, clock: Clock, random: (bytes: number) => Uint8Array): KeptFiles {
  return {
    begin: ({ filename, size }) => {
      const name = plainName(filename)
      if (size > MAX_BLOB_BYTES) return refuse('blobs/too-large', { filename: name, limit: MAX_BLOB_BYTES })
      if (size === 0 || name === '') return refuse('blobs/forbidden-kind', { filename: name })
      const id = AttachmentId.parse(uuidV7(clock.nowMs(), random(10)))
      const insert = statement(db, 'INSERT INTO uploads (id, filename, size, received, begun_at) VALUES (?, ?, ?, 0, ?)')
      const begun = attempt(() => transact(db, () => insert.run(id, name, size, instantFromMs(clock.nowMs()))))
      return begun.ok ? ok({ id }) : begun
    },
    append: (id, start, content) => {
      const kept = attempt(() => transact(db, () => appendPiece(db, id, start, content)))
      return kept.ok ? kept.value : kept
    },
    finish: id => finish(db, id),
    drop: id => void transact(db, () => statement(db, `DELETE FROM uploads WHERE id = ? AND ${UNNAMED}`).run(id)),
  }
}

const UNNAMED = 'id NOT IN (SELECT blob_id FROM outbox_blobs)'

const uploadOf = (db: Database, id: string): UploadRow | undefined =>
  statement(db, 'SELECT filename, size, received, sha256 FROM uploads WHERE id = ?').get(id) as UploadRow | undefined

function appendPiece(db: Database, id: string, start: number, content: Uint8Array): Result<{ readonly received: number }> {
  const upload = uploadOf(db, id)
  if (!upload || upload.received + content.length > upload.size) return refuse('blobs/not-found')
  if (start !== upload.received || content.length === 0) return ok({ received: upload.received })
  statement(db, 'INSERT INTO upload_pieces (upload_id, start, content) VALUES (?, ?, ?)').run(id, start, content)
  statement(db, 'UPDATE uploads SET received = received + ? WHERE id = ?').run(content.length, id)
  return ok({ received: start + content.length })
}

function finish(db: Database, id: string): Result<KeptFile> {
  const upload = uploadOf(db, id)
  if (!upload || upload.received !== upload.size) return refuse('blobs/not-found')
  const bytes = uploadBytes(db, id)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file: KeptFile = { id: AttachmentId.parse(id), filename: upload.filename, mediaType: sniff(bytes) ?? '', size: upload.size, sha256 }
  const refusal = refusalOfFile(file)
  const done = attempt(() => transact(db, () =>
    refusal ? statement(db, 'DELETE FROM uploads WHERE id = ?').run(id) : statement(db, 'UPDATE uploads SET sha256 = ? WHERE id = ?').run(sha256, id)))
  if (!done.ok) return done
  return refusal ? { ok: false, error: refusal } : ok(file)
}

/** The whole of a file that came from the page. */
export function uploadBytes(db: Database, id: string): Uint8Array {
  const pieces = statement(db, 'SELECT content FROM upload_pieces WHERE upload_id = ? ORDER BY start').pluck().all(id) as Uint8Array[]
  return Buffer.concat(pieces)
}

/** The bytes of a file that was added here and may not be anywhere else yet. */
export const keptUpload = (db: Database, id: string): Uint8Array | undefined =>
  statement(db, 'SELECT 1 FROM uploads WHERE id = ? AND sha256 IS NOT NULL').get(id) ? uploadBytes(db, id) : undefined

/**
 * Lets go of what no command names any more: never named, or of commands that are forgotten. As long as a command could be
 * offered again, after the service was restored from a backup, its bytes could too.
 */
export const sweepUploads = (db: Database, nowMs: number): void =>
  void statement(db, `DELETE FROM uploads WHERE begun_at < ? AND ${UNNAMED}`).run(plusDays(instantFromMs(nowMs), -UNNAMED_DAYS))
