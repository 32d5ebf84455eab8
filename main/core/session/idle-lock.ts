import type { Clock } from '../../../shared/time.ts'
import type { Timers } from './timers.ts'

const LOOK_EVERY_MS = 15_000

/** Watches for signs of a person, by the clock and not by counting ticks: a laptop that slept has been idle. */
export interface IdleLock {
  active(): void
  /** Somebody has just proved to be there. */
  reset(): void
  close(): void
}

export interface IdleLockParts {
  readonly clock: Clock
  readonly timers: Timers
  readonly idleMs: number
  /** Every 15 s, and at once when a person comes back too late. */
  readonly onTick: (isIdle: boolean) => void
}

export function createIdleLock({ clock, timers, idleMs, onTick }: IdleLockParts): IdleLock {
  let lastMs = clock.nowMs()
  const isIdle = (): boolean => Math.abs(clock.nowMs() - lastMs) >= idleMs
  const stop = timers.every(LOOK_EVERY_MS, () => onTick(isIdle()))
  return {
    active: () => {
      if (isIdle()) onTick(true)
      else lastMs = clock.nowMs()
    },
    reset: () => { lastMs = clock.nowMs() },
    close: stop,
  }
}
