import type { Kysely } from 'kysely'
import type { Clock } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { keepDeliveries, type Delivery } from './deliveries.ts'
import type { Sending } from './open-sending.ts'

/** So soon the next one takes what a killed process had in hand. */
export const HELD_FOR_MS = 6_000
/** Often enough that one lost try does not lose what is in hand. */
export const KEPT_EVERY_MS = 2_000

/** What one loop has in hand: no other process takes it, however long a mail server thinks about it. */
export interface Hold {
  add(sending: Sending, deliveries: readonly Delivery[], untilMs: number): void
  release(delivery: Delivery): void
  /** Whether it is still ours: a process that slept for a while may find that another one has taken over. */
  has(delivery: Delivery): boolean
  /** Keeps everything in hand for longer. */
  keep(): Promise<void>
  clear(): void
}

export function createHold(db: Kysely<Schema>, clock: Clock): Hold {
  const held = new Map<Delivery, { readonly sending: Sending; readonly untilMs: number }>()
  const has = (delivery: Delivery): boolean => (held.get(delivery)?.untilMs ?? 0) > clock.nowMs()
  const add = (sending: Sending, deliveries: readonly Delivery[], untilMs: number): void => {
    for (const delivery of deliveries) held.set(delivery, { sending, untilMs })
  }
  return {
    add,
    has,
    release: delivery => void held.delete(delivery),
    clear: () => held.clear(),
    keep: async () => {
      const untilMs = clock.nowMs() + HELD_FOR_MS
      for (const [sending, deliveries] of Map.groupBy([...held.keys()].filter(has), delivery => held.get(delivery)?.sending)) {
        if (!sending) continue
        await keepDeliveries(db, sending, deliveries, untilMs)
        add(sending, deliveries.filter(delivery => held.has(delivery)), untilMs)
      }
    },
  }
}
