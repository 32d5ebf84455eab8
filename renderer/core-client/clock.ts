import { msOf, type Clock, type Instant } from '../../shared/time.ts'

/** The one place of this room that reads the system's clock. */
export const systemClock: Clock = { nowMs: () => Date.now() }

/** The time as the desk tells it, in a demo on a day of one's choice too; until it has told it, the page's own. */
export interface DeskClock extends Clock {
  /** The desk's clock shows `at`; from there it runs on. */
  told(at: Instant): void
}

export function createDeskClock(system: Clock): DeskClock {
  let aheadMs = 0
  return {
    nowMs: () => system.nowMs() + aheadMs,
    told: at => { aheadMs = msOf(at) - system.nowMs() },
  }
}
