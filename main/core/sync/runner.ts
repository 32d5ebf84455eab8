import type { NetworkFailure } from '../network/failures.ts'
import { delayAfter, type Wait } from './backoff.ts'
import { troubleOf } from './trouble.ts'

export interface Runner {
  /** Asks for a run. While one runs, another follows it. */
  wake(): void
  /** Ends after the run in progress; later calls of `wake` do nothing. */
  stop(): Promise<void>
  /** Resolves when nothing is asked for and nothing runs. */
  idle(): Promise<void>
}

export interface RunnerParts {
  readonly run: (signal: AbortSignal) => Promise<void>
  /** Told of a failure; answers whether to try again after a while. */
  readonly onFailure: (failure: NetworkFailure) => boolean
  readonly random: (bytes: number) => Uint8Array
  readonly wait: Wait
}

/**
 * Runs a piece of work whenever it is asked for.
 *
 * 1. Never two runs at once.
 * 2. A call of `wake` is served by a run that begins after it.
 * 3. A run that failed is tried again after a growing while, unless told otherwise.
 */
export function createRunner({ run, onFailure, random, wait }: RunnerParts): Runner {
  const end = new AbortController()
  let isAsked = false
  let running: Promise<void> | null = null

  const work = async (): Promise<void> => {
    for (let failures = 0; isAsked && !end.signal.aborted; ) {
      isAsked = false
      try {
        await run(end.signal)
        failures = 0
      } catch (error) {
        if (end.signal.aborted) return
        const failure = troubleOf(error)
        if (!onFailure(failure)) continue
        isAsked = true
        await wait(Math.max(failure.retryAfterMs, delayAfter(failures++, random)), end.signal)
      }
    }
  }

  const wake = (): void => {
    isAsked = true
    if (running || end.signal.aborted) return
    running = work().finally(() => {
      running = null
      if (isAsked) wake()
    })
  }

  return {
    wake,
    stop: async () => {
      end.abort()
      await running
    },
    idle: async () => {
      while (running) await running
    },
  }
}
