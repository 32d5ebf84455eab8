import { sql, type Kysely } from 'kysely'
import { bookableWindow, slotsBeside, type Slot, type TakenMs, type TakenTimes } from '../../../../shared/domains/appointments/slots.ts'
import { germanDay, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { AppointmentId, ResourceId, TownId } from '../../../../shared/ids.ts'
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
  return slotsOf(times, await takenBetween(times, startOfGermanDay(first), startOfGermanDay(plusCalendarDays(last, 1))), first, last)
}

/** Whether citizens could book a start if nobody else had. */
export function isOffered(times: TimesFor, startsAt: Instant): boolean {
  const day = germanDay(startsAt)
  return slotsOf(times, new Map(), day, day).some(slot => slot.startsAt === startsAt)
}

const slotsOf = ({ offer, now }: TimesFor, taken: TakenTimes, fromDay: string, toDay: string): readonly Slot[] =>
  slotsBeside(taken, offer, {
    serviceIds: offer.services.map(({ id }) => id), minutes: offer.minutes, fromDay, toDay, ...bookableWindow(offer.services, now), isPublic: true,
  })

/** The next best offer: the first free time from a moment on, or else the first of all; null where everything is taken. */
export async function nextFree(times: TimesFor, from: Instant): Promise<Instant | null> {
  const isAhead = from > times.now && from < bookableWindow(times.offer.services, times.now).notAfter
  const after = isAhead ? await firstFrom(times, from) : null
  return after ?? firstFrom(times, times.now)
}

/** As many days are looked through at once for the next free time. */
const DAYS_AT_ONCE = 15

async function firstFrom(times: TimesFor, from: Instant): Promise<Instant | null> {
  const [first, last] = [germanDay(from), plusCalendarDays(germanDay(from), MOST_DAYS_ASKED - 1)]
  // Mostly some days are enough, and all of them take many times as long.
  for (let day = first; day <= last; day = plusCalendarDays(day, DAYS_AT_ONCE)) {
    const slots = await freeTimes(times, day, earlier(plusCalendarDays(day, DAYS_AT_ONCE - 1), last))
    const next = slots.find(({ startsAt }) => startsAt >= from)
    if (next) return next.startsAt
  }
  return null
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)

/**
 * What is taken at each counter, in ms since 1970; holds that are over take no time. Three months of a busy place are thousands
 * of rows: the database hands over two lists of numbers per counter, which is many times faster.
 */
async function takenBetween({ db, townId, offer, now, except }: TimesFor, from: Instant, until: Instant): Promise<TakenTimes> {
  const { rows } = await sql<{ readonly resourceId: ResourceId; readonly starts: readonly number[]; readonly ends: readonly number[] }>`
    select resource_id as "resourceId", json_agg((date_part('epoch', occupied_from) * 1000)::bigint) as starts,
      json_agg((date_part('epoch', occupied_until) * 1000)::bigint) as ends
    from appointments
    where town_id = ${townId} and place_id = ${offer.place.id} and resource_id is not null and id <> ${except ?? ''} and status <> 'cancelled'
      and starts_at > ${plusDays(from, -SLACK_DAYS)} and starts_at < ${plusDays(until, SLACK_DAYS)}
      and (status <> 'held' or held_until is null or held_until > ${now})
    group by resource_id`.execute(db)
  return new Map(rows.map(({ resourceId, starts, ends }) => [resourceId, inOrder(starts, ends)]))
}

const inOrder = (starts: readonly number[], ends: readonly number[]): TakenMs[] =>
  starts.map((from, index) => ({ from, until: ends[index] ?? from })).toSorted((one, other) => one.from - other.from)
