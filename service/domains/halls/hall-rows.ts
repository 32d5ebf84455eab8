import type { Kysely } from 'kysely'
import type { Hall, HallBooking } from '../../../shared/domains/halls/tables.ts'
import type { HallBookingId, HallId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

export async function findHall(db: Kysely<Schema>, townId: TownId, id: HallId): Promise<Hall | undefined> {
  return (await loadRecords(db, townId, [{ table: 'halls', id }], false)).get(`halls/${id}`) as Hall | undefined
}

export async function findHallBooking(db: Kysely<Schema>, townId: TownId, id: HallBookingId): Promise<HallBooking | undefined> {
  return (await hallBookings(db, townId, [id], false))[0]
}

/** What takes place in a house, setting up and cleaning included, in whatever state. */
export async function bookingsOfHall(db: Kysely<Schema>, townId: TownId, hallId: HallId, from: Instant, until: Instant): Promise<readonly HallBooking[]> {
  const found = await db.selectFrom('hall_bookings').select('id').where('town_id', '=', townId).where('hall_id', '=', hallId)
    .where('occupied_until', '>', from).where('occupied_from', '<', until).orderBy('starts_at').execute()
  return hallBookings(db, townId, found.map(({ id }) => id), false)
}

/** All that was asked for together with a booking: itself, or its series in order of time. */
export async function bookingsOfRequest(db: Kysely<Schema>, townId: TownId, booking: HallBooking, lock: boolean): Promise<readonly HallBooking[]> {
  if (booking.seriesId === null) return hallBookings(db, townId, [booking.id], lock)
  const found = await db.selectFrom('hall_bookings').select('id').where('town_id', '=', townId).where('series_id', '=', booking.seriesId).orderBy('starts_at').execute()
  return hallBookings(db, townId, found.map(({ id }) => id), lock)
}

/** All that one contract is about, in order of time; they are held, because the next version speaks of all of them. */
export async function bookingsOfContract(db: Kysely<Schema>, townId: TownId, contractNumber: string): Promise<readonly HallBooking[]> {
  const found = await db.selectFrom('hall_bookings').select('id').where('town_id', '=', townId).where('contract_number', '=', contractNumber).orderBy('starts_at').execute()
  return hallBookings(db, townId, found.map(({ id }) => id), true)
}

/** Bookings in the order in which they are named. */
async function hallBookings(db: Kysely<Schema>, townId: TownId, ids: readonly string[], lock: boolean): Promise<readonly HallBooking[]> {
  const rows = await loadRecords(db, townId, ids.map(id => ({ table: 'hall_bookings', id }) as const), lock)
  return ids.flatMap(id => (rows.get(`hall_bookings/${id}`) as HallBooking | undefined) ?? [])
}
