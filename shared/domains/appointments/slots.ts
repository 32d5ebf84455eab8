import { germanDay, plusCalendarDays } from '../../german-days.ts'
import type { AppointmentServiceId, ResourceId } from '../../ids.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { onTheWall } from './clock-time.ts'
import { openOn, type OpenStretch } from './opening-hours.ts'
import type { AppointmentService, OpeningHours, Resource } from './tables.ts'

const MINUTE_MS = 60_000

/** A time that is not free at a counter: from `from` until before `until`. */
export interface Occupied {
  readonly resourceId: ResourceId
  readonly from: Instant
  readonly until: Instant
}

/** What a place has to offer. */
export interface Offer {
  readonly lines: readonly OpeningHours[]
  readonly resources: readonly Resource[]
  readonly occupied: readonly Occupied[]
}

export interface SlotSearch {
  readonly serviceIds: readonly AppointmentServiceId[]
  /** How long the appointment takes, see `minutesFor`. */
  readonly minutes: number
  /** The first and the last day, `2026-11-22`. */
  readonly fromDay: string
  readonly toDay: string
  /** Nothing earlier and nothing later is offered. */
  readonly notBefore: Instant
  readonly notAfter: Instant | null
  /** Citizens are offered what is open to the public; staff everything. */
  readonly isPublic: boolean
}

/** A start that is free, with the counters at which it is. */
export interface Slot {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly resourceIds: readonly ResourceId[]
}

/** How long these services take for so many persons, in minutes. */
export const minutesFor = (services: readonly Pick<AppointmentService, 'minutes' | 'minutesPerFurtherPerson'>[], persons: number): number =>
  services.reduce((sum, { minutes, minutesPerFurtherPerson }) => sum + minutes + minutesPerFurtherPerson * (persons - 1), 0)

/** From when and until when citizens may book: the strictest of the services. */
export function bookableWindow(services: readonly Pick<AppointmentService, 'leadMinutes' | 'bookableDays'>[], now: Instant): { readonly notBefore: Instant; readonly notAfter: Instant } {
  const lead = Math.max(0, ...services.map(({ leadMinutes }) => leadMinutes))
  const days = Math.min(400, ...services.map(({ bookableDays }) => bookableDays))
  return { notBefore: instantFromMs(msOf(now) + lead * MINUTE_MS), notAfter: onTheWall(plusCalendarDays(germanDay(now), days + 1)).at(0) }
}

/** Every free start in order of time. */
export const freeSlots = (offer: Offer, search: SlotSearch): readonly Slot[] => slotsBeside(takenTimes(offer.occupied), offer, search)

/** The same for whoever has the taken times as numbers already: those of each counter in order, without overlap. */
export function slotsBeside(occupied: TakenTimes, offer: Omit<Offer, 'occupied'>, search: SlotSearch): readonly Slot[] {
  const resources = new Map(offer.resources.filter(resource => gives(resource, search.serviceIds)).map(resource => [resource.id, resource]))
  const [notBefore, notAfter] = [msOf(search.notBefore), search.notAfter === null ? Infinity : msOf(search.notAfter)]
  const slots: Slot[] = []
  for (let day = search.fromDay; day <= search.toDay; day = plusCalendarDays(day, 1)) {
    const starts = new Map<number, ResourceId[]>()
    for (const stretch of openOn(day, offer.lines, [...resources.values()])) {
      const resource = resources.get(stretch.resourceId)
      if (!resource || (search.isPublic && !stretch.isPublic)) continue
      for (const start of startsIn(day, stretch, resource, occupied.get(resource.id) ?? [], search.minutes)) {
        if (start < notBefore || start >= notAfter) continue
        const known = starts.get(start)
        if (known) known.push(resource.id)
        else starts.set(start, [resource.id])
      }
    }
    for (const [start, resourceIds] of [...starts].toSorted(([one], [other]) => one - other))
      slots.push({ startsAt: instantFromMs(start), endsAt: instantFromMs(start + search.minutes * MINUTE_MS), resourceIds })
  }
  return slots
}

/** Whether all of these services are given at a counter. */
export const gives = ({ serviceIds, active }: Resource, wanted: readonly AppointmentServiceId[]): boolean =>
  active && (serviceIds.length === 0 || wanted.every(id => serviceIds.includes(id)))

export interface TakenMs {
  readonly from: number
  readonly until: number
}

/** In ms since 1970. */
export type TakenTimes = ReadonlyMap<ResourceId, readonly TakenMs[]>

/** The taken times of each counter as numbers, in order. */
export function takenTimes(occupied: readonly Occupied[]): TakenTimes {
  const found = new Map<ResourceId, TakenMs[]>()
  for (const { resourceId, from, until } of occupied) {
    const of = found.get(resourceId) ?? []
    of.push({ from: msOf(from), until: msOf(until) })
    found.set(resourceId, of)
  }
  for (const of of found.values()) of.sort((one, other) => one.from - other.from)
  return found
}

/** Free starts in ms since 1970. */
function startsIn(day: string, stretch: OpenStretch, resource: Resource, taken: readonly TakenMs[], minutes: number): readonly number[] {
  const wall = onTheWall(day)
  const found: number[] = []
  const skipped = Math.ceil((stretch.from - stretch.gridFrom) / stretch.slotMinutes)
  for (let from = stretch.gridFrom + skipped * stretch.slotMinutes; from + minutes <= stretch.to; from += stretch.slotMinutes) {
    if (!wall.isPlain(from) || !wall.isPlain(from + minutes)) continue
    const start = wall.msAt(from)
    const end = start + minutes * MINUTE_MS
    // What the clock skips or repeats in between would make the appointment end at another time than the wall says.
    if (end !== wall.msAt(from + minutes)) continue
    if (!isTaken(taken, start - resource.minutesBefore * MINUTE_MS, end + resource.minutesAfter * MINUTE_MS)) found.push(start)
  }
  return found
}

/** Whether any of these, in order and without overlap, lies in the time between. */
function isTaken(taken: readonly TakenMs[], from: number, until: number): boolean {
  const first = taken[firstEndingAfter(taken, from)]
  return first !== undefined && first.from < until
}

/** Where in the order the first of these stands that ends after a moment. */
export function firstEndingAfter(taken: readonly TakenMs[], moment: number): number {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((taken[middle]?.until ?? 0) <= moment) low = middle + 1
    else high = middle
  }
  return low
}
