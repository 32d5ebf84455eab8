import type { TFunction } from 'i18next'
import { localeOf } from '../../../ui/format.ts'
import type { Language } from '../../../texts/languages.ts'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** A Monday; the days after it name the others. */
const SOME_MONDAY = Date.UTC(2026, 10, 23)
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, weekday: 'long' | 'short'): Intl.DateTimeFormat {
  const key = `${language} ${weekday}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { weekday, timeZone: 'UTC' })
  formats.set(key, format)
  return format
}

/** 1 for Monday: `Montag`, or `Mo`. */
export const weekdayName = (weekday: number, language: Language, length: 'long' | 'short' = 'long'): string =>
  formatOf(language, length).format(SOME_MONDAY + (weekday - 1) * DAY_MS)

/** `Montag, Mittwoch und Freitag`. */
export const listed = (words: readonly string[], language: Language): string => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words)

/** Weekdays in words, three or more in a row by the first and the last: `Montag bis Freitag`. */
export function weekdayWords(t: TFunction, weekdays: readonly number[], language: Language): string {
  const runs: number[][] = []
  for (const day of weekdays.toSorted((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined): string => weekdayName(day ?? 1, language)
  return listed(runs.flatMap(run => (run.length > 2 ? [t('hours.words.run', { first: name(run[0]), last: name(run.at(-1)) })] : run.map(name))), language)
}
