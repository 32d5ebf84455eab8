import { HallBookingId, type TownId } from '../../../shared/ids.ts'
import type { Database } from '../../store/database.ts'
import { sealedIds } from '../../store/sealed-ids.ts'

/** The keys with which citizens see and withdraw what they asked for. */
export interface HallLinks {
  keyFor(townId: TownId, bookingId: HallBookingId): Promise<string>
  /** The booking a key was made for; null for a key that never was. */
  bookingOf(townId: TownId, key: string): Promise<HallBookingId | null>
}

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createHallLinks(database: Database): HallLinks {
  const { keyFor, idOf } = sealedIds(database, 'hall')
  return { keyFor, bookingOf: async (townId, key) => HallBookingId.nullable().parse(await idOf(townId, key)) }
}
