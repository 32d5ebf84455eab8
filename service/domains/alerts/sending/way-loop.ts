import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { backoffMs } from '../../../delivery/backoff.ts'
import { factsOfError, type Log } from '../../../log.ts'
import type { Database } from '../../../store/database.ts'
import type { Outcome } from './deliveries.ts'
import type { HandOver } from './hand-over.ts'
import { createHold, KEPT_EVERY_MS } from './hold.ts'
import { inTurn, type Turn } from './in-turn.ts'
import type { OfWay } from './open-sending.ts'
import { createRecorder, type Recorder } from './recorder.ts'

export interface LoopParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** How many are handed over at the same time. */
  readonly atOnce: number
  /** A number in [0, 1), for the jitter. */
  readonly random: () => number
}

export interface WayLoop {
  start(): void
  /** Something was released, stopped or is to be tried again: looks at once. */
  ring(): void
  /** Ends after the messages in hand. */
  stop(): Promise<void>
  /** Works off what is due now; how many attempts that were. */
  runDue(): Promise<number>
}

const POLL_MS = 2_000

/** The loop of one way in one mode: what hangs here holds up nothing else, and a drill goes through no hands of the real thing. */
export function createWayLoop(parts: LoopParts, way: OfWay, hand: HandOver): WayLoop {
  const { clock, log, database: { db } } = parts
  const hold = createHold(db, clock)
  const recorder = createRecorder(db, clock, hold.release)
  let isStopped = false
  let running: Promise<void> | undefined
  let heard = 0
  let wake: (() => void) | undefined

  async function runDue(): Promise<number> {
    const keeping = setInterval(() => void hold.keep().catch((error: unknown) => log.warn('alerts.hold-not-kept', factsOfError(error))), KEPT_EVERY_MS)
    try {
      let all = 0
      for (let attempts = -1; attempts !== 0 && !isStopped; all += attempts) {
        await recorder.settled()
        attempts = await handOverAll({ turns: inTurn({ db, clock, way, hold, heard: () => heard }), recorder, atOnce: parts.atOnce, isStopped: () => isStopped }, turn => attempted(parts, hand, turn))
      }
      await recorder.settled()
      return all
    } finally {
      clearInterval(keeping)
      hold.clear()
    }
  }

  async function loop(): Promise<void> {
    while (!isStopped) {
      const before = heard
      await runDue().catch((error: unknown) => log.error('alerts.queue-unreachable', factsOfError(error)))
      if (!isStopped && heard === before) await new Promise<void>(resolve => { const timer = setTimeout(resolve, POLL_MS); wake = () => { clearTimeout(timer); resolve() } })
    }
  }

  const ring = (): void => {
    heard += 1
    wake?.()
  }
  return {
    start: () => void (running ??= loop()),
    ring,
    stop: async () => {
      isStopped = true
      ring()
      await running
    },
    runDue,
  }
}

interface Pass {
  readonly turns: AsyncGenerator<Turn, void>
  readonly recorder: Recorder
  readonly atOnce: number
  readonly isStopped: () => boolean
}

/** Hands over until nobody is due, several at a time. */
async function handOverAll({ turns, recorder, atOnce, isStopped }: Pass, attempt: (turn: Turn) => Promise<Outcome>): Promise<number> {
  let attempts = 0
  const lane = async (): Promise<void> => {
    for (let next = await turns.next(); !next.done && !isStopped(); next = await turns.next()) {
      attempts += 1
      recorder.note({ ...next.value, outcome: await attempt(next.value) })
      await recorder.room()
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: atOnce }, lane))
  await turns.return()
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
  return attempts
}

async function attempted({ clock, random, log }: LoopParts, hand: HandOver, { sending, delivery }: Turn): Promise<Outcome> {
  try {
    const outcome = await hand(sending, delivery)
    return outcome === 'handed' ? { kind: 'handed' } : { kind: 'failed', reason: outcome.failed }
  } catch (error) {
    log.warn('alerts.attempt-failed', { ...factsOfError(error), attempt: delivery.attempts })
    return { kind: 'later', at: instantFromMs(clock.nowMs() + backoffMs(delivery.attempts, random())), reason: 'unreachable' }
  }
}
