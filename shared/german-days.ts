import { getHolidays } from 'feiertagejs'
import { Temporal } from 'temporal-polyfill'
import { instantFromMs, msOf, type Instant } from './time.ts'

/** Days of the calendar in Germany, `2026-11-22`; public holidays are those of Saxony-Anhalt. */

const ZONE = 'Europe/Berlin'
const SATURDAY = 6
const DAY_MS = 86_400_000

/** Swedish writes days as they sort. Made once: making a format takes longer than drawing a row. */
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day on which a moment falls in Germany, `2026-11-22`; `unixMs` in milliseconds. */
export const germanDayAt = (unixMs: number): string => ISO_DAY.format(unixMs)

export const germanDay = (instant: Instant): string => germanDayAt(msOf(instant))

/** When a day begins in Germany. */
export const startOfGermanDay = (day: string): Instant =>
  instantFromMs(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE }).epochMilliseconds)

/** The last moment of a day in Germany. */
export const endOfGermanDay = (day: string): Instant => instantFromMs(msOf(startOfGermanDay(plusCalendarDays(day, 1))) - 1)

/** The moment at which the clock on the wall shows a time (`08:30`, or `24:00` for the end) of a day; one the change of clocks skips is the one after it. */
export const germanMoment = (day: string, time: string): Instant =>
  time === '24:00' ? startOfGermanDay(plusCalendarDays(day, 1)) : instantFromMs(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds)

/** What the clock on the wall shows at a moment, `08:30`. */
export const germanTime = (instant: Instant): string => Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' })

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

/** The same day so many months later; the last of the month where it is too short (§ 188 BGB). */
export const plusMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString()

export const plusCalendarDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Neither Saturday nor Sunday nor a public holiday. */
export function isWorkingDay(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek < SATURDAY && !isPublicHoliday(day)
}

const holidays = new Map<string, ReadonlyMap<string, string>>()

/** The name of the public holiday of Saxony-Anhalt that a day is, `Reformationstag`; undefined for any other day. */
export function holidayName(day: string, language: 'de' | 'en' = 'de'): string | undefined {
  const year = day.slice(0, 4)
  const key = `${language} ${year}`
  const known = holidays.get(key) ?? new Map(getHolidays(year, 'ST').map(holiday => [holiday.dateString, holiday.translate(language) ?? holiday.name]))
  holidays.set(key, known)
  return known.get(day)
}

/** A public holiday of Saxony-Anhalt. */
export const isPublicHoliday = (day: string): boolean => holidayName(day) !== undefined

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
