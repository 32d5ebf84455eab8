import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { instantFromMs } from '../../../../shared/time.ts'
import { NoticePrintFileQuery } from '../../../../shared/wire/notice-papers.ts'
import { RefusedRequest, valueOrRefuse } from '../../../http/refusal.ts'
import { noteAccess } from '../../../privacy/privacy-router.ts'
import type { Access } from '../../../store/access.ts'
import { printFile, type PrintFileParts } from './print-file.ts'

const PIECE_BYTES = 64 * 1_024

/** `POST /v1/notices/runs/{runId}/print`: letters to be printed in the house, for those who work on the run. */
export const printFileRoute =
  (parts: PrintFileParts) =>
  async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<FastifyReply> => {
    const { runId } = request.params as { readonly runId: string }
    const query = NoticePrintFileQuery.safeParse({ ...(request.body as object | null), runId })
    if (!query.success) throw new RefusedRequest({ code: 'request/invalid' })
    const file = valueOrRefuse(await printFile(parts, access, query.data))
    await noteAccess(parts.database, access.actor, 'notices.view-print', query.data.runId, instantFromMs(parts.clock.nowMs()))
    void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="briefe.pdf"', 'content-length': file.length, 'cache-control': 'private, no-store' })
    return reply.send(Readable.from(inPieces(file)))
  }

function* inPieces(file: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < file.length; start += PIECE_BYTES) yield file.subarray(start, start + PIECE_BYTES)
}
