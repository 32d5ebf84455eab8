import { getHolidays } from 'feiertagejs'
import { Temporal } from 'temporal-polyfill'
import { instantFromMs, msOf, type Instant } from './time.ts'

/** Days of the calendar in Germany, `2026-11-22`; public holidays are those of Saxony-Anhalt. */

const ZONE = 'Europe/Berlin'
const SATURDAY = 6

/** The day on which a moment falls in Germany. */
export const germanDay = (instant: Instant): string => zoned(instant).toPlainDate().toString()

/** When a day begins in Germany. */
export const startOfGermanDay = (day: string): Instant =>
  instantFromMs(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE }).epochMilliseconds)

/** The last moment of a day in Germany. */
export const endOfGermanDay = (day: string): Instant => instantFromMs(msOf(startOfGermanDay(plusCalendarDays(day, 1))) - 1)

/** The same day so many months later; the last of the month where it is too short (§ 188 BGB). */
export const plusMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString()

export const plusCalendarDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** Neither Saturday nor Sunday nor a public holiday. */
export function isWorkingDay(day: string): boolean {
  if (Temporal.PlainDate.from(day).dayOfWeek >= SATURDAY) return false
  return !getHolidays(day.slice(0, 4), 'ST').some(({ dateString }) => dateString === day)
}

/** The day itself, or the next working day: where a period would end on a day off (§ 31 Abs. 3 VwVfG, § 193 BGB). */
export function shiftedToWorkingDay(day: string): string {
  let shifted = day
  while (!isWorkingDay(shifted)) shifted = plusCalendarDays(shifted, 1)
  return shifted
}

export function plusWorkingDays(day: string, count: number): string {
  let reached = day
  for (let left = count; left > 0; left--) reached = shiftedToWorkingDay(plusCalendarDays(reached, 1))
  return reached
}

const zoned = (instant: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE)
