import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileInMailbox } from './mailboxes.ts'

/** Always saved, never shown: what it holds runs nowhere. */
export const sendFile = (reply: FastifyReply, { filename, mediaType, size, bytes }: FileInMailbox): FastifyReply =>
  reply
    .headers({
      'content-type': mediaType, 'content-length': String(size), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer', 'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
    })
    .send(Readable.from(bytes, { objectMode: false }))
