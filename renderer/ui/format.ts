import { daysBetween, germanDayAt } from '../../shared/german-days.ts'
import type { Language } from '../texts/languages.ts'

const ZONE = 'Europe/Berlin'
const LOCALES = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Language, string>

export const localeOf = (language: Language): string => LOCALES[language]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Formats {
  readonly day: Intl.DateTimeFormat
  readonly dayOfYear: Intl.DateTimeFormat
  readonly dayAndTime: Intl.DateTimeFormat
  readonly time: Intl.DateTimeFormat
  readonly exactTime: Intl.DateTimeFormat
  readonly plainDay: Intl.DateTimeFormat
  readonly weekday: Intl.DateTimeFormat
  readonly relative: Intl.RelativeTimeFormat
  readonly number: Intl.NumberFormat
}

const formatsFor = (locale: string): Formats => ({
  day: new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: ZONE }),
  dayOfYear: new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', timeZone: ZONE }),
  dayAndTime: new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE }),
  time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: ZONE }),
  exactTime: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: ZONE }),
  plainDay: new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  number: new Intl.NumberFormat(locale),
})

const FORMATS = { de: formatsFor(LOCALES.de), en: formatsFor(LOCALES.en) } as const satisfies Record<Language, Formats>

/** `22.11.2026`, as it was in Berlin. */
export const formatDay = (instant: string, language: Language): string => FORMATS[language].day.format(new Date(instant))

/** `22.11.`, where there is no room for the year. */
export const formatDayOfYear = (instant: string, language: Language): string => FORMATS[language].dayOfYear.format(new Date(instant))

/** `22.11.2026, 19:38`, as it was in Berlin. */
export const formatDayAndTime = (instant: string, language: Language): string =>
  FORMATS[language].dayAndTime.format(new Date(instant))

/** `19:38`, as it was in Berlin. */
export const formatTime = (instant: string, language: Language): string => FORMATS[language].time.format(new Date(instant))

/** `19:38:07`, where seconds matter. */
export const formatExactTime = (instant: string, language: Language): string => FORMATS[language].exactTime.format(new Date(instant))

/** A calendar day `2026-11-22` that has no time zone, as `22.11.2026`. */
export const formatPlainDay = (day: string, language: Language): string =>
  FORMATS[language].plainDay.format(new Date(`${day}T00:00:00Z`))

/** A calendar day in words, `Sonntag, 22. November`. */
export const formatWeekday = (day: string, language: Language): string => FORMATS[language].weekday.format(new Date(`${day}T00:00:00Z`))

export const formatNumber = (value: number, language: Language): string => FORMATS[language].number.format(value)

/** Whole calendar days in Germany from one moment to another; negative when `toMs` comes first. */
export const daysApart = (fromMs: number, toMs: number): number => daysBetween(germanDayAt(fromMs), germanDayAt(toMs))

/** `vor 5 Minuten`, `vor 3 Stunden`, `gestern`, `vor 4 Tagen`, and the day itself from a month on. */
export function formatRelative(instant: string, nowMs: number, language: Language): string {
  const ms = Date.parse(instant)
  const apart = ms - nowMs
  const { relative } = FORMATS[language]
  if (Math.abs(apart) < MINUTE) return relative.format(0, 'second')
  if (Math.abs(apart) < HOUR) return relative.format(Math.trunc(apart / MINUTE), 'minute')
  const days = daysApart(nowMs, ms)
  if (days === 0) return relative.format(Math.trunc(apart / HOUR), 'hour')
  return Math.abs(days) <= 30 ? relative.format(days, 'day') : formatDay(instant, language)
}

/** How long something has been waiting, short: `12 s`, `4 min`, `3 h`, `2 d`. */
export function formatAge(ms: number): string {
  if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / 1000))} s`
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  return ms < DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} d`
}

/** `7 Minuten`, `26 Stunden`, `3 Tage`: whole units, the largest of which there are at least two. */
export function formatDuration(minutes: number, language: Language): string {
  const [value, unit] = minutes < 120 ? [minutes, 'minute'] : minutes < 2_880 ? [minutes / 60, 'hour'] : [minutes / 1_440, 'day']
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value)
}

/** `1,4 MB`, in steps of 1,024 as file managers show it. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
  const value = bytes / 1024 ** step
  const digits = step === 0 || value >= 100 ? 0 : 1
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value)} ${units[step]}`
}

/** Reads `22.11.2026`, `1.3.26`, `22/11/2026` or `2026-11-22` as `2026-11-22`; undefined when that is no day of the calendar. */
export function parseDay(text: string): string | undefined {
  const german = /^(\d{1,2})([./])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text.trim())
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const [year, month, day] = german ? [german[4], german[3], german[1]] : iso ? [iso[1], iso[2], iso[3]] : []
  if (!year || !month || !day) return undefined
  const candidate = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${candidate}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(candidate) ? candidate : undefined
}

/** Reads `8`, `8:30`, `08.30`, `0830` and `8 Uhr` as `08:00` or `08:30`, up to `24:00`; undefined for what is no time of the day. */
export function parseClock(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim().replace(/\s*Uhr$/i, '')) ?? []
  const time = hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute}`
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : undefined
}

/** Reads `1.234,5` (in English `1,234.5`), and a number whose only sign is the other language's decimal one. */
export function parseNumber(text: string, language: Language): number | undefined {
  const trimmed = text.trim()
  const [thousands, decimal] = language === 'de' ? ['.', ','] as const : [',', '.'] as const
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`).test(trimmed)
  const plain = (isGrouped ? trimmed.replaceAll(thousands, '') : trimmed).replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
