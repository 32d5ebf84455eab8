import { sql } from 'kysely'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { createBookingLinks } from '../../service/domains/appointments/booking-links.ts'
import { createHolders } from '../../service/domains/appointments/public/open-holds.ts'
import { createPublicBooking } from '../../service/domains/appointments/public/public-booking.ts'
import { openDatabase } from '../../service/store/database.ts'
import { fillTable } from '../../service/store/records.ts'
import { addTestTown, TEST_TIME, TEST_TOWN } from '../../service/store/testing.ts'
import { germanDay } from '../../shared/german-days.ts'
import { msOf } from '../../shared/time.ts'
import { busyPlace, ASKED_SERVICES } from './busy-place.ts'
import { benchRow, median, type Bench } from './row.ts'

const DAYS = 90
const GOAL_MS = 50
const TIMES = 40

/** Free times over 90 days at a place with ten counters and twenty services that is booked to two thirds, as a citizen asks for them: rows are read from the database each time. */
export const bench: Bench = {
  name: 'slot-search',
  rows: ['slot-search'],
  run: async () => {
    const server = await startPostgres()
    if (!server) {
      process.stderr.write('slot-search needs PostgreSQL, which is not installed; not measured.\n')
      return []
    }
    try {
      return [benchRow('slot-search', 'ms', median(await searches(server.url)), GOAL_MS, 1)]
    } finally {
      await server.stop()
    }
  },
}

/** How long each search takes, the first ones left out. */
async function searches(url: string): Promise<readonly number[]> {
  const database = await openDatabase(url)
  await addTestTown(database)
  const { place, resources, services, lines, appointments } = busyPlace(TEST_TIME)
  await fillTable(database.db, TEST_TOWN, 'places', [place], 1)
  await fillTable(database.db, TEST_TOWN, 'resources', resources, 1)
  await fillTable(database.db, TEST_TOWN, 'appointment_services', services, 1)
  await fillTable(database.db, TEST_TOWN, 'opening_hours', lines, 1)
  await fillTable(database.db, TEST_TOWN, 'appointments', appointments, 1)
  // As PostgreSQL does by itself within minutes.
  await sql`vacuum analyze appointments`.execute(database.db)
  const clock = { nowMs: () => msOf(TEST_TIME) }
  const booking = createPublicBooking({
    database, townId: TEST_TOWN, clock, links: createBookingLinks(database), holderOf: createHolders(database, TEST_TOWN), url: () => 'http://localhost', sender: { townName: 'Tangerhütte', from: 'termine@tangerhuette.example' },
  })
  const times: number[] = []
  for (let count = 0; count < TIMES; count++) {
    const start = performance.now()
    const found = await booking.times({ placeId: place.id, serviceIds: services.slice(count % 10, (count % 10) + ASKED_SERVICES).map(({ id }) => id), persons: 1, from: germanDay(TEST_TIME), days: DAYS })
    times.push(performance.now() - start)
    if (!found.ok || found.value.times.length === 0) throw new Error('there are no free times')
    if (count === 0) process.stderr.write(`slot-search: ${appointments.length} appointments, ${found.value.times.length} free times\n`)
  }
  await database.close()
  process.stderr.write(`slot-search: ${times.map(ms => ms.toFixed(0)).join(' ')} ms\n`)
  return times.slice(5)
}
