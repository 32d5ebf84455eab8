import { AppointmentId, type TownId } from '../../../shared/ids.ts'
import type { Database } from '../../store/database.ts'
import { sealedIds } from '../../store/sealed-ids.ts'

/** The keys with which citizens read, move and cancel their appointment; an e-mail written months later carries the same link. */
export interface BookingLinks {
  keyFor(townId: TownId, appointmentId: AppointmentId): Promise<string>
  /** The appointment a key was made for; null for a key that never was. */
  appointmentOf(townId: TownId, key: string): Promise<AppointmentId | null>
}

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createBookingLinks(database: Database): BookingLinks {
  const { keyFor, idOf } = sealedIds(database, 'booking')
  return {
    keyFor,
    appointmentOf: async (townId, key) => AppointmentId.nullable().parse(await idOf(townId, key)),
  }
}
