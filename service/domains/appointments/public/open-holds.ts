import type { AppointmentId } from '../../../../shared/ids.ts'
import { msOf, type Clock, type Instant } from '../../../../shared/time.ts'

/** Times that one address may keep at once without having said who comes. */
const MOST_HOLDS = 2
/** No place keeps a time longer. */
const LONGEST_HOLD_MS = 60 * 60_000

/**
 * Who holds which times, by the address they ask from: nobody keeps times back to trade with them. In memory alone, so that
 * no address is ever written down; after a restart everybody begins with nothing held.
 */
export interface OpenHolds {
  /** Whether this address may keep one more time, or this one again; it counts from now on. */
  claim(address: string, id: AppointmentId): boolean
  /** Until when it counts. */
  keep(id: AppointmentId, until: Instant): void
  release(id: AppointmentId): void
}

interface Hold {
  readonly network: string
  readonly untilMs: number
}

export function createOpenHolds(clock: Clock): OpenHolds {
  const holds = new Map<AppointmentId, Hold>()
  return {
    claim: (address, id) => {
      const nowMs = clock.nowMs()
      const network = networkOf(address)
      let others = 0
      for (const [known, hold] of holds) {
        if (hold.untilMs <= nowMs) holds.delete(known)
        else if (hold.network === network && known !== id) others++
      }
      if (others >= MOST_HOLDS) return false
      holds.set(id, { network, untilMs: holds.get(id)?.untilMs ?? nowMs + LONGEST_HOLD_MS })
      return true
    },
    keep: (id, until) => {
      const hold = holds.get(id)
      if (hold) holds.set(id, { ...hold, untilMs: msOf(until) })
    },
    release: id => void holds.delete(id),
  }
}

/** A household has one IPv4 address, and as many IPv6 addresses as it likes in one network of 64 bits. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after] = address.split('::')
  const groups = before.split(':').filter(group => group !== '')
  const rest = after === undefined ? [] : after.split(':').filter(group => group !== '')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':')
}
