import type { Clock } from '../../shared/time.ts'

/** The one place of this room that reads the system's clock. */
export const systemClock: Clock = { nowMs: () => Date.now() }
