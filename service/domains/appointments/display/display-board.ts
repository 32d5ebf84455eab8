import { minutesOfDay } from '../../../../shared/domains/appointments/clock-time.ts'
import { openOn } from '../../../../shared/domains/appointments/opening-hours.ts'
import { minutesFor } from '../../../../shared/domains/appointments/slots.ts'
import type { Appointment, AppointmentService, OpeningHours, Place, Resource } from '../../../../shared/domains/appointments/tables.ts'
import { waitingList } from '../../../../shared/domains/appointments/waiting.ts'
import { germanDay, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { PlaceId, ResourceId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { placeRows, SLACK_DAYS } from '../place-rows.ts'

/** How long a ticket stays on the display after it was called, and how many do. */
const SHOWN_MS = 10 * 60_000
const MOST_SHOWN = 5
const MINUTE_MS = 60_000

export interface Called {
  readonly ticket: string
  readonly counter: string
  readonly calledAt: Instant
}

/** What hangs in the lobby of a place: numbers and counters, never a name. */
export interface DisplayBoard {
  readonly placeName: string
  readonly now: Instant
  /** The newest first. */
  readonly called: readonly Called[]
  readonly waiting: number
  /** In how many minutes the last of those who wait is called, about; null where nobody waits. */
  readonly waitMinutes: number | null
}

/** Undefined where there is no such place any more. */
export async function displayBoard(database: Database, townId: TownId, placeId: PlaceId, now: Instant): Promise<DisplayBoard | undefined> {
  const place = (await loadRecords(database.db, townId, [{ table: 'places', id: placeId }], false)).get(`places/${placeId}`) as Place | undefined
  if (!place?.active) return undefined
  const [{ lines, resources }, services, here] = await Promise.all([placeRows(database.db, townId, placeId), servicesOf(database, townId, placeId), whoIsHere(database, townId, placeId, now)])
  const counters = new Set([...openNow(lines, resources, now), ...here.flatMap(({ counterId }) => counterId ?? [])]).size
  const minutesOf = ({ serviceIds, persons }: Appointment): number => minutesFor(services.filter(({ id }) => serviceIds.includes(id)), persons)
  const waiting = waitingList(here, counters, minutesOf, now)
  const last = waiting.at(-1)
  return {
    placeName: place.name, now, called: calledTo(here, resources, now), waiting: waiting.length,
    waitMinutes: last ? Math.max(0, Math.round((msOf(last.expectedAt) - msOf(now)) / MINUTE_MS)) : null,
  }
}

function openNow(lines: readonly OpeningHours[], resources: readonly Resource[], now: Instant): readonly ResourceId[] {
  const minute = minutesOfDay(now)
  return openOn(germanDay(now), lines, resources).flatMap(({ from, to, resourceId }) => (from <= minute && minute < to ? [resourceId] : []))
}

function calledTo(here: readonly Appointment[], resources: readonly Resource[], now: Instant): readonly Called[] {
  const since = instantFromMs(msOf(now) - SHOWN_MS)
  return here
    .flatMap(({ ticket, counterId, calledAt }) => {
      const counter = resources.find(({ id }) => id === counterId)
      return ticket && counter && calledAt && calledAt > since ? [{ ticket, counter: counter.name, calledAt }] : []
    })
    .toSorted((one, other) => (one.calledAt < other.calledAt ? 1 : one.calledAt > other.calledAt ? -1 : one.ticket < other.ticket ? 1 : -1))
    .slice(0, MOST_SHOWN)
}

async function servicesOf({ db }: Database, townId: TownId, placeId: PlaceId): Promise<readonly Pick<AppointmentService, 'id' | 'minutes' | 'minutesPerFurtherPerson'>[]> {
  return db.selectFrom('appointment_services').select(['id', 'minutes', 'minutes_per_further_person as minutesPerFurtherPerson'])
    .where('town_id', '=', townId).where('place_id', '=', placeId).execute()
}

/** Those of today who wait, were called or are being served. */
async function whoIsHere({ db }: Database, townId: TownId, placeId: PlaceId, now: Instant): Promise<readonly Appointment[]> {
  const ids = await db.selectFrom('appointments').select('id').where('town_id', '=', townId).where('place_id', '=', placeId)
    .where('starts_at', '>', plusDays(now, -SLACK_DAYS)).where('starts_at', '<', plusDays(now, SLACK_DAYS))
    .where('waiting_since', '>=', startOfGermanDay(germanDay(now))).where('status', 'in', ['waiting', 'called', 'serving']).execute()
  return [...(await loadRecords(db, townId, ids.map(({ id }) => ({ table: 'appointments', id }) as const), false)).values()] as readonly Appointment[]
}
