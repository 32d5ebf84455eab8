import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import type { TownId } from '../../shared/ids.ts'
import { backoffMs } from '../delivery/backoff.ts'
import type { JobKind } from '../delivery/jobs.ts'
import type { Deliver } from '../delivery/worker.ts'
import type { Intake } from '../intake/intake.ts'
import { factsOfError, type Log } from '../log.ts'
import type { Scanner } from '../scanning/scanner.ts'
import type { Database } from '../store/database.ts'
import { askDestination } from './ask-destination.ts'
import { createCalls } from './connection/calls.ts'
import { createDeliveryService, type DeliveryService } from './connection/delivery-service.ts'
import { fitConnectAccess, type FitConnectSettings } from './fit-connect-settings.ts'
import { KEY_BITS } from './keys/destination-keys.ts'
import { createMessageDelivery, createStatusDelivery } from './replies/deliver-replies.ts'
import { tellBack } from './replies/tell-back.ts'
import { takeInDue } from './take-in/take-in.ts'
import type { TakeInParts } from './take-in/parts.ts'

export interface FitConnect {
  readonly service: DeliveryService
  /** What goes back to the portal. */
  readonly deliver: ReadonlyMap<JobKind, Deliver>
  readonly destinations: readonly string[]
  start(): void
  /** Ends after the step in hand. */
  stop(): Promise<void>
  /** Looks now instead of later, as a callback and an administrator ask for. */
  wake(): void
  /** Asks every destination once and takes in what is due; how much that was. */
  runDue(): Promise<number>
}

export interface FitConnectParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly clock: Clock
  readonly log: Log
  readonly fetch: typeof globalThis.fetch
  readonly intake: Intake
  readonly scanner: Scanner
  /** How long to wait after so many failures, in milliseconds. */
  readonly backoffMs?: (attempts: number) => number
  /** Shorter keys than the interface wants are made in no time, for a demo. */
  readonly keyBits?: number
}

/** Null where the town is not linked to a portal. */
export function openFitConnect(settings: FitConnectSettings, parts: FitConnectParts): FitConnect | null {
  const access = fitConnectAccess(settings)
  if (!access) return null
  const { database, townId, clock, log, fetch, intake, scanner, keyBits = KEY_BITS } = parts
  const dataBytes = settings.fitConnectDataMegabytes * 1024 * 1024
  const service = createDeliveryService({ access, calls: createCalls({ access, fetch, clock }), dataBytes })
  const now = (): Instant => instantFromMs(clock.nowMs())
  const takeIn: TakeInParts = { database, townId, service, intake, scanner, log, dataBytes, eventsWithinMs: settings.fitConnectEventsMinutes * 60_000, now }
  const wait = parts.backoffMs ?? (attempts => backoffMs(attempts, Math.random()))
  const alarm = createAlarm()
  let isStopped = false
  let running: Promise<void> | undefined

  async function runDue(): Promise<number> {
    const resting = new Set<string>()
    for (const destinationId of access?.destinations ?? []) if (!isStopped && !(await askDestination(takeIn, destinationId, keyBits))) resting.add(destinationId)
    const taken = await takeInDue(takeIn, { backoffMs: wait, mayGoOn: () => !isStopped, resting })
    await tellBack(database.db, townId, now())
    return taken
  }
  async function loop(): Promise<void> {
    while (!isStopped) {
      await runDue().catch((error: unknown) => log.error('fit-connect.round-failed', factsOfError(error)))
      if (!isStopped) await alarm.wait(settings.fitConnectAskSeconds * 1_000)
    }
  }
  const replying = { db: database.db, clock, service, townName: parts.townName }
  return {
    service, runDue,
    deliver: new Map([['portal-status', createStatusDelivery(replying)], ['portal-message', createMessageDelivery(replying)]]),
    destinations: access.destinations,
    wake: alarm.ring,
    start: () => void (running ??= loop()),
    stop: async () => {
      isStopped = true
      alarm.ring()
      await running
    },
  }
}

/** Waits for a time or for a ring, also for one that came while nobody waited. */
function createAlarm(): { ring(): void; wait(longestMs: number): Promise<void> } {
  let hasRung = false
  let wake: (() => void) | undefined
  return {
    ring: () => {
      hasRung = true
      wake?.()
    },
    wait: longestMs => new Promise(resolve => {
      const done = (): void => {
        clearTimeout(timer)
        hasRung = false
        wake = undefined
        resolve()
      }
      const timer = setTimeout(done, hasRung ? 0 : longestMs)
      wake = done
    }),
  }
}
