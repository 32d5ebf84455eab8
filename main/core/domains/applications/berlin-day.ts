import { instantFromMs, type Instant } from '../../../../shared/time.ts'

const DAY_MS = 86_400_000
const IN_BERLIN = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })

/** When a day like `2026-11-01` begins in Germany; `daysLater` 1 gives its end. */
export function startOfBerlinDay(day: string, daysLater = 0): Instant {
  const midnightUtc = Date.parse(`${day}T00:00:00.000Z`) + daysLater * DAY_MS
  // The clocks change between 1 and 2 o'clock UTC, so the offset an hour or two before midnight is the day's own.
  return instantFromMs(midnightUtc - offsetMs(midnightUtc - 2 * 3_600_000))
}

function offsetMs(unixMs: number): number {
  const name = IN_BERLIN.formatToParts(unixMs).find(part => part.type === 'timeZoneName')?.value ?? ''
  const hours = Number(/([+-]\d\d):/.exec(name)?.[1] ?? 0)
  return hours * 3_600_000
}
