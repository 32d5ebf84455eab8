import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { instantFromMs, type Instant } from '../../time.ts'

/** A time on the wall, `08:30`; `24:00` is the end of the day. */
export const ClockTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/).brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const Weekday = z.int().min(1).max(7)

export const MINUTES_A_DAY = 1_440
const MINUTE_MS = 60_000
const ZONE = 'Europe/Berlin'

/** Minutes since midnight on the wall. */
export const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export function clockTime(minutes: number): ClockTime {
  const two = (value: number): string => String(value).padStart(2, '0')
  return ClockTime.parse(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
}

/** Turns times on the wall of one German day into moments. */
export interface DayOnTheWall {
  readonly day: string
  /** The moment, in ms since 1970, at which the clock shows these minutes after midnight; a time the change of clocks skips is the one after it. */
  msAt(minutes: number): number
  at(minutes: number): Instant
  /** Whether the clock shows these minutes exactly once on this day. */
  isPlain(minutes: number): boolean
}

interface Offsets {
  readonly startMs: number
  /** The length of the day in minutes: 1,440, or an hour less or more when the clocks change. */
  readonly length: number
}

const offsets = new Map<string, Offsets>()

/** Midnight to midnight. Kept per day: the calculation by zone takes longer than everything else about a day. */
function offsetsOf(day: string): Offsets {
  const kept = offsets.get(day)
  if (kept) return kept
  const date = Temporal.PlainDate.from(day)
  const start = date.toZonedDateTime({ timeZone: ZONE }).epochMilliseconds
  const end = date.add({ days: 1 }).toZonedDateTime({ timeZone: ZONE }).epochMilliseconds
  if (offsets.size > 2_000) offsets.clear()
  const found = { startMs: start, length: (end - start) / MINUTE_MS }
  offsets.set(day, found)
  return found
}

export function onTheWall(day: string): DayOnTheWall {
  const { startMs, length } = offsetsOf(day)
  if (length === MINUTES_A_DAY) return wallOf(day, minutes => startMs + minutes * MINUTE_MS, () => true)
  const date = Temporal.PlainDate.from(day)
  const moment = (minutes: number, disambiguation: 'earlier' | 'later'): number =>
    date.add({ days: Math.floor(minutes / MINUTES_A_DAY) }).toPlainDateTime(Temporal.PlainTime.from(clockTime(minutes % MINUTES_A_DAY)))
      .toZonedDateTime(ZONE, { disambiguation }).epochMilliseconds
  return wallOf(day, minutes => moment(minutes, 'later'), minutes => moment(minutes, 'earlier') === moment(minutes, 'later'))
}

const wallOf = (day: string, msAt: (minutes: number) => number, isPlain: (minutes: number) => boolean): DayOnTheWall =>
  ({ day, msAt, at: minutes => instantFromMs(msAt(minutes)), isPlain })

/** Minutes since midnight that the clock shows at a moment. */
export function minutesOfDay(moment: Instant): number {
  const time = Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE)
  return time.hour * 60 + time.minute
}
