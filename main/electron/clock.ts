import type { Clock } from '../../shared/time.ts'

/** The computer's clock, for the main process; the core has its own. */
export const systemClock: Clock = { nowMs: () => Date.now() }
