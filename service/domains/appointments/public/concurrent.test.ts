import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { TownId } from '../../../../shared/ids.ts'
import type { Result } from '../../../../shared/result.ts'
import { Instant } from '../../../../shared/time.ts'
import type { Booking } from '../../../../shared/wire/booking.ts'
import { createRandom, type Random } from '../../../demo/random.ts'
import { addTestTown, testEngines } from '../../../store/testing.ts'
import type { Database } from '../../../store/database.ts'
import { findAppointment } from '../appointment-rows.ts'
import { bookingIdOf } from './hold.ts'
import { aHold, bookingTown, onMonday, someone, type BookingTown } from './testing.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const CITIZENS = 24
const TOWN = TownId.parse('busy')
const ONE_HOUR = 3_600_000

/** What citizens were told. */
interface Told {
  /** Last about each booking that stands or was cancelled. */
  readonly standing: Map<string, Pick<Booking, 'status' | 'startsAt'>>
  readonly refusals: Set<string>
}

const anyTime = (random: Random): Instant => onMonday(8 + random.between(0, 3), 15 * random.between(0, 3))

/** Wants a time, takes the next offer where it is gone, books, and changes their mind as chance has it. */
async function behave({ booking }: BookingTown, label: string, random: Random, told: Told): Promise<void> {
  const tell = (result: Result<Booking>): boolean => {
    if (result.ok) told.standing.set(label, { status: result.value.status, startsAt: result.value.startsAt })
    else told.refusals.add(result.error.code)
    return result.ok
  }
  let held = await booking.hold(aHold(label, { startsAt: anyTime(random) }), label)
  const next = held.ok ? undefined : Instant.safeParse(held.error.facts?.['nextStartsAt']).data
  if (next) held = await booking.hold(aHold(label, { startsAt: next }), label)
  if (!held.ok) return void told.refusals.add(held.error.code)
  const { link } = held.value
  if (!tell(await booking.confirm(link, someone({ email: `${label}@example.org` })))) return
  if (random.chance(0.5)) tell(await booking.move(link, anyTime(random)))
  if (random.chance(0.3)) tell(await booking.cancel(link))
}

async function overlapsIn({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointments one join appointments other
    on one.town_id = other.town_id and one.resource_id = other.resource_id and one.id < other.id and one.during && other.during
    where one.town_id = ${TOWN} and one.status <> 'cancelled' and other.status <> 'cancelled'`.execute(db)
  return rows[0]?.count ?? -1
}

test.each(testEngines())('many citizens at once on $kind: nobody has the same time, and nothing they were told is lost', async ({ kind, open }) => {
  process.stderr.write(`many citizens: FC_SEED=${SEED}\n`)
  const database = await open()
  await addTestTown(database, TOWN)
  const town = await bookingTown(database, TOWN)
  await town.add([{ table: 'opening_hours', row: someHours({ publicResourceIds: [counterId(1), counterId(2)] }) }])
  const told: Told = { standing: new Map(), refusals: new Set() }
  const rounds = Number(process.env['BOOKING_ROUNDS'] ?? (kind === 'postgres' ? 8 : 2))
  await Promise.all(Array.from({ length: CITIZENS }, async (_, number) => {
    const random = createRandom(SEED + number)
    for (let round = 0; round < rounds; round++) await behave(town, `n${number}-${round}`, random, told)
  }))
  const rows = await Promise.all([...told.standing.keys()].map(async label => [label, await findAppointment(database.db, TOWN, bookingIdOf(TOWN, aHold(label).key), false)] as const))
  const stands = (row: Appointment | undefined) => row && { status: row.status, startsAt: row.startsAt }
  expect(new Map(rows.map(([label, row]) => [label, stands(row)]))).toEqual(told.standing)
  expect([...told.refusals].filter(code => code !== 'appointments/slot-taken')).toEqual([])
  expect(await overlapsIn(database)).toBe(0)
  expect([...told.standing.values()].filter(({ status }) => status === 'booked').length).toBeGreaterThan(0)
  await database.close()
}, ONE_HOUR)
