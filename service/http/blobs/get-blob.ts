import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../../shared/result.ts'
import { BLOB_HASH_HEADER } from '../../../shared/wire/streams.ts'
import type { Database } from '../../store/database.ts'
import type { Access } from '../../store/access.ts'
import { rangeOf } from '../range.ts'
import { valueOrRefuse } from '../refusal.ts'
import { attachmentRow, isWithin } from './attachment-row.ts'
import { findBlob, readBytes } from './blob-store.ts'
import { blobId } from './blob-id.ts'

/** `GET /v1/blobs/{id}`: the bytes of an attachment whose row lies in one of the person's scopes, whole or a range. */
export const getBlobRoute =
  (database: Database) =>
  async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<FastifyReply> => {
    const id = blobId(request.params)
    const { townId } = access.actor
    const row = await attachmentRow(database.db, townId, id)
    if (!row || !isWithin(access, row)) return valueOrRefuse(refuse('blobs/not-found'))
    const blob = await findBlob(database.db, townId, id)
    if (!blob?.isComplete) return valueOrRefuse(refuse('blobs/not-here-yet'))
    const range = rangeOf(request.headers.range, blob.size)
    void reply.headers({
      'content-type': 'application/octet-stream', 'content-disposition': 'attachment', 'accept-ranges': 'bytes',
      'cache-control': 'private, no-store', etag: `"${blob.sha256}"`, [BLOB_HASH_HEADER]: blob.sha256,
      'content-length': String(range.end - range.start),
    })
    if (range.isPart) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end - 1}/${blob.size}`)
    return reply.send(Readable.from(readBytes(database.db, townId, { id, ...range }), { objectMode: false }))
  }
