import { msOf, type Clock, type Instant } from '../shared/time.ts'

/** The machine's own clock: the one place in the service that reads it. */
export const systemClock: Clock = { nowMs: () => Date.now() }

/** A clock that shows `start` now and runs on from there: a demo town on a day of one's choice. */
export function clockAt(start: Instant): Clock {
  const ahead = msOf(start) - Date.now()
  return { nowMs: () => Date.now() + ahead }
}
