import { germanMoment, isPublicHoliday, plusCalendarDays, plusMonths, weekdayOf } from '../../german-days.ts'
import type { Times } from './prices.ts'

/** The most times that are asked for at once: every week for a year. */
export const MOST_OCCURRENCES = 53

/** Every n-th week on the weekday of the first day, or on the n-th such weekday of every month (-1: the last). */
export interface Series {
  readonly firstDay: string
  readonly lastDay: string
  readonly rule: { readonly kind: 'weekly'; readonly everyWeeks: number } | { readonly kind: 'monthly'; readonly week: 1 | 2 | 3 | 4 | -1 }
  readonly withoutHolidays: boolean
  readonly startTime: string
  /** Not after `startTime`: on the next day. */
  readonly endTime: string
}

/** From the time on one day to the time on the same day, or on the next one where the end is not later. */
export const timesOn = (day: string, startTime: string, endTime: string): Times =>
  ({ startsAt: germanMoment(day, startTime), endsAt: germanMoment(endTime > startTime ? day : plusCalendarDays(day, 1), endTime) })

/** The days of a series, in order; at most a year. */
export function daysOf({ firstDay, lastDay, rule, withoutHolidays }: Series): readonly string[] {
  const end = [lastDay, plusMonths(firstDay, 12)].toSorted()[0] ?? lastDay
  const days = rule.kind === 'weekly' ? weekly(firstDay, end, rule.everyWeeks) : monthly(firstDay, end, rule.week)
  return days.filter(day => !withoutHolidays || !isPublicHoliday(day)).slice(0, MOST_OCCURRENCES)
}

/** The times of a series on the wall, however the clocks change in between. */
export const occurrencesOf = (series: Series): readonly Times[] => daysOf(series).map(day => timesOn(day, series.startTime, series.endTime))

function weekly(firstDay: string, lastDay: string, everyWeeks: number): readonly string[] {
  const days: string[] = []
  for (let day = firstDay; day <= lastDay; day = plusCalendarDays(day, everyWeeks * 7)) days.push(day)
  return days
}

function monthly(firstDay: string, lastDay: string, week: 1 | 2 | 3 | 4 | -1): readonly string[] {
  const weekday = weekdayOf(firstDay)
  const firstOfMonth = `${firstDay.slice(0, 7)}-01`
  const days = Array.from({ length: 13 }, (_, month) => nthOfMonth(plusMonths(firstOfMonth, month), weekday, week))
  return days.filter(day => day >= firstDay && day <= lastDay)
}

function nthOfMonth(firstOfMonth: string, weekday: number, week: 1 | 2 | 3 | 4 | -1): string {
  const start = week === -1 ? plusCalendarDays(plusMonths(firstOfMonth, 1), -7) : plusCalendarDays(firstOfMonth, (week - 1) * 7)
  return plusCalendarDays(start, (weekday - weekdayOf(start) + 7) % 7)
}
