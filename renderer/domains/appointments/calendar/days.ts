import { Temporal } from 'temporal-polyfill'
import { plusCalendarDays, plusMonths, weekdayOf } from '../../../../shared/german-days.ts'

export const CALENDAR_VIEWS = ['day', 'week', 'month', 'agenda'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

const DAYS_A_WEEK = 7

const daysFrom = (first: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => plusCalendarDays(first, index))

export const mondayOf = (day: string): string => plusCalendarDays(day, 1 - weekdayOf(day))

/** The number of the week in the year (ISO 8601), as it stands in German calendars. */
export const weekNumber = (day: string): number => Temporal.PlainDate.from(day).weekOfYear ?? 0

/** The days a view shows: the weeks of a month are whole, so that some days of its neighbours stand beside its own. */
export function daysOf(view: CalendarView, day: string): readonly string[] {
  if (view === 'day') return [day]
  if (view === 'week') return daysFrom(mondayOf(day), DAYS_A_WEEK)
  if (view === 'agenda') return daysFrom(day, DAYS_A_WEEK)
  const first = `${day.slice(0, 8)}01`
  const last = plusCalendarDays(plusMonths(first, 1), -1)
  const monday = mondayOf(first)
  const weeks = Math.ceil((Temporal.PlainDate.from(monday).until(last).days + 1) / DAYS_A_WEEK)
  return daysFrom(monday, weeks * DAYS_A_WEEK)
}

/** The same view one step earlier or later. */
export function steppedDay(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === 'day') return plusCalendarDays(day, by)
  return view === 'month' ? plusMonths(day, by) : plusCalendarDays(day, by * DAYS_A_WEEK)
}
