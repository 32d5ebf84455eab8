import { holdsTime } from '../../../../shared/domains/halls/hall-steps.ts'
import { daysOfHall } from '../../../../shared/domains/halls/taken-times.ts'
import type { Hall } from '../../../../shared/domains/halls/tables.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { PublicHall, type HallDays, type HallDaysAsked } from '../../../../shared/wire/public-halls.ts'
import { loadRecords } from '../../../store/records.ts'
import { bookingsOfHall, findHall } from '../hall-rows.ts'
import type { PublicHallParts } from './parts.ts'

/** The houses that are let, in the order the town gave. */
export async function publicHouses({ database: { db }, townId }: PublicHallParts): Promise<readonly PublicHall[]> {
  const found = await db.selectFrom('halls').select('id').where('town_id', '=', townId).where('active', '=', true).execute()
  const rows = await loadRecords(db, townId, found.map(({ id }) => ({ table: 'halls', id }) as const), false)
  const halls = found.map(({ id }) => rows.get(`halls/${id}`) as Hall).toSorted((one, other) => one.position - other.position || one.name.localeCompare(other.name, 'de'))
  return halls.map(hall => PublicHall.parse(hall))
}

/** When a house is taken; what is only asked for leaves the time to others. */
export async function daysOfHouse({ database: { db }, townId }: PublicHallParts, { hallId, from, days }: HallDaysAsked): Promise<Result<HallDays>> {
  const hall = await findHall(db, townId, hallId)
  if (!hall?.active) return refuse('halls/no-such-hall')
  const bookings = await bookingsOfHall(db, townId, hallId, startOfGermanDay(from), startOfGermanDay(plusCalendarDays(from, days)))
  return ok({ days: daysOfHall(from, days, bookings.filter(holdsTime)).map(({ day, taken }) => ({ day, taken: [...taken] })) })
}
