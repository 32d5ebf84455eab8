import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createReadStream, type Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { RELEASE_FILE, ReleaseChannel } from '../../shared/formats/release-manifest.ts'
import { rangeOf } from '../http/range.ts'
import { RefusedRequest } from '../http/refusal.ts'
import type { UpdateSettings } from './update-settings.ts'

/** A plain name: no folder, nothing hidden, nothing that begins like an option. */
const Asked = z.object({ channel: ReleaseChannel, file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/) })

/** A town hall comes from one address: every desk of it asks a few times a day. */
const REQUESTS_PER_MINUTE = 600

/**
 * `GET /updates/{channel}/{file}`: signed lists and installers as they lie in the folder, to everybody. Nothing in them is
 * secret, and a desk looks before anybody has signed in; what it takes is decided by the signature alone.
 */
export async function updateRoutes(app: FastifyInstance, { updatesDir }: UpdateSettings): Promise<void> {
  const perAddress = app.createRateLimit({ max: REQUESTS_PER_MINUTE, timeWindow: 60_000 })
  app.get('/updates/:channel/:file', async (request, reply) => {
    const limit = await perAddress(request)
    if (!limit.isAllowed && limit.isExceeded) throw new RefusedRequest({ code: 'request/too-many', facts: { seconds: limit.ttlInSeconds } })
    const asked = Asked.safeParse(request.params)
    if (updatesDir === null || !asked.success) throw notFound()
    const path = join(updatesDir, asked.data.channel, asked.data.file)
    return send(request, reply, path, await fileAt(path))
  })
}

const notFound = (): RefusedRequest => new RefusedRequest({ code: 'request/not-found' })

/** A file that lies there itself; a link might lead to anything on this computer. */
async function fileAt(path: string): Promise<Stats> {
  const stats = await lstat(path).catch(() => undefined)
  if (!stats?.isFile()) throw notFound()
  return stats
}

function send(request: FastifyRequest, reply: FastifyReply, path: string, { size, mtimeMs }: Stats): FastifyReply {
  const range = rangeOf(request.headers.range, size)
  const isList = path.endsWith(RELEASE_FILE)
  void reply.headers({
    'content-type': isList ? 'application/jose' : 'application/octet-stream', 'content-disposition': 'attachment', 'accept-ranges': 'bytes',
    'cache-control': isList ? 'no-cache' : 'public, max-age=3600', etag: `"${size}-${Math.floor(mtimeMs)}"`, 'content-length': String(range.end - range.start),
  })
  if (range.isPart) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end - 1}/${size}`)
  // An empty file has no last byte to name.
  return reply.send(size === 0 ? '' : createReadStream(path, { start: range.start, end: range.end - 1 }))
}
