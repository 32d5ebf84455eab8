import { msOf, type Clock, type Instant } from '../../shared/time.ts'

/** The computer's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() }

/** A clock that stands at `start` when it is made and runs on from there. */
export function clockAt(start: Instant): Clock {
  const offsetMs = msOf(start) - Date.now()
  return { nowMs: () => Date.now() + offsetMs }
}
