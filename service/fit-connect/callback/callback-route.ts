import type { FastifyInstance } from 'fastify'
import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import { sha256Hex } from '../../../shared/canonical.ts'
import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { readJson } from '../../http/json-body.ts'
import { RefusedRequest } from '../../http/refusal.ts'
import type { Log } from '../../log.ts'
import type { Schema } from '../../store/schema.ts'
import { noteRefusal, type RefusalCode } from '../refusals.ts'
import { MOST_AGE_MS, verifyCallback } from './verify.ts'

export interface CallbackParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly log: Log
  /** Null: nobody may call. */
  readonly secret: string | null
  readonly destinations: readonly string[]
  /** A callback only says that it is worth looking; what there is, the portal is asked. */
  readonly wake: () => void
  readonly requestsPerMinute: number
}

const BODY_BYTES = 256 * 1024

const Body = z.object({ type: z.string().max(100), submissions: z.array(z.object({ destinationId: z.string().max(100).optional() })).max(1_000).default([]) })

/** Where the portal says that something is waiting. */
export async function callbackRoute(app: FastifyInstance, parts: CallbackParts): Promise<void> {
  app.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute, timeWindow: 60_000 }))
  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_BYTES }, (_request, body, done) => done(null, body))
  app.post('/fit-connect/callback', { bodyLimit: BODY_BYTES }, async (request, reply) => {
    const { secret } = parts
    if (secret === null) throw new RefusedRequest({ code: 'request/not-found' })
    const { 'callback-timestamp': timestamp, 'callback-authentication': authentication } = request.headers
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const now = instantFromMs(parts.clock.nowMs())
    const problem = await problemOf(parts, secret, { timestamp: String(timestamp ?? ''), authentication: String(authentication ?? ''), body }, now)
    if (problem) {
      parts.log.warn('fit-connect.callback-refused', { code: problem.code })
      await noteRefusal(parts.db, parts.townId, problem.code, problem.about ?? '', now)
      throw new RefusedRequest({ code: 'portal-link/callback-refused' })
    }
    parts.wake()
    return reply.status(200).send()
  })
}

interface CallbackProblem {
  readonly code: RefusalCode
  readonly about?: string
}

async function problemOf(parts: CallbackParts, secret: string, came: Parameters<typeof verifyCallback>[1], now: Instant): Promise<CallbackProblem | null> {
  const verdict = verifyCallback(secret, came, Date.parse(now))
  if (verdict !== 'genuine') return { code: verdict === 'old' ? 'callback-old' : 'callback-forged' }
  if (!(await isFirst(parts, came, now))) return { code: 'callback-replayed' }
  const json = readJson(came.body.toString('utf8'))
  const read = Body.safeParse(json.ok ? json.value : undefined)
  if (!read.success) return { code: 'callback-unreadable' }
  const foreign = read.data.submissions.find(({ destinationId }) => destinationId !== undefined && !parts.destinations.includes(destinationId.toLowerCase()))?.destinationId
  return foreign === undefined ? null : { code: 'unknown-destination', about: z.uuid().safeParse(foreign).data ?? '' }
}

/** Remembers a callback for as long as it could be believed again. */
async function isFirst({ db, townId }: CallbackParts, { timestamp, body }: Parameters<typeof verifyCallback>[1], now: Instant): Promise<boolean> {
  await sql`delete from fit_connect_callbacks where town_id = ${townId} and at < ${instantFromMs(Date.parse(now) - 2 * MOST_AGE_MS)}`.execute(db)
  const digest = sha256Hex(Buffer.concat([Buffer.from(`${timestamp}.`), body]))
  const noted = await db.insertInto('fit_connect_callbacks').values({ town_id: townId, digest, at: now }).onConflict(conflict => conflict.doNothing()).returning('digest').executeTakeFirst()
  return noted !== undefined
}
