import type { Clock } from '../../../../shared/time.ts'

/** Which services of browsers have said that they want to be left alone, and until when. */
export interface BusyServices {
  isBusy(endpoint: string): boolean
  /** `retryAfter` as they write it: seconds, or a moment. */
  note(endpoint: string, retryAfter: string | null): void
}

/** A warning does not wait for a service that says tomorrow. */
const LONGEST_MS = 600_000
const MOST_KNOWN = 50

/** What one answer says goes for everybody behind that service: asking for each of ten thousand again is what it complains about. */
export function createBusyServices(clock: Clock): BusyServices {
  const until = new Map<string, number>()
  return {
    isBusy: endpoint => (until.get(new URL(endpoint).origin) ?? 0) > clock.nowMs(),
    note: (endpoint, retryAfter) => {
      const nowMs = clock.nowMs()
      const waitMs = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1_000 : Date.parse(retryAfter ?? '') - nowMs
      if (!(waitMs > 0)) return
      if (until.size >= MOST_KNOWN) until.clear()
      until.set(new URL(endpoint).origin, nowMs + Math.min(waitMs, LONGEST_MS))
    },
  }
}
