import { sql } from 'kysely'
import { aPlace, aResource, aService, counterId, someHours } from '../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../shared/domains/appointments/tables.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { AppointmentId, derivedUuid, TownId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import { createRandom, type Random } from '../bench/random.ts'
import { aCommand, commandId, testPipeline } from '../../service/commands/testing.ts'
import { COMPLETIONS } from '../../service/domains/completions.ts'
import { guardsFor } from '../../service/domains/guards.ts'
import { commitChanges } from '../../service/store/commit.ts'
import type { Database } from '../../service/store/database.ts'
import { loadRecords } from '../../service/store/records.ts'
import { addTestTown, anOrigin } from '../../service/store/testing.ts'

const COUNTERS = 4
const DAYS = 10
/** Monday, 7 December 2026, 08:00 in Germany. */
const FIRST_MS = Date.UTC(2026, 11, 7, 7)
const town = TownId.parse('bookings')

export interface BookingFigures {
  readonly attempts: number
  readonly booked: number
  readonly refused: number
  /** Pairs of appointments at one counter at one time. */
  readonly overlaps: number
  /** Bookings and moves that were confirmed and do not stand so. */
  readonly lost: number
  /** Anything that was neither confirmed nor refused by its rule. */
  readonly broken: number
}

interface Tally {
  booked: number
  refused: number
  broken: number
  /** Where each confirmed appointment has to stand; null once it was cancelled. */
  readonly standing: Map<string, { readonly startsAt: Instant; readonly resourceId: string } | null>
}

/** So many bookers at once, each booking, moving and cancelling its own as chance has it, through the service's own pipeline. */
export async function runBookings(database: Database, { bookers, attempts, seed }: { readonly bookers: number; readonly attempts: number; readonly seed: number }): Promise<BookingFigures> {
  await furnish(database)
  const tally: Tally = { booked: 0, refused: 0, broken: 0, standing: new Map() }
  await Promise.all(Array.from({ length: bookers }, (_, booker) => book(database, { booker, attempts: Math.ceil(attempts / bookers), random: createRandom(seed + booker), tally })))
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from appointments one join appointments other
    on one.town_id = other.town_id and one.resource_id = other.resource_id and one.id < other.id and one.occupied_from < other.occupied_until
      and other.occupied_from < one.occupied_until and one.status <> 'cancelled' and other.status <> 'cancelled' where one.town_id = ${town}`.execute(database.db)
  const { standing, ...counts } = tally
  return { attempts, ...counts, overlaps: rows[0]?.count ?? -1, lost: await lostOf(database, standing) }
}

async function furnish(database: Database): Promise<void> {
  await addTestTown(database, town)
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: town }), [
    { table: 'places', row: aPlace() }, { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: someHours() },
    ...Array.from({ length: COUNTERS }, (_, index) => ({ table: 'resources', row: aResource(index + 1) }) as const),
  ]))
}

interface Booker {
  readonly booker: number
  readonly attempts: number
  readonly random: Random
  readonly tally: Tally
}

async function book(database: Database, { booker, attempts, random, tally }: Booker): Promise<void> {
  const actor = anActor('clerk', String(1 + (booker % 9)), { townId: town })
  const pipeline = testPipeline(database, { guards: guardsFor(true), completions: COMPLETIONS })
  const own: string[] = []
  for (let attempt = 0; attempt < attempts; attempt++) {
    const label = `${booker}/${attempt}`
    const wanted = { resourceId: counterId(1 + random.below(COUNTERS)), startsAt: someTime(random) }
    const mine = own.length > 0 && random.below(3) === 0 ? own[random.below(own.length)] : undefined
    const isCancelling = mine !== undefined && random.below(2) === 0
    const name = mine === undefined ? 'book' : isCancelling ? 'cancel' : 'move'
    const basedOn = mine === undefined ? [] : [{ table: 'appointments' as const, id: mine, version: (await standingOf(database, mine))?.version ?? 0 }]
    const [answer] = await pipeline.run(actor, [aCommand(label, `appointments.${name}`, inputFor(mine, isCancelling, wanted), { basedOn })])
    const id = mine ?? derivedUuid(commandId(label), 'appointment')
    if (answer?.kind === 'applied') {
      tally.booked += name === 'book' ? 1 : 0
      tally.standing.set(id, isCancelling ? null : wanted)
      if (mine === undefined) own.push(id)
      if (isCancelling) own.splice(own.indexOf(id), 1)
    } else if (answer?.kind === 'refused' && answer.code === 'appointments/slot-taken') tally.refused++
    else tally.broken++
  }
}

function inputFor(mine: string | undefined, isCancelling: boolean, wanted: { readonly resourceId: string; readonly startsAt: Instant }): Json {
  if (mine === undefined) return { placeId: aPlace().id, serviceIds: [aService().id], persons: 1, name: 'Änne Großkopf', email: null, phone: null, note: '', channel: 'telephone', ...wanted }
  return isCancelling ? { appointmentId: mine } : { appointmentId: mine, minutes: 15, ...wanted }
}

/** A start on the grid of five minutes on a working day, so that appointments of a quarter of an hour lie across each other. */
function someTime(random: Random): Instant {
  const day = random.below(DAYS)
  const weeks = Math.floor(day / 5)
  return instantFromMs(FIRST_MS + (day + weeks * 2) * 86_400_000 + random.below(45) * 300_000)
}

const standingOf = async ({ db }: Database, id: string): Promise<Appointment | undefined> =>
  (await loadRecords(db, town, [{ table: 'appointments', id: AppointmentId.parse(id) }], false)).get(`appointments/${id}`) as Appointment | undefined

async function lostOf(database: Database, standing: Tally['standing']): Promise<number> {
  let lost = 0
  for (const [id, wanted] of standing) {
    const found = await standingOf(database, id)
    const isThere = wanted === null ? found?.status === 'cancelled' : found?.status === 'booked' && found.startsAt === wanted.startsAt && found.resourceId === wanted.resourceId
    if (!isThere) lost++
  }
  return lost
}
