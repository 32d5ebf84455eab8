import type { Kysely } from 'kysely'
import { bookableWindow, freeSlots, type Occupied, type Slot } from '../../../../shared/domains/appointments/slots.ts'
import { germanDay, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { AppointmentId, TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import { MOST_DAYS_ASKED } from '../../../../shared/wire/booking.ts'
import type { Schema } from '../../../store/schema.ts'
import { SLACK_DAYS } from '../place-rows.ts'
import type { PublicOffer } from './offer.ts'

/** Whose free times are looked for, and when. */
export interface TimesFor {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly offer: PublicOffer
  readonly now: Instant
  /** An appointment that would leave its time. */
  readonly except: AppointmentId | null
}

/** What citizens may book from one day to another, in order of time; nothing outside the time that is open to booking. */
export async function freeTimes(times: TimesFor, fromDay: string, toDay: string): Promise<readonly Slot[]> {
  const { notBefore, notAfter } = bookableWindow(times.offer.services, times.now)
  const [first, last] = [later(fromDay, germanDay(notBefore)), earlier(toDay, germanDay(notAfter))]
  if (first > last) return []
  return slotsOf(times, await occupiedBetween(times, startOfGermanDay(first), startOfGermanDay(plusCalendarDays(last, 1))), first, last)
}

/** Whether citizens could book a start if nobody else had. */
export function isOffered(times: TimesFor, startsAt: Instant): boolean {
  const day = germanDay(startsAt)
  return slotsOf(times, [], day, day).some(slot => slot.startsAt === startsAt)
}

const slotsOf = ({ offer, now }: TimesFor, occupied: readonly Occupied[], fromDay: string, toDay: string): readonly Slot[] =>
  freeSlots({ ...offer, occupied }, {
    serviceIds: offer.services.map(({ id }) => id), minutes: offer.minutes, fromDay, toDay, ...bookableWindow(offer.services, now), isPublic: true,
  })

/** The next best offer: the first free time from a moment on, or else the first of all; null where everything is taken. */
export async function nextFree(times: TimesFor, from: Instant): Promise<Instant | null> {
  const isAhead = from > times.now && from < bookableWindow(times.offer.services, times.now).notAfter
  const after = isAhead ? await firstFrom(times, from) : null
  return after ?? firstFrom(times, times.now)
}

async function firstFrom(times: TimesFor, from: Instant): Promise<Instant | null> {
  const day = germanDay(from)
  const slots = await freeTimes(times, day, plusCalendarDays(day, MOST_DAYS_ASKED - 1))
  return slots.find(({ startsAt }) => startsAt >= from)?.startsAt ?? null
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)

/** Only what is needed to find gaps: three months of a busy place are thousands of rows. Holds that are over take no time. */
async function occupiedBetween({ db, townId, offer, now, except }: TimesFor, from: Instant, until: Instant): Promise<readonly Occupied[]> {
  const rows = await db
    .selectFrom('appointments')
    .select(['id', 'resource_id', 'occupied_from', 'occupied_until'])
    .where('town_id', '=', townId)
    .where('place_id', '=', offer.place.id)
    .where('starts_at', '>', plusDays(from, -SLACK_DAYS))
    .where('starts_at', '<', plusDays(until, SLACK_DAYS))
    .where('status', '<>', 'cancelled')
    .where(where => where.or([where('status', '<>', 'held'), where('held_until', 'is', null), where('held_until', '>', now)]))
    .execute()
  return rows.flatMap(({ id, resource_id: resourceId, occupied_from, occupied_until }) =>
    (resourceId === null || id === except ? [] : [{ resourceId, from: occupied_from, until: occupied_until }]))
}
