import { msOf, type Clock, type Instant } from '../../shared/time.ts'
import { writable, type Readable } from './readable.ts'

/** The one place of this room that reads the system's clock. */
export const systemClock: Clock = { nowMs: () => Date.now() }

/** The time as the desk tells it, in a demo on a day of one's choice too; until it has told it, the page's own. */
export interface DeskClock extends Clock {
  readonly system: Clock
  /** How far the desk's clock is ahead of the system's. */
  readonly aheadMs: Readable<number>
  /** The desk's clock shows `at`; from there it runs on. */
  told(at: Instant): void
}

export function createDeskClock(system: Clock): DeskClock {
  const aheadMs = writable(0)
  return {
    system,
    aheadMs,
    nowMs: () => system.nowMs() + aheadMs.get(),
    told: at => aheadMs.set(msOf(at) - system.nowMs()),
  }
}
