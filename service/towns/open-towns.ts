import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TownId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import { createService, type Service } from '../app.ts'
import { systemClock } from '../clock.ts'
import { REQUEST_TIMEOUT_MS } from '../http/shell.ts'
import { factsOfError, standardErrorLog, type Facts, type Log } from '../log.ts'
import type { House } from '../operate/house.ts'
import { tellClockDifference } from '../store/clock-difference.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { hostNameIn } from './host-name.ts'
import { openProcessParts, type ProcessParts } from './process-parts.ts'
import type { TownAtHosts } from './read-towns.ts'
import { shareDatabase, type SharedDatabase } from './shared-database.ts'

/** Several towns in one process, each a whole service of its own that knows no other. */
export interface Towns {
  /** The towns that are open now; one that could not be opened is tried again. */
  service(townId: TownId): Service | undefined
  /** Answers a request by the town whose host name it carries. */
  answer(request: IncomingMessage, response: ServerResponse): void
  /** The port it listens on. */
  listen(): Promise<number>
  /** Ends the towns, all at once so that none begins anything while another one ends, then what they share. */
  close(): Promise<void>
}

/** What tests hand in instead of the real thing. */
export interface TownsParts {
  readonly clock?: Clock
  readonly log?: Log
  readonly database?: Database
  /** The machine that the process runs on; whoever opened it closes it. */
  readonly house?: House
}

/** A town whose mail server or issuer has a wrong name today may have the right one in a minute. */
const TRIED_AGAIN_MS = 30_000

interface Place {
  readonly town: TownAtHosts
  service?: Service
}

/** Opens every town; throws when none of them can be opened. */
export async function openTowns(towns: readonly TownAtHosts[], parts: TownsParts = {}): Promise<Towns> {
  const [first] = towns
  if (!first) throw new Error('there is no town to open')
  const log = parts.log ?? standardErrorLog()
  const database = parts.database ?? (await openDatabase(first.settings.databaseUrl))
  const process = openProcessParts({ withFigures: parts.database === undefined, requestsAtOnce: first.settings.requestsAtOnce, towns: towns.length })
  if (!parts.clock) await tellClockDifference(database.db, systemClock, log)
  const opening: Opening = { ...parts, log, process, shared: shareDatabase(database) }
  const places = towns.map((town): Place => ({ town }))
  const failures: unknown[] = []
  for (const place of places) await open(place, opening).catch((error: unknown) => failures.push(error))
  const house = createHouse(places, opening, async () => {
    await process.close()
    await database.close()
  })
  if (failures.length < places.length) return house
  await house.close()
  throw failures[0]
}

interface Opening extends TownsParts {
  readonly log: Log
  readonly process: ProcessParts
  readonly shared: SharedDatabase
}

/** The other towns go on without one that cannot be opened. */
async function open(place: Place, { shared, process, log, clock, house }: Opening): Promise<Service> {
  const { townId } = place.town.settings
  const ofTown = logOf(log, townId)
  try {
    place.service = await createService(place.town.settings, { database: shared.forTown(townId), process, log: ofTown, ...(clock ? { clock } : {}), ...(house ? { house } : {}) })
    return place.service
  } catch (error) {
    ofTown.error('towns.not-opened', factsOfError(error))
    throw error
  }
}

/** Every line says whose it is. */
const logOf = (log: Log, townId: TownId): Log => {
  const withTown = (facts?: Facts): Facts => ({ ...facts, townId })
  return { info: (event, facts) => log.info(event, withTown(facts)), warn: (event, facts) => log.warn(event, withTown(facts)), error: (event, facts) => log.error(event, withTown(facts)) }
}

function createHouse(places: readonly Place[], opening: Opening, closeShared: () => Promise<void>): Towns {
  const byHost = new Map(places.flatMap(place => place.town.hosts.map(host => [host, place] as const)))
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const place = byHost.get(hostNameIn(request.headers.host) ?? '')
    if (!place) refuse(response, 421)
    else if (place.service) place.service.app.routing(request, response)
    else refuse(response, 503)
  }
  const server = serverFor(opening.house, answer)
  let again: NodeJS.Timeout | undefined
  let trying: Promise<unknown> = Promise.resolve()
  const tryMissing = async (): Promise<void> => {
    for (const place of places.filter(({ service }) => !service)) await open(place, opening).then(service => service.begin(), () => undefined)
  }
  return {
    service: townId => places.find(({ town }) => town.settings.townId === townId)?.service,
    answer,
    listen: async () => {
      const { host, port } = places[0]?.town.settings ?? { host: '127.0.0.1', port: 0 }
      await listening(server, host, port)
      for (const { service } of places) service?.begin()
      if (places.some(({ service }) => !service)) again = setInterval(() => { trying = trying.then(tryMissing) }, TRIED_AGAIN_MS)
      return (server.address() as AddressInfo).port
    },
    close: async () => {
      clearInterval(again)
      server.close()
      await trying
      const ended = await Promise.allSettled(places.flatMap(({ service }) => (service ? [service.close()] : [])))
      server.closeAllConnections()
      await closeShared()
      for (const end of ended) if (end.status === 'rejected') throw end.reason
    },
  }
}

/** Longer than the balancer in front keeps its own. */
const KEPT_ALIVE_MS = 72_000
/** Browsers come by TLS alone from then on: half a year. */
const BY_TLS_ONLY = 'max-age=15552000; includeSubDomains'

/** By TLS where the process has a certificate of its own; a renewed one serves from the next connection on. */
function serverFor(house: House | undefined, answer: Towns['answer']): Server {
  const options = { requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEPT_ALIVE_MS }
  const certificate = house?.certificate
  if (!certificate) return createServer(options, answer)
  const { cert, key } = certificate.current()
  const server = createSecureServer({ ...options, cert, key, minVersion: 'TLSv1.2' }, (request, response) => {
    response.setHeader('strict-transport-security', BY_TLS_ONLY)
    answer(request, response)
  })
  certificate.onRenewed(renewed => server.setSecureContext({ cert: renewed.cert, key: renewed.key, minVersion: 'TLSv1.2' }))
  return server
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** Tells nothing: neither which towns there are nor that this is one of them. */
function refuse(response: ServerResponse, status: 421 | 503): void {
  if (status === 503) response.setHeader('retry-after', TRIED_AGAIN_MS / 1_000)
  response.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store', connection: 'close' }).end()
}
