import type { Clock } from '../../../shared/time.ts'
import { factsOfError, type Log } from '../../log.ts'
import type { Duty } from './duty.ts'
import { PrintCentreFailed } from './print-centre/failed.ts'
import { createInEveryRun, factsOfFailure, type InEveryRun } from './sending/in-every-run.ts'

export interface Rounds {
  start(): void
  /** Ends after what is in hand. */
  stop(): Promise<void>
  /** Does what is due now; how much that was. */
  runDue(): Promise<number>
}

interface RoundsParts {
  readonly name: 'check' | 'leave' | 'send' | 'ask' | 'fall-back'
  readonly duty: Duty
  readonly clock: Clock
  readonly log: Log
  /** How often is said, while something is done, that this process still does it, and looked whether there is something to do. */
  readonly everyMs: number
  /** How long nobody looks after there was nothing to do, where that is longer. Nothing is said meanwhile: a rest longer than the duty's `heldForMs` gives it up, and whoever looks next takes it. */
  readonly restMs?: number
  /** How long to wait after so many failures one after the other, of a round or of one run, in milliseconds. */
  readonly backoffMs: (failures: number) => number
  /** Does what is due, a part at a time, as long as `mayGoOn` says so; how much it was. What it throws fails the round; what fails in one run alone `inEveryRun` keeps from the others. */
  readonly work: (mayGoOn: () => Promise<boolean>, inEveryRun: InEveryRun) => Promise<number>
}

/** Does something over and over where no other process does it. What fails is tried again, later each time. */
export function createRounds({ name, duty, clock, log, everyMs, restMs = everyMs, backoffMs, work }: RoundsParts): Rounds {
  let isStopped = false
  let running: Promise<void> | undefined
  let failures = 0
  let notBeforeMs = 0
  let wake: (() => void) | undefined
  const inEveryRun = createInEveryRun({ name, clock, log, backoffMs })

  const mayGoOn = async (): Promise<boolean> => !isStopped && (await duty.keep())
  const failed = (error: unknown): number => {
    failures += 1
    const waitMs = Math.max(backoffMs(failures), error instanceof PrintCentreFailed ? error.retryAfterMs : 0)
    notBeforeMs = clock.nowMs() + waitMs
    log.warn('notices.round-failed', { ...factsOfFailure(error), name, attempt: failures, retryAfterMs: waitMs })
    return 0
  }
  async function runDue(): Promise<number> {
    if (clock.nowMs() < notBeforeMs || !(await mayGoOn())) return 0
    const keeping = setInterval(() => void duty.keep().catch((error: unknown) => log.warn('notices.duty-not-kept', { ...factsOfError(error), name })), everyMs)
    try {
      const done = await work(mayGoOn, inEveryRun)
      failures = 0
      return done
    } finally {
      clearInterval(keeping)
    }
  }
  async function loop(): Promise<void> {
    while (!isStopped) {
      const done = await runDue().catch(failed)
      const waitMs = failures > 0 ? Math.max(notBeforeMs - clock.nowMs(), 0) : done > 0 ? 0 : restMs
      if (!isStopped) await new Promise<void>(resolve => { const timer = setTimeout(resolve, waitMs); wake = () => { clearTimeout(timer); resolve() } })
    }
    await duty.release().catch(failed)
  }
  return {
    start: () => void (running ??= loop()),
    stop: async () => {
      isStopped = true
      wake?.()
      await running
    },
    runDue: () => runDue().catch(failed),
  }
}
