import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { TownId } from '../shared/ids.ts'
import { ok, refuse, type Result } from '../shared/result.ts'
import { instantFromMs, type Clock } from '../shared/time.ts'
import { isTrainingName } from '../shared/training-town.ts'
import { clockAt, systemClock } from './clock.ts'
import { anchorTasks } from './audit/anchor-task.ts'
import { createPipeline, type Pipeline } from './commands/pipeline.ts'
import { COMPLETIONS } from './domains/completions.ts'
import { effectsFor } from './domains/effects.ts'
import { guardsFor } from './domains/guards.ts'
import { facsimilesOf } from './domains/letters/facsimiles.ts'
import { createTypesetter, isTypesetterHere, type Typesetter } from './domains/letters/typesetter.ts'
import { healthOf } from './http/health.ts'
import { createDispatcher, type Dispatcher } from './http/live/dispatcher.ts'
import { createHeartbeat } from './http/live/heartbeat.ts'
import { createLiveFeed } from './http/live/live-feed.ts'
import { createPresenceBoard, type PresenceBoard } from './http/live/presence.ts'
import { presenceAcrossProcesses } from './http/live/presence-across.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { openApiDocument, type OpenApiDocument } from './http/openapi.ts'
import { listRoutes, type ServedRoute } from './http/route-list.ts'
import { addRoutes, type RouteParts } from './http/routes.ts'
import { createShell } from './http/shell.ts'
import { watcherCheck } from './http/watcher.ts'
import { isRevoked } from './identity/devices.ts'
import { createGroupRights } from './identity/groups/group-rights.ts'
import type { TokenVerifier } from './identity/tokens.ts'
import { takingDemoPush, withDemoPush } from './demo/push-demo.ts'
import { createBookingLinks } from './domains/appointments/booking-links.ts'
import { createBookingRouter } from './domains/appointments/public/booking-router.ts'
import { createHolders } from './domains/appointments/public/open-holds.ts'
import { openWarningWatch } from './domains/alerts/incoming/open-watch.ts'
import { pushKey } from './domains/alerts/push/push-keys.ts'
import type { PushDoor } from './domains/alerts/subscribers/parts.ts'
import { createSubscriptionLinks } from './domains/alerts/subscribers/subscription-links.ts'
import { createSubscriptions } from './domains/alerts/subscribers/subscriptions.ts'
import { createSubscriptionsRouter } from './domains/alerts/subscribers/subscriptions-router.ts'
import { closedDays } from './domains/appointments/closed-days.ts'
import { createConversationLinks } from './domains/messages/conversation-links.ts'
import { createPublicConversations } from './domains/messages/public/public-conversations.ts'
import { createHallLinks } from './domains/halls/hall-links.ts'
import { createPublicHallsRouter } from './domains/halls/public/halls-router.ts'
import { createPublicHalls } from './domains/halls/public/public-halls.ts'
import { createPublicBooking } from './domains/appointments/public/public-booking.ts'
import { createNoticeMailboxes } from './domains/notices/mailbox/notice-mailboxes.ts'
import { createPortalNoticesRouter, createPublicNoticesRouter } from './domains/notices/mailbox/notice-mailboxes-router.ts'
import { createIntake, type Intake } from './intake/intake.ts'
import { openPortalLink, type PortalLink } from './fit-connect/open-portal-link.ts'
import { createMailboxKeys } from './intake/mailbox-keys.ts'
import { createPublicRouter } from './intake/public-router.ts'
import { factsOfError, standardErrorLog, type Log } from './log.ts'
import { createMaintenance } from './maintenance/maintenance.ts'
import { TASKS } from './maintenance/tasks.ts'
import { createClamAv } from './scanning/clamav.ts'
import { rescanTask } from './scanning/rescan.ts'
import { NO_SCANNER, type Scanner } from './scanning/scanner.ts'
import { openOutgoing, type Outgoing } from './mail.ts'
import type { House } from './operate/house.ts'
import { createMailboxes } from './portal/mailboxes.ts'
import { createPortalRouter } from './portal/portal-router.ts'
import type { Settings } from './settings.ts'
import { openSignIn, type SignIn } from './sign-in.ts'
import type { SignedIn } from './http/desk-routes.ts'
import { hasSignIn } from './identity/payloads.ts'
import { speakerOf } from './identity/subjects.ts'
import { loadAccount, loadActor } from './store/access.ts'
import { openDatabase, type Database } from './store/database.ts'
import type { TownsTable } from './store/schema.ts'
import { mayUnlockLogs } from './store/ownership.ts'
import { datasetOf } from './store/towns.ts'
import { prepareTown } from './town.ts'
import { openProcessParts, type ProcessParts } from './towns/process-parts.ts'

/** What tests hand in instead of the real thing, and what one process has for several towns. */
export interface ServiceParts {
  readonly clock?: Clock
  readonly log?: Log
  readonly database?: Database
  readonly verifier?: TokenVerifier
  readonly fetch?: typeof fetch
  /** The machine that the process runs on; whoever opened it closes it. */
  readonly house?: House
  /** What towns of one process share; whoever opened it closes it. */
  readonly process?: ProcessParts
}

/** One town's whole service. */
export interface Service {
  readonly app: FastifyInstance
  readonly database: Database
  readonly pipeline: Pipeline
  readonly dispatcher: Dispatcher
  readonly outgoing: Outgoing
  /** The page of the demo's portal of the state. */
  readonly fitConnectUrl: string | null
  /** Every route there is. */
  readonly routes: readonly ServedRoute[]
  /** Where the service is reached; before `listen` an address that only injected requests reach. */
  url(): string
  listen(): Promise<string>
  /** Begins what goes on by itself: deliveries, rounds, maintenance. `listen` does it too; for whoever answers requests by another server. */
  begin(): void
  /** Ends streams, requests, jobs and the database, in this order. */
  close(): Promise<void>
}

/** Builds the whole service. `app.inject` reaches it without a port. */
export async function createService(settings: Settings, parts: ServiceParts = {}): Promise<Service> {
  const clock = parts.clock ?? (settings.now ? clockAt(settings.now) : systemClock)
  const log = parts.log ?? standardErrorLog()
  const database = parts.database ?? (await openDatabase(settings.databaseUrl))
  const process = parts.process ?? openProcessParts({ withFigures: parts.database === undefined, requestsAtOnce: settings.requestsAtOnce, towns: 1 })
  const closeProcess = async (): Promise<void> => (parts.process ? undefined : process.close())
  const opened = new AsyncDisposableStack()
  try {
    return await assemble(settings, { ...parts, clock, log, database, process, fetch: parts.fetch ?? fetch }, { opened, closeProcess })
  } catch (error) {
    // Whoever tries again would otherwise leave one heartbeat more behind each time.
    await opened.disposeAsync()
    await closeProcess()
    await database.close()
    throw error
  }
}

type Made = ServiceParts & Required<Pick<ServiceParts, 'clock' | 'log' | 'database' | 'process' | 'fetch'>>

interface Ends {
  /** What goes on by itself from the moment it is opened, in case that what comes after it cannot be. */
  readonly opened: AsyncDisposableStack
  readonly closeProcess: () => Promise<void>
}

async function assemble(given: Settings, parts: Made, { opened, closeProcess }: Ends): Promise<Service> {
  const settings = withDemoPush(given)
  const { clock, log, database } = parts
  if (await mayUnlockLogs(database)) log.warn('database.role-may-unlock-logs')
  const town = await prepareTown(database, settings, parts)
  const dataset = await datasetOf(database.db)
  const door = await createDoor(settings, parts, town)
  const live = await createLive(settings.townId, parts, dataset.epoch)
  opened.defer(live.close)
  const metrics = createMetrics({ db: database.db, townId: settings.townId, liveStreams: live.dispatcher.streamCount, ofProcess: parts.process.figures, house: parts.house ?? null })
  const typesetter = openTypesetter(parts, town)
  const scanner = settings.clamavUrl ? createClamAv(settings.clamavUrl, log) : NO_SCANNER
  const mailboxKeys = createMailboxKeys(database)
  const intake = createIntake({ database, townId: settings.townId, clock, mailboxKeys, scanner })
  const portalLink = await openPortalLink(settings, { database, townId: settings.townId, townName: town.name, clock, log, fetch: parts.fetch, intake, scanner })
  opened.defer(portalLink.close)
  const outgoing = await openOutgoing(settings, {
    database, townId: settings.townId, townName: town.name, clock, log, mailboxKeys, typesetter, process: parts.process, url: door.url, fetch: settings.demo ? takingDemoPush(parts.fetch) : parts.fetch, measure: metrics.countDelivery, journal: parts.house?.journal ?? null, further: portalLink.deliver,
  })
  opened.defer(outgoing.close)
  const pipeline = createPipeline({
    database, clock, effects: effectsFor(typesetter !== null, settings.signatureProvider !== null), guards: guardsFor(typesetter !== null, outgoing.alerts.reach), completions: COMPLETIONS,
    onUnexpected: (error, commandId) => log.error('command.failed', { commandId, ...factsOfError(error) }),
  })
  const maintenance = createMaintenance({ db: database.db, townId: settings.townId, clock, log, tasks: [...TASKS, ...anchorTasks(settings), ...(settings.clamavUrl ? [rescanTask(scanner)] : [])] })
  const warnings = await openWarningWatch(settings, { database, townId: settings.townId, clock, log, fetch: parts.fetch })
  opened.defer(warnings.stop)
  const app = await createShell({ log, serverId: dataset.server_id, datasetEpoch: dataset.epoch, behindProxy: settings.behindProxy })
  opened.defer(() => app.close())
  const routes = listRoutes(app)
  metrics.watch(app)
  parts.process.pressure.guard(app)
  await addRoutes(app, routeParts(settings, parts, { town, door, live, metrics, pipeline, outgoing, typesetter, scanner, intake, portalLink }))
  await app.ready()
  const begin = (): void => [outgoing.worker, outgoing.alerts, outgoing.notices, warnings, portalLink, maintenance].forEach(part => part?.start())
  return {
    begin, fitConnectUrl: portalLink.portalUrl, app, database, pipeline, dispatcher: live.dispatcher, outgoing, routes,
    url: door.url,
    listen: async () => {
      await app.listen({ host: settings.host, port: settings.port })
      await door.moveTo(settings.publicUrl ?? addressOf(settings.host, app.server.address() as AddressInfo))
      begin()
      log.info('service.ready', { url: door.url() })
      return door.url()
    },
    close: async () => {
      live.close()
      await app.close()
      await warnings.stop()
      await portalLink.close()
      await outgoing.close()
      await typesetter?.close()
      await closeProcess()
      await maintenance.stop()
      await live.dispatcher.settled()
      await database.close()
    },
  }
}

/** The service's address and what hangs on it: the sign-in and the description of the interface. */
interface Door {
  url(): string
  signIn(): SignIn
  document(): OpenApiDocument
  /** Who is behind an access token, and since when. */
  signedIn(bearer: string): Promise<Result<SignedIn>>
  /** The port may be known only after listening. */
  moveTo(url: string): Promise<void>
}

async function createDoor(settings: Settings, parts: Made, { name: townName, demo }: TownsTable): Promise<Door> {
  const { townId, oidcIssuer, publicUrl } = settings
  const { clock, database, verifier } = parts
  const groupRights = createGroupRights({ database, townId, clock, log: parts.log, opensAccounts: settings.oidcOpensAccounts })
  const open = async (url: string) => ({
    url,
    signIn: await openSignIn({ database, townId, townName, clock, fetch: parts.fetch, demo, oidcIssuer, groups: settings }, url),
    document: await openApiDocument(url),
  })
  let now = await open(publicUrl ?? 'http://localhost')
  return {
    url: () => now.url,
    signIn: () => now.signIn,
    document: () => now.document,
    signedIn: async bearer => {
      const token = await (verifier ?? now.signIn.verifier).verify(bearer)
      if (!token.ok) return token
      const { grantId, authTime, expiresAt: tokenEndsAt } = token.value
      if (grantId !== null && (await isRevoked(database.db, townId, grantId))) return refuse('session/device-cut-off')
      const speaker = await speakerOf(database.db, townId, oidcIssuer, token.value)
      if (speaker === 'another-identity') {
        parts.log.warn('sign-in.another-identity')
        return refuse('session/unknown-account')
      }
      await groupRights.follow(token.value)
      // Opened by a group just now.
      if (speaker === 'nobody') await speakerOf(database.db, townId, oidcIssuer, token.value)
      const access = await loadActor(database.db, townId, token.value.login, instantFromMs(clock.nowMs()))
      return access.ok ? ok({ access: access.value, authTime, grantId, tokenEndsAt }) : access
    },
    moveTo: async url => {
      now = await open(url)
    },
  }
}

interface Live {
  readonly dispatcher: Dispatcher
  readonly presence: PresenceBoard
  close(): void
}

async function createLive(townId: TownId, { clock, log, database }: Made, datasetEpoch: string): Promise<Live> {
  const board = createPresenceBoard(clock)
  const dispatcher = createDispatcher({
    feed: createLiveFeed(database.db, datasetEpoch), presence: board, log,
    accessOf: accountId => loadAccount(database.db, townId, accountId, instantFromMs(clock.nowMs())),
    isOver: async (town, { grantId, tokenEndsAt }) => (grantId === null ? systemClock.nowMs() > tokenEndsAt * 1_000 : !(await hasSignIn(database.db, town, grantId))),
  })
  await database.listen('feed', () => dispatcher.notice(townId))
  const presence = await presenceAcrossProcesses({ database, townId, board, log, onHeard: () => dispatcher.presenceChanged(townId) })
  const heartbeat = createHeartbeat({ dispatcher, presence: board, log })
  const close = (): void => {
    heartbeat.stop()
    dispatcher.close()
  }
  return { dispatcher, presence, close }
}

interface Assembled {
  readonly town: TownsTable
  readonly door: Door
  readonly live: Live
  readonly metrics: Metrics
  readonly pipeline: Pipeline
  readonly outgoing: Outgoing
  readonly scanner: Scanner
  readonly typesetter: Typesetter | null
  readonly intake: Intake
  readonly portalLink: PortalLink
}

/** Where the optional compiler is not installed everything but letters goes on. */
function openTypesetter({ log, database, process }: Made, { id, name }: TownsTable): Typesetter | null {
  if (isTypesetterHere()) return createTypesetter({ log, facsimiles: facsimilesOf(database.db, id), isTraining: isTrainingName(name), presses: process.letterPresses })
  log.warn('letters.no-typesetter')
  return null
}

function routeParts(settings: Settings, { database, clock, log, process, house }: Made, made: Assembled): RouteParts {
  const { townId } = settings
  const largeBodies = process.largeBodies.forTown()
  const { town, door, live, metrics, pipeline, outgoing, typesetter, scanner, intake, portalLink } = made
  const startedAtMs = clock.nowMs()
  const mailboxes = createMailboxes({ database, townId, clock })
  const booking = createPublicBooking({
    database, townId, clock, links: createBookingLinks(database), holderOf: createHolders(database, townId), url: door.url,
    sender: { townName: town.name, from: settings.mailFrom },
  })
  const halls = createPublicHalls({ database, townId, clock, links: createHallLinks(database) })
  const conversations = createPublicConversations({ database, townId, clock, links: createConversationLinks(database), scanner, closures: closedDays })
  const subscriptions = createSubscriptions({ database, townId, clock, links: createSubscriptionLinks(database), newId: randomUUID, push: pushDoor(settings, database, clock) })
  const noticeMailboxes = createNoticeMailboxes({ database, townId, clock, newId: randomUUID })
  return {
    desk: {
      database, clock, log, typesetter, scanner, ...live, url: door.url, claimsOffice: settings.claimsOffice, anchors: settings, signedIn: door.signedIn, commands: pipeline, alertReach: outgoing.alerts.reach, portalLink: portalLink.desk, townName: town.name, hasOwnSignIn: settings.oidcIssuer === null, groups: settings, sendTestMail: outgoing.sendTestMail, onAnswer: metrics.countCommand,
      requestsPerMinute: settings.deskRequestsPerMinute,
    },
    citizens: {
      log, largeBodies, requestsPerMinute: settings.publicRequestsPerMinute,
      publicRouter: createPublicRouter({ database, townId, intake }), portalRouter: createPortalRouter({ mailboxes }),
      bookingRouter: createBookingRouter(booking), hallsRouter: createPublicHallsRouter(halls), subscriptionsRouter: createSubscriptionsRouter(subscriptions),
      publicNoticesRouter: createPublicNoticesRouter(noticeMailboxes), portalNoticesRouter: createPortalNoticesRouter(noticeMailboxes),
    },
    portal: {
      database, townId, clock, townName: town.name, intake, mailboxes, booking, halls, conversations, subscriptions, noticeMailboxes, newKey: randomUUID, largeBodies, requestsPerMinute: settings.publicRequestsPerMinute,
    },
    feed: { database, townId, clock, requestsPerMinute: settings.publicRequestsPerMinute },
    alertFeeds: { database, townId, townName: town.name, clock, url: door.url, requestsPerMinute: settings.publicRequestsPerMinute },
    display: { database, townId, clock },
    updates: { updatesDir: settings.updatesDir },
    deskStanding: { database, townId, clock },
    pages: {
      townName: town.name, metrics, document: door.document, mailUrl: outgoing.mailUrl, isWatcher: watcherCheck(settings.metricsToken),
      health: () => healthOf({ db: database.db, townId, clock, startedAtMs, liveStreams: live.dispatcher.streamCount, house: house ?? null, isDemo: town.demo }),
    },
    portalLink: { ...portalLink.callback, requestsPerMinute: settings.publicRequestsPerMinute },
    signIn: door.signIn,
    signInRequestsPerMinute: settings.publicRequestsPerMinute,
  }
}

/** By what browsers subscribe, where messages to them are set up. */
const pushDoor = ({ townId, pushContact, pushHosts }: Settings, { db }: Database, clock: Clock): PushDoor | null =>
  (pushContact === null ? null : { hosts: pushHosts, key: () => pushKey(db, townId, instantFromMs(clock.nowMs())) })

/** An address that a browser on this machine can open. */
const addressOf = (host: string, { port }: AddressInfo): string =>
  `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
