import { Temporal } from 'temporal-polyfill'
import { daysBetween, plusCalendarDays, plusMonths } from '../../german-days.ts'

/** Days in Germany, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const PERIODS = ['30-days', 'quarter', 'year'] as const
export type PeriodName = (typeof PERIODS)[number]

/** Whole days up to and with today. */
export function periodNamed(name: PeriodName, today: string): Period {
  if (name === '30-days') return { from: plusCalendarDays(today, -29), to: today }
  return { from: plusCalendarDays(plusMonths(today, name === 'quarter' ? -3 : -12), 1), to: today }
}

/** As many days, right before. */
export const periodBefore = ({ from, to }: Period): Period => ({
  from: plusCalendarDays(from, -daysBetween(from, to) - 1), to: plusCalendarDays(from, -1),
})

const MOST_DAYS_IN_WEEKS = 190

/** The period in weeks from Monday on, a long one in months; the first and the last may be cut off by the period. */
export function partsOf(period: Period): readonly Period[] {
  const isLong = daysBetween(period.from, period.to) > MOST_DAYS_IN_WEEKS
  const parts: Period[] = []
  for (let from = period.from; from <= period.to; ) {
    const next = isLong ? nextMonth(from) : nextMonday(from)
    const last = plusCalendarDays(next, -1)
    parts.push({ from, to: last < period.to ? last : period.to })
    from = next
  }
  return parts
}

const nextMonday = (day: string): string => plusCalendarDays(day, 8 - Temporal.PlainDate.from(day).dayOfWeek)

const nextMonth = (day: string): string => plusMonths(`${day.slice(0, 8)}01`, 1)

/** How old open cases are, youngest first: from so many days on (included) to so many (not included). */
export const AGES = [
  { from: 0, until: 7 }, { from: 7, until: 14 }, { from: 14, until: 28 }, { from: 28, until: 91 }, { from: 91, until: null },
] as const

/** The days on which cases of each age came in. */
export const agesBefore = (today: string): readonly { readonly from: string | null; readonly to: string }[] =>
  AGES.map(({ from, until }) => ({ from: until === null ? null : plusCalendarDays(today, 1 - until), to: plusCalendarDays(today, -from) }))
