import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Result } from '../shared/result.ts'
import { instantFromMs, type Clock } from '../shared/time.ts'
import { clockAt, systemClock } from './clock.ts'
import { createPipeline, type Pipeline } from './commands/pipeline.ts'
import { EFFECTS } from './domains/effects.ts'
import { healthOf } from './http/health.ts'
import { createDispatcher, type Dispatcher } from './http/live/dispatcher.ts'
import { createHeartbeat } from './http/live/heartbeat.ts'
import { createLiveFeed } from './http/live/live-feed.ts'
import { createPresenceBoard } from './http/live/presence.ts'
import { createMetrics } from './http/metrics.ts'
import { openApiDocument } from './http/openapi.ts'
import { listRoutes, type ServedRoute } from './http/route-list.ts'
import { addRoutes } from './http/routes.ts'
import { createShell } from './http/shell.ts'
import type { TokenVerifier } from './identity/tokens.ts'
import { createIntake } from './intake/intake.ts'
import { createMailboxKeys } from './intake/mailbox-keys.ts'
import { createPublicRouter } from './intake/public-router.ts'
import { factsOfError, standardErrorLog, type Log } from './log.ts'
import { openOutgoing, type Outgoing } from './mail.ts'
import { createMailboxes } from './portal/mailboxes.ts'
import { createPortalRouter } from './portal/portal-router.ts'
import type { Settings } from './settings.ts'
import { openSignIn } from './sign-in.ts'
import { loadAccount, loadActor, type Access } from './store/access.ts'
import { openDatabase, type Database } from './store/database.ts'
import { datasetOf } from './store/towns.ts'
import { prepareTown } from './town.ts'

/** What tests hand in instead of the real thing. */
export interface ServiceParts {
  readonly clock?: Clock
  readonly log?: Log
  readonly database?: Database
  readonly verifier?: TokenVerifier
  readonly fetch?: typeof fetch
}

export interface Service {
  readonly app: FastifyInstance
  readonly database: Database
  readonly pipeline: Pipeline
  readonly dispatcher: Dispatcher
  readonly outgoing: Outgoing
  /** Every route there is. */
  readonly routes: readonly ServedRoute[]
  /** Where the service is reached; before `listen` an address that only injected requests reach. */
  url(): string
  listen(): Promise<string>
  /** Ends streams, requests, jobs and the database, in this order. */
  close(): Promise<void>
}

/** Builds the whole service. `app.inject` reaches it without a port. */
export async function createService(settings: Settings, parts: ServiceParts = {}): Promise<Service> {
  const clock = parts.clock ?? (settings.now ? clockAt(settings.now) : systemClock)
  const log = parts.log ?? standardErrorLog()
  const database = parts.database ?? (await openDatabase(settings.databaseUrl))
  try {
    return await assemble(settings, { ...parts, clock, log, database })
  } catch (error) {
    await database.close()
    throw error
  }
}

type Made = ServiceParts & Required<Pick<ServiceParts, 'clock' | 'log' | 'database'>>

async function assemble(settings: Settings, parts: Made): Promise<Service> {
  const { clock, log, database } = parts
  const { townId } = settings
  const town = await prepareTown(database, settings, parts)
  const dataset = await datasetOf(database.db)
  const now = () => instantFromMs(clock.nowMs())
  let url = settings.publicUrl ?? 'http://localhost'

  const signInParts = { database, townId, clock, fetch: parts.fetch ?? fetch, demo: town.demo, oidcIssuer: settings.oidcIssuer }
  let signIn = await openSignIn(signInParts, url)
  const signedIn = async (bearer: string): Promise<Result<Access>> => {
    const token = await (parts.verifier ?? signIn.verifier).verify(bearer)
    return token.ok ? loadActor(database.db, townId, token.value.login, now()) : token
  }

  const presence = createPresenceBoard(clock)
  const dispatcher = createDispatcher({
    feed: createLiveFeed(database.db, dataset.epoch), presence, log,
    accessOf: accountId => loadAccount(database.db, townId, accountId, now()),
  })
  await database.listen('feed', () => dispatcher.notice(townId))
  const heartbeat = createHeartbeat({ dispatcher, presence, log })

  const metrics = createMetrics({ db: database.db, liveStreams: dispatcher.streamCount, process: parts.database === undefined })
  const pipeline = createPipeline({
    database, clock, effects: EFFECTS, guards: new Map(),
    onUnexpected: (error, commandId) => log.error('command.failed', { commandId, ...factsOfError(error) }),
  })
  const mailboxKeys = createMailboxKeys(database)
  const mailboxes = createMailboxes({ database, townId, clock })
  const intake = createIntake({ database, townId, clock, mailboxKeys })
  const outgoing = await openOutgoing(settings, {
    database, townId, townName: town.name, clock, log, mailboxKeys, url: () => url, measure: metrics.countDelivery,
  })

  const app = await createShell({ log, serverId: dataset.server_id, datasetEpoch: dataset.epoch, behindProxy: settings.behindProxy })
  const routes = listRoutes(app)
  metrics.watch(app)
  let document = await openApiDocument(url)
  await addRoutes(app, {
    desk: {
      database, clock, log, dispatcher, presence, signedIn, commands: pipeline, onAnswer: metrics.countCommand,
      requestsPerMinute: settings.deskRequestsPerMinute,
    },
    citizens: {
      log, requestsPerMinute: settings.publicRequestsPerMinute,
      publicRouter: createPublicRouter({ database, townId, intake }), portalRouter: createPortalRouter({ mailboxes }),
    },
    portal: { database, townId, townName: town.name, intake, mailboxes, newKey: randomUUID },
    pages: {
      townName: town.name, metrics, document: () => document, mailUrl: outgoing.mailUrl,
      health: () => healthOf({ db: database.db, townId, liveStreams: dispatcher.streamCount() }),
    },
    signIn: () => signIn,
    signInRequestsPerMinute: settings.publicRequestsPerMinute,
  })
  await app.ready()

  return {
    app, database, pipeline, dispatcher, outgoing, routes,
    url: () => url,
    listen: async () => {
      await app.listen({ host: settings.host, port: settings.port })
      url = settings.publicUrl ?? addressOf(settings.host, app.server.address() as AddressInfo)
      signIn = await openSignIn(signInParts, url)
      document = await openApiDocument(url)
      outgoing.worker.start()
      log.info('service.ready', { url })
      return url
    },
    close: async () => {
      heartbeat.stop()
      dispatcher.close()
      await app.close()
      await outgoing.close()
      await dispatcher.settled()
      await database.close()
    },
  }
}

/** An address that a browser on this machine can open. */
const addressOf = (host: string, { port }: AddressInfo): string =>
  `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`

