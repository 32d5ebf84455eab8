import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse, type Result } from '../../shared/result.ts'
import { CLIENT_WIRE_HEADER, OLDEST_CLIENT_SERVED } from '../../shared/wire/version.ts'
import { NOTICE_RUNS_PATH } from '../../shared/wire/notice-papers.ts'
import { AUDIT_EXPORT_PATH } from '../../shared/wire/audit.ts'
import { PERSON_EXPORT_PATH } from '../../shared/wire/privacy.ts'
import { auditExportRoute } from '../audit/export-route.ts'
import { printFileRoute } from '../domains/notices/print-here/print-route.ts'
import { personExportRoute } from '../privacy/person-export-route.ts'
import type { Log } from '../log.ts'
import type { Access } from '../store/access.ts'
import type { Clock } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'
import type { Scanner } from '../scanning/scanner.ts'
import { getBlobRoute } from './blobs/get-blob.ts'
import { putBlobRoute } from './blobs/put-blob.ts'
import { SERVICE_FILE_BODIES } from '../towns/exchange/service-file.ts'
import { createDeskRouter, deskContract, type DeskRouterParts } from './desk-router.ts'
import type { Dispatcher } from './live/dispatcher.ts'
import { mountRouter } from './mount-router.ts'
import { valueOrRefuse } from './refusal.ts'
import { snapshotRoute } from './snapshot/snapshot.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks and what they may; only below `/v1`. */
    access: Access | null
    /** When they proved who they are, in seconds since 1970. */
    authTime: number
    /** The sign-in that their token came of, where it was made here. */
    grantId: string | null
    /** Until when the token is valid, in seconds since 1970. */
    tokenEndsAt: number
  }
}

/** Who asks, and when they proved it. */
export interface SignedIn {
  readonly access: Access
  /** In seconds since 1970; 0 when the issuer does not say. */
  readonly authTime: number
  /** The sign-in that the token came of; null where people sign in elsewhere. */
  readonly grantId: string | null
  /** Until when it is valid, in seconds since 1970. */
  readonly tokenEndsAt: number
}

export interface DeskRouteParts extends DeskRouterParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly dispatcher: Dispatcher
  readonly scanner: Scanner
  /** Who is behind an access token, and since when. */
  readonly signedIn: (bearer: string) => Promise<Result<SignedIn>>
  readonly requestsPerMinute: number
}

/** Everything below `/v1`: signed-in desks only. */
export async function deskRoutes(app: FastifyInstance, parts: DeskRouteParts): Promise<void> {
  const { database, dispatcher, log } = parts
  app.decorateRequest('access', null)
  app.decorateRequest('authTime', 0)
  app.decorateRequest('grantId', null)
  app.decorateRequest('tokenEndsAt', 0)
  app.addHook('onRequest', async request => refuseOldClient(request))
  app.addHook('onRequest', async request => {
    Object.assign(request, valueOrRefuse(await parts.signedIn(bearerOf(request))))
  })
  // Per account and not per address: a whole town hall may stand behind one.
  const perAccount = { max: parts.requestsPerMinute, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => accessOf(request).actor.accountId }
  app.addHook('preHandler', app.rateLimit(perAccount))

  mountRouter(app, { contract: deskContract, router: createDeskRouter(parts), prefix: '/v1', log, bodyLimits: SERVICE_FILE_BODIES, contextOf: request => ({ access: accessOf(request), authTime: request.authTime, grantId: request.grantId }) })
  const snapshot = snapshotRoute(database)
  app.get('/v1/snapshot', (request, reply) => snapshot(request, reply, accessOf(request)))
  app.get('/v1/live', async (request, reply) => {
    const stream = await dispatcher.subscribe(accessOf(request), request)
    return reply.headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).send(stream)
  })
  const exportPerson = personExportRoute(parts)
  app.get(`/v1${PERSON_EXPORT_PATH}/:id/export`, (request, reply) => exportPerson(request, reply, accessOf(request)))
  const exportAudit = auditExportRoute(parts)
  app.post(`/v1${AUDIT_EXPORT_PATH}`, (request, reply) => exportAudit(request, reply, accessOf(request)))
  const printNotices = printFileRoute(parts)
  app.post(`/v1${NOTICE_RUNS_PATH}/:runId/print`, (request, reply) => printNotices(request, reply, accessOf(request)))
  const getBlob = getBlobRoute(database)
  app.get('/v1/blobs/:id', (request, reply) => getBlob(request, reply, accessOf(request)))
  await app.register(async uploads => {
    const putBlob = putBlobRoute(parts)
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload))
    uploads.put('/v1/blobs/:id', (request, reply) => putBlob(request, reply, accessOf(request)))
  })
}

function accessOf({ access }: FastifyRequest): Access {
  if (!access) throw new Error('a route of desks was reached without signing in')
  return access
}

function bearerOf({ headers }: FastifyRequest): string {
  const found = /^Bearer ([\w~+/.-]{1,8000}=*)$/i.exec(headers.authorization ?? '')
  return found?.[1] ?? valueOrRefuse(refuse('session/signed-out'))
}

/** A desk that says what it speaks and is too old is sent away before anything is read. */
function refuseOldClient({ headers }: FastifyRequest): void {
  const said = headers[CLIENT_WIRE_HEADER]
  if (said === undefined) return
  if (typeof said !== 'string' || !/^\d{1,6}$/.test(said)) valueOrRefuse(refuse('request/invalid', { reason: CLIENT_WIRE_HEADER }))
  if (Number(said) < OLDEST_CLIENT_SERVED) valueOrRefuse(refuse('sync/client-too-old', { oldest: OLDEST_CLIENT_SERVED }))
}
