const FIRST_MS = 5_000
const LONGEST_MS = 3_600_000

/**
 * How long to wait after the given number of failed attempts: doubled each time up to an hour, and shortened at random
 * by up to half so that what failed together does not come back together. `random` is in [0, 1).
 */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(full * (1 - random / 2))
}
