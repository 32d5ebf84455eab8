import { germanDayAt, germanMoment, isWorkingDay, plusCalendarDays, weekdayOf } from '../../shared/german-days.ts'
import type { Instant } from '../../shared/time.ts'

const TUESDAY = 2

/** The next Tuesday but today at half past nine: the office is open until six, and of those who are booked nobody has come yet. */
export function onOpenMorning(): Instant {
  let day = plusCalendarDays(germanDayAt(Date.now()), 1)
  // Between the years the office is closed.
  while (weekdayOf(day) !== TUESDAY || !isWorkingDay(day) || day.slice(5) > '12-26') day = plusCalendarDays(day, 1)
  return germanMoment(day, '09:30')
}
