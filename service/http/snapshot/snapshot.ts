import { pipeline, Readable } from 'node:stream'
import { constants, createZstdCompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../../shared/result.ts'
import { SnapshotQuery } from '../../../shared/wire/streams.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { readSnapshotHead } from '../../store/snapshot.ts'
import { isKeepable } from '../json-body.ts'
import { valueOrRefuse } from '../refusal.ts'
import { snapshotLines } from './lines.ts'

/** `GET /v1/snapshot`: compressed as it is read; a desk that reads slowly slows the reading down. */
export const snapshotRoute =
  ({ db }: Database) =>
  async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<FastifyReply> => {
    const { scope, table, after = '' } = readQuery(request.query)
    const head = valueOrRefuse(await readSnapshotHead(db, access, scope))
    const lines = snapshotLines(db, { access, head, from: table && { table, after } })
    return reply
      .headers({ 'content-type': 'application/x-ndjson', 'content-encoding': 'zstd', 'cache-control': 'no-store' })
      .send(compressed(lines))
  }

function readQuery(query: unknown): SnapshotQuery {
  const parsed = SnapshotQuery.safeParse(query)
  if (!parsed.success || !isKeepable(parsed.data.after ?? '')) return valueOrRefuse(refuse('request/invalid', { reason: 'query' }))
  return parsed.data
}

/** Level 3 takes half the time of the next one and loses hardly anything on such rows. */
function compressed(lines: AsyncIterable<string>): Readable {
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } })
  // An error ends both ends: the desk sees a stream that breaks off and asks again from where it was.
  pipeline(Readable.from(lines), zstd, () => undefined)
  return zstd
}
