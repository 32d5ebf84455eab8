import { localeOf } from '../../../ui/format.ts'
import type { Language } from '../../../texts/languages.ts'
import type { CalendarView } from './days.ts'

interface Formats {
  readonly weekday: Intl.DateTimeFormat
  readonly column: Intl.DateTimeFormat
  readonly day: Intl.DateTimeFormat
  readonly month: Intl.DateTimeFormat
}

const formatsFor = (language: Language): Formats => {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  return {
    weekday: format({ weekday: 'short' }),
    column: format({ weekday: 'short', day: '2-digit', month: '2-digit' }),
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
  }
}

const FORMATS: Readonly<Record<Language, Formats>> = { de: formatsFor('de'), en: formatsFor('en') }

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** `Mo` */
export const shortWeekday = (day: string, language: Language): string => FORMATS[language].weekday.format(noon(day))

/** `Mo, 23.11.` */
export const columnTitle = (day: string, language: Language): string => FORMATS[language].column.format(noon(day))

/** What is seen: `Dienstag, 24. November 2026`, `23.–29. November 2026`, `November 2026`. */
export function titleOf(view: CalendarView, day: string, days: readonly string[], language: Language): string {
  const { day: long, month } = FORMATS[language]
  if (view === 'day') return long.format(noon(day))
  if (view === 'month') return month.format(noon(day))
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(noon(days[0] ?? day), noon(days.at(-1) ?? day))
}
