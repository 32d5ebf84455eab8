import * as z from 'zod'
import { plusCalendarDays, weekdayOf } from '../../german-days.ts'
import { onTheWall, Weekday } from './clock-time.ts'
import { openOn, type OpenStretch, type Stretch } from './opening-hours.ts'
import { firstEndingAfter, takenTimes, type TakenMs, type TakenTimes } from './slots.ts'
import type { Appointment, OpeningHours, Resource } from './tables.ts'

const MINUTE_MS = 60_000
const NOON = 720

export const DAY_PARTS = ['morning', 'afternoon'] as const
export const DayPart = z.enum(DAY_PARTS)
export type DayPart = z.infer<typeof DayPart>

/** How much of the time in which counters were open was booked, on one weekday before or after noon. */
export const CapacityUse = z.object({ weekday: Weekday, part: DayPart, openMinutes: z.int().min(1), bookedMinutes: z.int().min(0) })
export type CapacityUse = Readonly<z.infer<typeof CapacityUse>>

/** What is known of a booked time. */
export type BookedTime = Pick<Appointment, 'resourceId' | 'status' | 'occupiedFrom' | 'occupiedUntil'>

interface Plan {
  readonly lines: readonly OpeningHours[]
  readonly resources: readonly Resource[]
}

/** By weekday and part of the day, wherever anybody was there; all counters together, whoever may book them. What lies outside the opening hours is not counted. */
export function capacityUse({ lines, resources }: Plan, appointments: readonly BookedTime[], fromDay: string, toDay: string): readonly CapacityUse[] {
  const taken = takenByCounter(appointments)
  const cells = new Map<string, { weekday: number; part: DayPart; openMinutes: number; bookedMinutes: number }>()
  for (let day = fromDay; day <= toDay; day = plusCalendarDays(day, 1)) {
    const [weekday, wall] = [weekdayOf(day), onTheWall(day)]
    for (const stretch of openOn(day, lines, resources)) {
      for (const { part, from, to } of partsOf(stretch)) {
        const key = `${weekday} ${part}`
        const cell = cells.get(key) ?? { weekday, part, openMinutes: 0, bookedMinutes: 0 }
        const [fromMs, toMs] = [wall.msAt(from), wall.msAt(to)]
        cell.openMinutes += Math.round((toMs - fromMs) / MINUTE_MS)
        cell.bookedMinutes += minutesIn(taken.get(stretch.resourceId) ?? [], fromMs, toMs)
        cells.set(key, cell)
      }
    }
  }
  return [...cells.values()].filter(({ openMinutes }) => openMinutes > 0).toSorted((one, other) => one.weekday - other.weekday || DAY_PARTS.indexOf(one.part) - DAY_PARTS.indexOf(other.part))
}

const partsOf = ({ from, to }: OpenStretch): readonly (Stretch & { readonly part: DayPart })[] =>
  [{ part: 'morning' as const, from, to: Math.min(to, NOON) }, { part: 'afternoon' as const, from: Math.max(from, NOON), to }].filter(part => part.from < part.to)

/** A time that was missed was taken; one that was only held or was given back was not. */
const takenByCounter = (appointments: readonly BookedTime[]): TakenTimes =>
  takenTimes(appointments.flatMap(({ resourceId, status, occupiedFrom, occupiedUntil }) =>
    (resourceId === null || status === 'cancelled' || status === 'held' ? [] : [{ resourceId, from: occupiedFrom, until: occupiedUntil }])))

/** How many minutes of a stretch are taken; a counter's times do not overlap. */
function minutesIn(taken: readonly TakenMs[], from: number, to: number): number {
  let ms = 0
  for (let index = firstEndingAfter(taken, from); index < taken.length; index++) {
    const one = taken[index]
    if (!one || one.from >= to) break
    ms += Math.min(one.until, to) - Math.max(one.from, from)
  }
  return Math.round(ms / MINUTE_MS)
}
