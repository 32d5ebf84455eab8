import type { Change } from '../../../../shared/command.ts'
import { aPlace, aResource, aService, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { derivedUuid, type TownId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../../../shared/time.ts'
import type { Booking, HoldAsked, WhoComes } from '../../../../shared/wire/booking.ts'
import type { Result } from '../../../../shared/result.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Database } from '../../../store/database.ts'
import { anOrigin, TEST_TIME } from '../../../store/testing.ts'
import { createBookingLinks } from '../booking-links.ts'
import { createHolders } from './open-holds.ts'
import { createPublicBooking, type PublicBooking } from './public-booking.ts'

/** Two counters, of which citizens may book the first, open on Mondays to Fridays from eight to twelve. */
export const SMALL_PLACE: readonly Change[] = [
  { table: 'places', row: aPlace() },
  { table: 'resources', row: aResource(1) },
  { table: 'resources', row: aResource(2) },
  { table: 'appointment_services', row: aService() },
  { table: 'opening_hours', row: someHours() },
]

/** Public booking of a town, at a moment the test sets. */
export interface BookingTown {
  readonly booking: PublicBooking
  readonly clock: { nowMs(): number; pass(ms: number): void }
  add(changes: readonly Change[]): Promise<unknown>
}

export async function bookingTown(database: Database, townId: TownId): Promise<BookingTown> {
  let nowMs = msOf(TEST_TIME)
  const clock = { nowMs: () => nowMs, pass: (ms: number) => void (nowMs += ms) }
  const booking = bookingOn(database, townId, clock)
  const add: BookingTown['add'] = changes => database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId }, changes))
  await add(SMALL_PLACE)
  return { booking, clock, add }
}

/** Public booking as each process of the service has it. */
export const bookingOn = (database: Database, townId: TownId, clock: Clock): PublicBooking => createPublicBooking({
  database, townId, clock, links: createBookingLinks(database), holderOf: createHolders(database, townId), url: () => 'http://localhost',
  sender: { townName: 'Stadt Tangerhütte', from: 'termine@tangerhuette.example' },
})

/** On Monday, 7 December 2026, by the clock in Tangerhütte. */
export const onMonday = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))

export const aHold = (label: string, overrides: Partial<HoldAsked> = {}): HoldAsked => ({
  key: derivedUuid('hold', label), placeId: aPlace().id, serviceIds: [aService().id], persons: 1, startsAt: onMonday(9), ...overrides,
})

export const someone = (overrides: Partial<WhoComes> = {}): WhoComes => ({ name: 'Änne Großkopf', email: 'aenne@example.org', phone: null, note: '', ...overrides })

/** The booking, or what was told instead: a code, and the next offer behind it. */
export function outcome(result: Result<Booking>): string {
  if (result.ok) return `${result.value.status} ${result.value.startsAt.slice(0, 16)}`
  const { code, facts = {} } = result.error
  return [code, ...Object.values(facts).map(fact => String(fact).slice(0, 16))].join(' ')
}
