import { germanTime, plusCalendarDays, startOfGermanDay } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { HallBooking } from './tables.ts'

/** Times of a day on the wall, `14:00` to `24:00`. */
export interface TakenTime {
  readonly from: string
  readonly until: string
}

export interface HallDay {
  readonly day: string
  /** When nobody else can have the house, in order; empty where the whole day is free. */
  readonly taken: readonly TakenTime[]
}

type Stretch = Pick<HallBooking, 'occupiedFrom' | 'occupiedUntil'>

/** So many days of a house, each with the times at which it is taken; what meets or overlaps is one time, so that nobody sees who has it. */
export const daysOfHall = (firstDay: string, days: number, held: readonly Stretch[]): readonly HallDay[] =>
  Array.from({ length: days }, (_, index) => {
    const day = plusCalendarDays(firstDay, index)
    return { day, taken: takenOn(day, held) }
  })

function takenOn(day: string, held: readonly Stretch[]): readonly TakenTime[] {
  const [start, end] = [startOfGermanDay(day), startOfGermanDay(plusCalendarDays(day, 1))]
  const within = held.filter(({ occupiedFrom, occupiedUntil }) => occupiedFrom < end && occupiedUntil > start)
  return joined(within)
    .map(({ occupiedFrom, occupiedUntil }) => ({ from: occupiedFrom <= start ? '00:00' : germanTime(occupiedFrom), until: occupiedUntil >= end ? '24:00' : germanTime(occupiedUntil) }))
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: { occupiedFrom: Instant; occupiedUntil: Instant }[] = []
  for (const { occupiedFrom, occupiedUntil } of stretches.toSorted((one, other) => (one.occupiedFrom < other.occupiedFrom ? -1 : 1))) {
    const last = all.at(-1)
    if (!last || last.occupiedUntil < occupiedFrom) all.push({ occupiedFrom, occupiedUntil })
    else if (last.occupiedUntil < occupiedUntil) last.occupiedUntil = occupiedUntil
  }
  return all
}

/** Whether nothing of the day is left. */
export const isFull = ({ taken }: HallDay): boolean => taken.length === 1 && taken[0]?.from === '00:00' && taken[0].until === '24:00'
