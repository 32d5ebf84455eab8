import type { RecordRef } from '../../../shared/command.ts'
import { ERRORS } from '../../../shared/errors.ts'
import type { CommandId } from '../../../shared/ids.ts'
import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'
import { transact } from '../cache/turn.ts'
import type { Log } from '../log.ts'
import { failureOf, NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { takeOffTheWay } from './answers.ts'
import { refreshOverlay, type OverlayParts } from './overlay.ts'

export interface SendBlobParts extends OverlayParts {
  readonly db: Database
  readonly network: Network
  readonly log: Log
  /** A file is at the service, so the commands that name it may go out. */
  readonly onSent: () => void
  /** Commands were taken off their way because their file was not accepted. */
  readonly onRefused: (records: readonly RecordRef[]) => void
}

interface Waiting {
  readonly blobId: string
  readonly commandId: CommandId
  /** All null when the bytes are not on this desk any more. */
  readonly filename: string | null
  readonly sha256: string | null
  readonly size: number | null
}

/** Sent in one request; a line that breaks loses no more than this. */
const PIECE_BYTES = 2 * 1024 * 1024

/**
 * Sends the bytes that commands on the way wait for, oldest first, each from where the service has it. Throws the
 * `NetworkFailure` that stopped it; a file that the service refuses takes its command off the way and holds up no other.
 */
export async function sendBlobs(parts: SendBlobParts, signal: AbortSignal): Promise<void> {
  for (let next = nextWaiting(parts.db); next && !signal.aborted; next = nextWaiting(parts.db)) {
    const refused = await sendOne(parts, next, signal)
    if (refused) parts.onRefused(giveUp(parts, next, refused))
    else parts.onSent()
  }
}

function nextWaiting(db: Database): Waiting | undefined {
  return statement(db, `
    SELECT b.blob_id AS blobId, o.id AS commandId, u.filename, u.sha256, u.size
    FROM outbox AS o JOIN outbox_blobs AS b USING (sequence) LEFT JOIN uploads AS u ON u.id = b.blob_id
    WHERE o.state = 'pending' AND coalesce(u.is_sent, 0) = 0 ORDER BY o.sequence LIMIT 1
  `).get() as Waiting | undefined
}

/** Why the service will never take it, or null once it has it. */
async function sendOne({ db, network }: SendBlobParts, { blobId, sha256, size }: Waiting, signal: AbortSignal): Promise<NetworkFailure | null> {
  // Read out of a damaged cache, the command came without its bytes.
  if (sha256 === null || size === null) return new NetworkFailure({ kind: 'refused', code: 'blobs/not-found' })
  try {
    let progress = await network.sendBlob({ id: blobId, sha256, size }, null, signal)
    while (!progress.complete) {
      const piece = readPiece(db, blobId, progress.received)
      progress = await network.sendBlob({ id: blobId, sha256, size }, { start: progress.received, bytes: piece }, signal)
    }
    transact(db, () => statement(db, 'UPDATE uploads SET is_sent = 1 WHERE id = ?').run(blobId))
    return null
  } catch (error) {
    const failure = failureOf(error)
    // Two requests of one file met, after the answer of the first was lost: the next one goes on from what came of it.
    const isForGood = failure.kind === 'refused' && failure.code.startsWith('blobs/') && ERRORS[failure.code].retry !== 'later'
    if (!isForGood) throw failure
    return failure
  }
}

/** Bytes from a place on, as many as go into one request; the pieces they were kept in are of any size. */
function readPiece(db: Database, id: string, from: number): Uint8Array {
  const rows = statement(db, `
    SELECT start, content FROM upload_pieces WHERE upload_id = ? AND start + length(content) > ? AND start < ? ORDER BY start
  `).all(id, from, from + PIECE_BYTES) as { start: number; content: Uint8Array }[]
  const [first] = rows
  if (!first) throw new Error('a file on its way has no bytes there')
  return Buffer.concat(rows.map(({ content }) => content)).subarray(from - first.start, from - first.start + PIECE_BYTES)
}

function giveUp(parts: SendBlobParts, { commandId, blobId, filename }: Waiting, { code }: NetworkFailure): readonly RecordRef[] {
  const { db, log } = parts
  log.warn('sync.file-refused', { id: blobId, code })
  return transact(db, () => {
    const verdict = { code, facts: filename === null ? {} : { filename }, blockedBy: null }
    return refreshOverlay(db, parts, takeOffTheWay(db, commandId, verdict))
  })
}
