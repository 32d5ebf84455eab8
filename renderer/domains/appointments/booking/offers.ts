import type { FreeSlot } from '../../../../shared/contract/appointments.ts'
import { minutesOfDay } from '../../../../shared/domains/appointments/clock-time.ts'
import { germanDay, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'

export const DAY_PARTS = ['any', 'morning', 'afternoon'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** Which of the free times somebody wants to hear of. */
export interface OfferFilter {
  readonly part: DayPart
  /** Null for any counter. */
  readonly resourceId: ResourceId | null
}

/** A time with the counter it would be at. */
export interface Chosen {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly resourceId: ResourceId
}

export interface OfferedDay {
  readonly day: string
  readonly slots: readonly FreeSlot[]
}

const NOON = 12 * 60
/** A clerk reads times out: one in each quarter of an hour is enough to choose from. */
const QUARTER_MS = 15 * 60_000

/** The first free start in each quarter of an hour, by day; `kept` is offered even where another is earlier in its quarter. */
export function offeredDays(slots: readonly FreeSlot[], filter: OfferFilter, kept: Instant | undefined): readonly OfferedDay[] {
  const days: { readonly day: string; readonly slots: FreeSlot[] }[] = []
  let [quarter, dayEndsMs] = [-1, 0]
  for (const slot of slots) {
    if (!fits(slot, filter)) continue
    const startMs = msOf(slot.startsAt)
    const own = Math.floor(startMs / QUARTER_MS)
    if (own === quarter && slot.startsAt !== kept) continue
    quarter = own
    if (startMs >= dayEndsMs) {
      const day = germanDay(slot.startsAt)
      // Asked of the calendar once for each day: it takes longer than all the rest.
      dayEndsMs = msOf(startOfGermanDay(plusCalendarDays(day, 1)))
      days.push({ day, slots: [] })
    }
    days.at(-1)?.slots.push(slot)
  }
  return days
}

function fits({ startsAt, resourceIds }: FreeSlot, { part, resourceId }: OfferFilter): boolean {
  if (resourceId !== null && !resourceIds.includes(resourceId)) return false
  return part === 'any' || (minutesOfDay(startsAt) < NOON) === (part === 'morning')
}

/** As many whole days as have so many times, at least one. */
export function firstDays(days: readonly OfferedDay[], times: number): readonly OfferedDay[] {
  let count = 0
  const shown: OfferedDay[] = []
  for (const day of days) {
    if (count >= times) break
    shown.push(day)
    count += day.slots.length
  }
  return shown
}

/** The time at a counter: the one that is wanted where it is free there, else the first. */
export function chosenIn({ startsAt, endsAt, resourceIds }: FreeSlot, wanted: ResourceId | null): Chosen | undefined {
  const resourceId = resourceIds.find(id => id === wanted) ?? resourceIds[0]
  return resourceId && { startsAt, endsAt, resourceId }
}

/** The free time that lies nearest to the one that was wanted; the earlier one where two do. */
export function nearestTo(startsAt: Instant, slots: readonly FreeSlot[]): FreeSlot | undefined {
  const distance = (slot: FreeSlot): number => Math.abs(msOf(slot.startsAt) - msOf(startsAt))
  let best: FreeSlot | undefined
  for (const slot of slots) if (!best || distance(slot) < distance(best)) best = slot
  return best
}

export type TimeStep = 'next' | 'previous' | 'next-day' | 'previous-day'

/** Where a step leads from a time; stays at the ends. */
export function stepFrom(startsAt: Instant, step: TimeStep, days: readonly OfferedDay[]): FreeSlot | undefined {
  const all = days.flatMap(({ slots }) => slots)
  if (step === 'next') return all.find(slot => slot.startsAt > startsAt) ?? all.at(-1)
  if (step === 'previous') return all.findLast(slot => slot.startsAt < startsAt) ?? all[0]
  const day = germanDay(startsAt)
  const other = step === 'next-day' ? days.find(one => one.day > day) : days.findLast(one => one.day < day)
  return other?.slots[0] ?? all.find(slot => slot.startsAt === startsAt)
}

/** What is left without the times that the service has just said are taken. */
export function withoutTaken(slots: readonly FreeSlot[], taken: readonly Chosen[]): readonly FreeSlot[] {
  if (taken.length === 0) return slots
  const isTaken = (startsAt: Instant, id: ResourceId): boolean => taken.some(one => one.startsAt === startsAt && one.resourceId === id)
  return slots.map(slot => ({ ...slot, resourceIds: slot.resourceIds.filter(id => !isTaken(slot.startsAt, id)) })).filter(({ resourceIds }) => resourceIds.length > 0)
}
