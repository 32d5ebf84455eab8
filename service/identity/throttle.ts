import type { Clock } from '../../shared/time.ts'

const FREE_ATTEMPTS = 5
const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 5 * 60_000
const FORGET_AFTER_MS = 60 * 60_000
const MOST_KEYS = 10_000

/** Slows guessing down without ever locking anybody out: five tries are free, then each costs a longer wait. */
export interface Throttle {
  /** How long to wait before the next try, in ms; 0 when one may try now. */
  waitMs(key: string): number
  failed(key: string): void
  succeeded(key: string): void
}

interface Failures {
  readonly count: number
  readonly lastMs: number
}

export function createThrottle(clock: Clock): Throttle {
  const failures = new Map<string, Failures>()
  const known = (key: string): Failures | undefined => {
    const entry = failures.get(key)
    return entry && clock.nowMs() - entry.lastMs < FORGET_AFTER_MS ? entry : undefined
  }
  return {
    waitMs: key => {
      const entry = known(key)
      return entry ? Math.max(0, entry.lastMs + waitAfter(entry.count) - clock.nowMs()) : 0
    },
    failed: key => {
      const count = (known(key)?.count ?? 0) + 1
      failures.delete(key)
      failures.set(key, { count, lastMs: clock.nowMs() })
      const [oldest] = failures.keys()
      if (failures.size > MOST_KEYS && oldest !== undefined) failures.delete(oldest)
    },
    succeeded: key => void failures.delete(key),
  }
}

function waitAfter(count: number): number {
  if (count < FREE_ATTEMPTS) return 0
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, count - FREE_ATTEMPTS))
}
