import { sql } from 'kysely'
import { aPlace, aResource, aService, someHours } from '../../shared/domains/appointments/testing.ts'
import { AppointmentId, TownId } from '../../shared/ids.ts'
import { createRandom } from '../bench/random.ts'
import { commitChanges } from '../../service/store/commit.ts'
import type { Database } from '../../service/store/database.ts'
import { loadRecords } from '../../service/store/records.ts'
import { addTestTown, anOrigin } from '../../service/store/testing.ts'
import { COUNTERS, workAtDesk } from './booking-desk.ts'
import { emptyTally, type Tally } from './booking-tally.ts'

const town = TownId.parse('bookings')

export interface BookingFigures {
  readonly attempts: number
  readonly booked: number
  readonly refused: number
  /** Persons called to a counter; three counters wanted each of them at the same moment. */
  readonly called: number
  /** Pairs of appointments at one counter at one time. */
  readonly overlaps: number
  /** What was confirmed and does not stand so. */
  readonly lost: number
  /** Commands that were answered differently when they were sent again. */
  readonly contradicted: number
  /** Persons called by two counters, and ticket numbers given twice. */
  readonly doubleCalls: number
  readonly doubleTickets: number
  /** Anything that was neither confirmed nor refused by a rule. */
  readonly broken: number
}

/** So many desks at once that book, move, cancel, take in and call as chance has it, a third of them offline for a while, through the service's own pipeline. */
export async function runBookings(database: Database, { bookers, attempts, seed }: { readonly bookers: number; readonly attempts: number; readonly seed: number }): Promise<BookingFigures> {
  await furnish(database)
  const tally = emptyTally()
  const each = Math.ceil(attempts / bookers)
  await Promise.all(Array.from({ length: bookers }, (_, number) =>
    workAtDesk({ database, town, number, attempts: each, random: createRandom(seed + number), isOftenOffline: number % 3 === 0, tally })))
  const { booked, refused, broken, contradicted, calls } = tally
  return {
    attempts: each * bookers, booked, refused, called: calls.size, overlaps: await overlapsIn(database), lost: await lostIn(database, tally), contradicted,
    doubleCalls: [...calls.values()].filter(count => count > 1).length, doubleTickets: await doubleTicketsIn(database), broken,
  }
}

async function furnish(database: Database): Promise<void> {
  await addTestTown(database, town)
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: town }), [
    { table: 'places', row: aPlace() }, { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: someHours() },
    ...Array.from({ length: COUNTERS }, (_, index) => ({ table: 'resources', row: aResource(index + 1) }) as const),
  ]))
}

async function overlapsIn({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointments one join appointments other
    on one.town_id = other.town_id and one.resource_id = other.resource_id and one.id < other.id and one.occupied_from < other.occupied_until
      and other.occupied_from < one.occupied_until and one.status <> 'cancelled' and other.status <> 'cancelled' where one.town_id = ${town}`.execute(db)
  return rows[0]?.count ?? -1
}

async function doubleTicketsIn({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select 1 from appointments where town_id = ${town} and ticket is not null group by substr(ticket, 2) having count(*) > 1) twice`.execute(db)
  return rows[0]?.count ?? -1
}

/** How many appointments do not stand as the last confirmation says. */
async function lostIn({ db }: Database, { standing }: Tally): Promise<number> {
  const rows = await loadRecords(db, town, [...standing.keys()].map(id => ({ table: 'appointments', id: AppointmentId.parse(id) }) as const), false)
  return [...standing].filter(([id, { as }]) => {
    const row: Readonly<Record<string, unknown>> = { ...rows.get(`appointments/${id}`) }
    return !Object.entries(as).every(([field, value]) => row[field] === value)
  }).length
}
