import * as z from 'zod'
import { plusCalendarDays, plusMonths } from '../../german-days.ts'

const DAYS_PER_WEEK = 7
const MONTHS_PER_YEAR = 12

/** So many days, weeks, months or years of the calendar: four weeks are 28 days everywhere, a month is as long as it is. */
export const Span = z.object({ count: z.int().min(0).max(2_000), unit: z.enum(['days', 'weeks', 'months', 'years']) })
export type Span = Readonly<z.infer<typeof Span>>

/** The day a span later; the last of the month where it is too short (§ 188 Abs. 3 BGB). */
export function plusSpan(day: string, { count, unit }: Span): string {
  if (unit === 'days') return plusCalendarDays(day, count)
  if (unit === 'weeks') return plusCalendarDays(day, count * DAYS_PER_WEEK)
  return plusMonths(day, unit === 'months' ? count : count * MONTHS_PER_YEAR)
}

/**
 * The first day on which somebody is so old. Unlike a span between two doses it never ends early: who was born on 29 February
 * is a year older from 1 March on where there is no 29th (§ 187 Abs. 2 and § 188 Abs. 2 BGB).
 */
export function reachesAgeOn(birthDay: string, age: Span): string {
  const day = plusSpan(birthDay, age)
  const isShortened = (age.unit === 'months' || age.unit === 'years') && day.slice(8) !== birthDay.slice(8)
  return isShortened ? plusCalendarDays(day, 1) : day
}

/** An age from which, and one below which; null for no bound. */
export const AgeRange = z.object({ from: Span.nullable(), below: Span.nullable() })
export type AgeRange = Readonly<z.infer<typeof AgeRange>>

/** Whether somebody's age on a day lies in a range; no range holds for every age. */
export const isOfAge = (birthDay: string, day: string, ages: AgeRange | null): boolean =>
  (!ages?.from || day >= reachesAgeOn(birthDay, ages.from)) && (!ages?.below || day < reachesAgeOn(birthDay, ages.below))

export const laterOf = (one: string, other: string): string => (one > other ? one : other)
