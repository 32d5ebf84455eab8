import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { WIRE_HEADERS, OLDEST_CLIENT_SERVED, WIRE_VERSION } from '../../shared/wire/version.ts'
import type { Log } from '../log.ts'
import { answerTo } from './answers.ts'
import { readJson } from './json-body.ts'
import { RefusedRequest } from './refusal.ts'

export interface ShellParts {
  readonly log: Log
  readonly serverId: string
  readonly datasetEpoch: string
  /** Whether `x-forwarded-for` of a proxy in front says where a request comes from. */
  readonly behindProxy: boolean
}

const USUAL_BODY_BYTES = 1024 * 1024

/** What a person may wait before an unfinished request is dropped; uploads send something all the time. */
export const REQUEST_TIMEOUT_MS = 120_000

const SERVED_METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])

/** The HTTP server before any route: limits, headers that every answer carries, one way to read JSON, one way to refuse. */
export async function createShell(parts: ShellParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: USUAL_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // One proxy and no more: what stands further left in `x-forwarded-for` is anybody's own claim.
    trustProxy: parts.behindProxy ? (_, hop) => hop === 0 : false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void refuseWith(parts.log)(error, request, reply),
  })
  app.setErrorHandler(refuseWith(parts.log))
  app.setNotFoundHandler(() => {
    throw new RefusedRequest({ code: 'request/not-found' })
  })
  addHeaders(app, parts)
  readJsonOnly(app)
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY }, strictTransportSecurity: parts.behindProxy })
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_, { ttl }) => tooMany(ttl) })
  return app
}

/** Pages of the service load nothing from elsewhere and run no scripts; the first page brings its own styles. */
const CONTENT_SECURITY = {
  defaultSrc: ["'none'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"], fontSrc: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"],
  upgradeInsecureRequests: null,
}

const refuseWith = (log: Log) => (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { status, body } = answerTo(error, { log, route: `${request.method} ${request.routeOptions.url ?? ''}` })
  if (status === 401) void reply.header('www-authenticate', 'Bearer')
  if (status === 429 || body.code === 'request/overloaded') void reply.header('retry-after', String(body.facts['seconds'] ?? 1))
  return reply.code(status).header('cache-control', 'no-store').send(body)
}

const tooMany = (ttlMs: number): RefusedRequest =>
  new RefusedRequest({ code: 'request/too-many', facts: { seconds: Math.ceil(ttlMs / 1000) } })

function addHeaders(app: FastifyInstance, { serverId, datasetEpoch }: ShellParts): void {
  const headers = {
    [WIRE_HEADERS.serverId]: serverId,
    [WIRE_HEADERS.datasetEpoch]: datasetEpoch,
    [WIRE_HEADERS.wireVersion]: String(WIRE_VERSION),
    [WIRE_HEADERS.oldestClient]: String(OLDEST_CLIENT_SERVED),
  }
  app.addHook('onRequest', async (request, reply) => {
    // On the raw answer, so that the embedded sign-in's answers carry them too.
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value)
    if (!SERVED_METHODS.has(request.method)) throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'method' } }, 405)
    if (/%00/i.test(request.url)) throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'address' } })
  })
}

/** JSON in UTF-8, not compressed, and nothing else; routes that take other bodies stand in a context of their own. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (!/^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i.test(request.headers['content-type'] ?? ''))
      return done(new RefusedRequest({ code: 'request/invalid', facts: { reason: 'content-type' } }, 415))
    const body = readJson(String(text))
    if (body.ok) done(null, body.value)
    else done(new RefusedRequest(body.error))
  })
  app.addHook('preParsing', async (request, _, payload) => {
    const encoding = request.headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity')
      throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'content-encoding' } }, 415)
    return payload
  })
}
