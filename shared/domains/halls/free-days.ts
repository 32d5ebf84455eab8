import { germanDay, germanMoment, germanTime, plusCalendarDays } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import { holdsTime, overlap } from './hall-steps.ts'
import type { HallBooking } from './tables.ts'

/** Whoever asks has to know of everything in so many days after what was wanted. */
export const DAYS_LOOKED_AT = 60

type Wanted = Pick<HallBooking, 'hallId' | 'occupiedFrom' | 'occupiedUntil'>

/** The next days on which the hall is free for as long, in order; `firstDay` is the day that was wanted. */
export function nextFreeDays(wanted: Wanted, firstDay: string, all: readonly HallBooking[], most: number): readonly string[] {
  const held = all.filter(holdsTime)
  const free: string[] = []
  for (let ahead = 1; ahead <= DAYS_LOOKED_AT && free.length < most; ahead++) {
    const later = { hallId: wanted.hallId, occupiedFrom: daysLater(wanted.occupiedFrom, ahead), occupiedUntil: daysLater(wanted.occupiedUntil, ahead) }
    if (!held.some(other => overlap(later, other))) free.push(plusCalendarDays(firstDay, ahead))
  }
  return free
}

/** The same time on the wall so many days later, though the clocks change in between. */
const daysLater = (moment: Instant, days: number): Instant => germanMoment(plusCalendarDays(germanDay(moment), days), germanTime(moment))
