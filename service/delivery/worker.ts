import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { factsOfError, type Log } from '../log.ts'
import type { DeliveryJournal } from '../operate/delivery-journal.ts'
import type { Database } from '../store/database.ts'
import { backoffMs } from './backoff.ts'
import { JOBS_CHANNEL, type JobKind } from './jobs.ts'
import { postpone, settle, takeDue, type Job } from './queue.ts'

/** What became of one attempt: settled, given up for good, or to be tried again after a while. */
export type Delivered = 'done' | 'failed' | { readonly retryAfterMs: number }

/** Hands one job over. It may run twice for one job (after a crash): the job's key must make that recognisable outside. */
export type Deliver = (job: Job) => Promise<Delivered>

export interface WorkerParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  readonly deliver: ReadonlyMap<JobKind, Deliver>
  readonly log: Log
  /** Remembers outside of the database what has left the house; null where no journal is kept. */
  readonly journal?: DeliveryJournal | null
  /** A number in [0, 1), for the jitter. */
  readonly random: () => number
  /** Told of every attempt, for metrics. */
  readonly measure?: (attempt: { readonly kind: JobKind; readonly outcome: 'done' | 'failed' | 'retry'; readonly tookMs: number }) => void
}

export interface Worker {
  start(): void
  /** Ends after the jobs in hand; nothing is interrupted half-way. */
  stop(): Promise<void>
  /** Works off what is due now and says how many attempts that were. */
  runDue(): Promise<number>
}

const AT_ONCE = 4
const POLL_MS = 2_000
/** How often a job is tried; with the backoff that is about a day. */
export const MOST_ATTEMPTS = 30

export function createWorker(parts: WorkerParts): Worker {
  const kinds = [...parts.deliver.keys()]
  const alarm = createAlarm()
  let running: Promise<void> | undefined
  let isStopped = false

  async function runDue(): Promise<number> {
    let attempts = 0
    while (!isStopped) {
      const jobs = await takeDue(parts.database.db, parts.townId, kinds, AT_ONCE, parts.clock.nowMs())
      if (jobs.length === 0) break
      await allEnded(jobs.map(job => attempt(parts, job)))
      attempts += jobs.length
    }
    return attempts
  }

  async function loop(): Promise<void> {
    // Without notices the worker still looks by itself every two seconds.
    await parts.database.listen(JOBS_CHANNEL, alarm.ring).catch((error: unknown) => parts.log.warn('delivery.no-notices', factsOfError(error)))
    while (!isStopped) {
      await runDue().catch((error: unknown) => parts.log.error('delivery.queue-unreachable', factsOfError(error)))
      if (!isStopped) await alarm.wait(POLL_MS)
    }
  }

  return {
    start: () => void (running ??= loop()),
    stop: async () => {
      isStopped = true
      alarm.ring()
      await running
    },
    runDue,
  }
}

async function attempt(parts: WorkerParts, job: Job): Promise<void> {
  const startedMs = parts.clock.nowMs()
  const outcome = await tried(parts, job)
  const nowMs = parts.clock.nowMs()
  if (outcome === 'done') await noted(parts, job, nowMs)
  if (typeof outcome === 'object') await postpone(parts.database.db, job, instantFromMs(nowMs + outcome.retryAfterMs))
  else await settle(parts.database.db, job, outcome, instantFromMs(nowMs))
  const told = typeof outcome === 'object' ? 'retry' : outcome
  parts.measure?.({ kind: job.kind, outcome: told, tookMs: nowMs - startedMs })
  if (told === 'failed') parts.log.error('delivery.given-up', { kind: job.kind, id: job.key, attempt: job.attempts })
}

/** A journal that cannot be written holds nothing up: it counts after a restore only, and the log says that it has a gap. */
async function noted({ journal, log }: WorkerParts, job: Job, nowMs: number): Promise<void> {
  await journal?.note(job, instantFromMs(nowMs)).catch((error: unknown) => log.error('delivery.journal-not-written', factsOfError(error)))
}

async function tried(parts: WorkerParts, job: Job): Promise<Delivered> {
  const deliver = parts.deliver.get(job.kind)
  if (!deliver) throw new Error(`a job of kind ${job.kind} was taken without anybody to deliver it`)
  try {
    return await deliver(job)
  } catch (error) {
    parts.log.warn('delivery.attempt-failed', { ...factsOfError(error), kind: job.kind, id: job.key, attempt: job.attempts })
    return job.attempts >= MOST_ATTEMPTS ? 'failed' : { retryAfterMs: backoffMs(job.attempts, parts.random()) }
  }
}

/** Waits for all, also when one of them fails: a worker that stops leaves nothing half-way. */
async function allEnded(attempts: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(attempts)).find(result => result.status === 'rejected')
  if (failed) throw failed.reason
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
    wait: longestMs =>
      new Promise(resolve => {
        const timer = setTimeout(done, hasRung ? 0 : longestMs)
        function done(): void {
          clearTimeout(timer)
          hasRung = false
          wake = undefined
          resolve()
        }
        wake = done
      }),
  }
}
