import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { capMessage } from '../../../../shared/domains/alerts/cap-message.ts'
import { capXml } from '../../../../shared/formats/cap/xml.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { RefusedRequest } from '../../../http/refusal.ts'
import type { Database } from '../../../store/database.ts'
import { atomFeed } from './atom.ts'
import { detachedSignature } from './detached.ts'
import { feedKey, openKeys, type FeedHolder } from './feed-keys.ts'
import type { FeedHead } from './feed-texts.ts'
import { publishedAlerts, publishedUnder, senderOf } from './published.ts'
import { rssFeed } from './rss.ts'

export interface AlertFeedParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly clock: Clock
  /** Where the service is reached from outside. */
  readonly url: () => string
  /** From one address. */
  readonly requestsPerMinute: number
}

/** Drills stand at addresses of their own: whoever reads warnings never meets one. */
const PATHS = { live: '/public/v1/alerts', training: '/public/v1/drills' } as const satisfies Readonly<Record<FeedHolder['mode'], string>>

/** Programs ask every few seconds; a warning is not held up by more than that on the way. */
const KEPT_FOR_SECONDS = 15
const KEYS_FOR_SECONDS = 3_600
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag, x-jws-signature', 'x-content-type-options': 'nosniff' } as const

interface Written {
  readonly type: string
  readonly text: string
}

/** What everybody may read of messages: feeds with a CAP file each, all of it signed. */
export async function alertFeedRoutes(app: FastifyInstance, parts: AlertFeedParts): Promise<void> {
  app.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute, timeWindow: 60_000 }))
  for (const mode of ['live', 'training'] as const) feedsOf(app, parts, { townId: parts.townId, mode })
}

function feedsOf(app: FastifyInstance, parts: AlertFeedParts, holder: FeedHolder): void {
  const { database: { db }, clock } = parts
  const path = PATHS[holder.mode]
  const now = (): Instant => instantFromMs(clock.nowMs())
  /** The file, and beside it its signature. */
  const serve = (at: string, write: (request: FastifyRequest) => Promise<Written>): void => {
    const signed = async (request: FastifyRequest) => {
      const written = await write(request)
      return { ...written, signature: await detachedSignature(written.text, await feedKey(db, holder, now())) }
    }
    app.get(`${path}${at}`, async (request, reply) => {
      const { type, text, signature } = await signed(request)
      return answer(request, reply.header('x-jws-signature', signature), { type, text })
    })
    app.get(`${path}${at}.jws`, async (request, reply) => answer(request, reply, { type: 'application/jose', text: (await signed(request)).signature }))
  }
  const head = async (self: string): Promise<FeedHead> => ({ ...holder, sender: (await senderOf(db, holder)) ?? parts.townName, base: `${parts.url()}${path}`, self: `${parts.url()}${path}${self}` })
  serve('/feed.atom', async () => ({ type: 'application/atom+xml', text: atomFeed(await head('/feed.atom'), await publishedAlerts(db, holder, now())) }))
  serve('/feed.rss', async () => {
    const heading = await head('/feed.rss')
    return { type: 'application/rss+xml', text: rssFeed(heading, holder.mode === 'live' ? `${parts.url()}/portal/info` : heading.self, await publishedAlerts(db, holder, now())) }
  })
  serve('/cap/:identifier.xml', async request => {
    const found = await publishedUnder(db, holder, (request.params as { readonly identifier: string }).identifier)
    if (!found) throw new RefusedRequest({ code: 'request/not-found' })
    return { type: 'application/cap+xml', text: capXml(capMessage(holder.townId, found)) }
  })
  app.get(`${path}/keys.json`, async (_request, reply) => {
    await feedKey(db, holder, now())
    return reply.headers({ ...OPEN_TO_ALL, 'content-type': 'application/json; charset=utf-8', 'cache-control': `public, max-age=${KEYS_FOR_SECONDS}` }).send(await openKeys(db, holder))
  })
}

function answer(request: FastifyRequest, reply: FastifyReply, { type, text }: Written): FastifyReply {
  const mark = `"${createHash('sha256').update(text).digest('base64url')}"`
  void reply.headers({ ...OPEN_TO_ALL, etag: mark, 'cache-control': `public, max-age=${KEPT_FOR_SECONDS}` })
  return isKnown(request.headers['if-none-match'], mark) ? reply.code(304).send() : reply.header('content-type', `${type}; charset=utf-8`).send(text)
}

const isKnown = (held: string | undefined, mark: string): boolean => (held ?? '').split(',').some(one => ['*', mark].includes(one.trim().replace(/^W\//, '')))
