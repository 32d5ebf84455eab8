import type { Kysely } from 'kysely'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { fillTable } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import type { Random } from '../random.ts'
import { DEPARTMENTS, letterheadOf } from '../town.ts'
import { demoHallBookings } from './bookings.ts'
import { demoHalls } from './houses.ts'

/** Fills the demo town's houses and what is booked in them. */
export async function seedHalls(trx: Kysely<Schema>, { townId, now }: { readonly townId: TownId; readonly now: Instant }, random: Random, position: number): Promise<void> {
  const department = DEPARTMENTS.find(({ id }) => id === 'bau')
  if (!department) throw new Error('no department lets houses')
  const halls = demoHalls()
  const bookings = demoHallBookings({ halls, random, now, letterhead: letterheadOf(department.id, department.name) })
  await fillTable(trx, townId, 'halls', halls, position)
  await fillTable(trx, townId, 'hall_bookings', bookings, position)
  // Beyond every number that was given.
  await trx.insertInto('hall_contract_counters').values({ town_id: townId, year: germanDay(now).slice(0, 4), last_number: bookings.length }).execute()
}
