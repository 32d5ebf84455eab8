import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import { BLOB_HASH_HEADER, MAX_BLOB_BYTES, MAX_SUBMISSION_BYTES, type BlobProgress } from '../../../shared/wire/streams.ts'
import type { Database } from '../../store/database.ts'
import type { Access } from '../../store/access.ts'
import { RefusedRequest, valueOrRefuse } from '../refusal.ts'
import { scanStateOf, type Scanner } from '../../scanning/scanner.ts'
import { attachmentRow, isWithin } from './attachment-row.ts'
import { blobId } from './blob-id.ts'
import {
  appendBytes, beginBlob, dropBlob, findBlob, hashOfBlob, kindOfBlob, markComplete, scanKept, unclaimedBytes, type BlobHead, type Judged,
} from './blob-store.ts'

export interface BlobParts {
  readonly database: Database
  readonly clock: Clock
  readonly scanner: Scanner
}

/**
 * `PUT /v1/blobs/{id}`: keeps what comes as it comes, so that a sender whose line breaks goes on from where it was. Once
 * everything is here the hash is compared, the kind judged and the virus scanner asked; unless all is well, nothing stays.
 */
export const putBlobRoute =
  (parts: BlobParts) =>
  async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<BlobProgress> => {
    const id = blobId(request.params)
    const announced = announcedIn(request)
    const head = await claim(parts, access, { id, ...announced })
    const received = announced.start === undefined ? head : await receive(parts, access, head, announced.start, request.body)
    const progress = await finish(parts, access, received)
    void reply.code(progress.complete ? 200 : 202)
    return progress
  }

interface Announced {
  readonly sha256: string
  readonly size: number
  /** Undefined where the sender only asks how much is there. */
  readonly start: number | undefined
}

function announcedIn({ headers }: FastifyRequest): Announced {
  const sha256 = headers[BLOB_HASH_HEADER]
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return invalid(BLOB_HASH_HEADER)
  const range = /^bytes (?:(\d{1,15})-\d{1,15}|\*)\/(\d{1,15})$/.exec(headers['content-range'] ?? '')
  if (headers['content-range'] !== undefined && !range) return invalid('content-range')
  const size = Number(range ? range[2] : headers['content-length'])
  if (!Number.isSafeInteger(size)) return invalid('content-length')
  if (size > MAX_BLOB_BYTES) return valueOrRefuse(refuse('blobs/too-large', { limit: MAX_BLOB_BYTES }))
  return { sha256, size, start: range ? (range[1] === undefined ? undefined : Number(range[1])) : 0 }
}

const invalid = (reason: string): never => valueOrRefuse(refuse('request/invalid', { reason }))

/** An id belongs to whoever began it, and to the hash its record names. */
async function claim({ database, clock }: BlobParts, access: Access, blob: Announced & { readonly id: string }): Promise<BlobHead> {
  const { townId, accountId } = access.actor
  const row = await attachmentRow(database.db, townId, blob.id)
  if (row && !isWithin(access, row)) return valueOrRefuse(refuse('blobs/not-found'))
  const known = await findBlob(database.db, townId, blob.id)
  if (known && known.accountId !== accountId && !row) return valueOrRefuse(refuse('blobs/not-found'))
  const expected = known?.sha256 ?? row?.sha256 ?? blob.sha256
  if (expected !== blob.sha256 || (known && known.size !== blob.size)) return valueOrRefuse(refuse('blobs/hash-differs'))
  if (known) return known
  if ((await unclaimedBytes(database.db, townId, accountId)) + blob.size > MAX_SUBMISSION_BYTES)
    return valueOrRefuse(refuse('blobs/too-large', { limit: MAX_SUBMISSION_BYTES }))
  const begun = await beginBlob(database.db, townId, { ...blob, accountId, begunAt: instantFromMs(clock.nowMs()) })
  // Somebody else may have begun the same id a moment ago.
  if (begun.accountId !== accountId && !row) return valueOrRefuse(refuse('blobs/not-found'))
  return begun.sha256 === blob.sha256 && begun.size === blob.size ? begun : valueOrRefuse(refuse('blobs/hash-differs'))
}

/** Written in steps of this size, each in a transaction of its own. */
const STEP_BYTES = 1024 * 1024

async function receive({ database }: BlobParts, access: Access, begun: BlobHead, start: number, body: unknown): Promise<BlobHead> {
  if (begun.isComplete) return begun
  if (start > begun.received) throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'offset', received: begun.received } }, 416)
  let head = begun
  for await (const step of stepsOf(body as Readable, begun.received - start)) {
    if (head.received + step.length > head.size) return valueOrRefuse(refuse('blobs/too-large', { limit: head.size }))
    const isKept = await database.db.transaction().execute(trx => appendBytes(trx, access.actor.townId, head, step))
    if (!isKept) throw new RefusedRequest({ code: 'blobs/not-here-yet' }, 409)
    head = { ...head, received: head.received + step.length }
  }
  return head
}

/** The body in large steps, without the bytes that are here already. */
async function* stepsOf(body: AsyncIterable<Buffer>, known: number): AsyncGenerator<Buffer> {
  let skip = known
  let waiting: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    const fresh = chunk.subarray(Math.min(skip, chunk.length))
    skip -= chunk.length - fresh.length
    waiting.push(fresh)
    bytes += fresh.length
    if (bytes < STEP_BYTES) continue
    yield Buffer.concat(waiting)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}

async function finish(parts: BlobParts, access: Access, head: BlobHead): Promise<BlobProgress> {
  const { townId } = access.actor
  const { db } = parts.database
  const isHere = head.received === head.size
  if (isHere && !head.isComplete) {
    const judged = await judge(parts, townId, head)
    if (!judged.ok) await dropBlob(db, townId, head.id)
    await markComplete(db, townId, head.id, valueOrRefuse(judged))
  }
  return { id: head.id, size: head.size, received: head.received, complete: isHere }
}

async function judge({ database: { db }, scanner }: BlobParts, townId: TownId, { id, sha256 }: BlobHead): Promise<Result<Judged>> {
  if ((await hashOfBlob(db, townId, id)) !== sha256) return refuse('blobs/hash-differs')
  const mediaType = await kindOfBlob(db, townId, id)
  if (!mediaType) return refuse('blobs/forbidden-kind')
  const verdict = await scanKept(db, townId, id, scanner)
  return verdict.kind === 'infected' ? refuse('blobs/infected', { finding: verdict.finding }) : ok({ mediaType, scan: scanStateOf(verdict) })
}
