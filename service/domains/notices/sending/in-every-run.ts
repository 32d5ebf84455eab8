import type { NoticeRunId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../../shared/time.ts'
import { factsOfError, type Facts, type Log } from '../../../log.ts'
import { PrintCentreFailed } from '../print-centre/failed.ts'

/** Does something for each run; how much it was. A run that fails is passed over until its wait is over and keeps no other back; what would meet every run is thrown at once. */
export type InEveryRun = (runIds: readonly NoticeRunId[], work: (runId: NoticeRunId) => Promise<number>) => Promise<number>

interface InEveryRunParts {
  /** Of the rounds, for the log. */
  readonly name: string
  readonly clock: Clock
  readonly log: Log
  /** How long to wait after so many failures of one run one after the other, in milliseconds. */
  readonly backoffMs: (failures: number) => number
}

interface Failing {
  readonly failures: number
  readonly notBeforeMs: number
}

/** Remembers from one round to the next which runs failed, until they are done or not open any more. */
export function createInEveryRun({ name, clock, log, backoffMs }: InEveryRunParts): InEveryRun {
  const failing = new Map<NoticeRunId, Failing>()

  const failed = (runId: NoticeRunId, error: unknown): void => {
    const failures = (failing.get(runId)?.failures ?? 0) + 1
    const waitMs = backoffMs(failures)
    failing.set(runId, { failures, notBeforeMs: clock.nowMs() + waitMs })
    log.warn('notices.run-failed', { ...factsOfFailure(error), name, id: runId, attempt: failures, retryAfterMs: waitMs })
  }
  return async (runIds, work) => {
    const open = new Set(runIds)
    for (const runId of failing.keys()) if (!open.has(runId)) failing.delete(runId)
    let count = 0
    for (const runId of runIds) {
      if (clock.nowMs() < (failing.get(runId)?.notBeforeMs ?? 0)) continue
      try {
        count += await work(runId)
        failing.delete(runId)
      } catch (error) {
        if (concernsEverybody(error)) throw error
        failed(runId, error)
      }
    }
    return count
  }
}

const SIGN_IN_REFUSED: readonly number[] = [401, 403]
const TOO_MANY_CALLS = 429

/** Whether the print centre is away, lets nobody in, or asks to be left alone: the next run would meet the same. */
const concernsEverybody = (error: unknown): boolean => error instanceof PrintCentreFailed
  && (error.status === 0 || error.status >= 500 || error.status === TOO_MANY_CALLS || SIGN_IN_REFUSED.includes(error.status) || error.retryAfterMs > 0)

/** What may be logged of a failure; where the print centre failed, with its status. */
export const factsOfFailure = (error: unknown): Facts => ({ ...factsOfError(error), ...(error instanceof PrintCentreFailed && { status: error.status }) })
