import { germanDay, germanTime } from '../../shared/german-days.ts'
import type { Instant } from '../../shared/time.ts'

const ZONE = 'Europe/Berlin'

const FORMATS = {
  de: { day: new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), to: 'bis', clock: ' Uhr' },
  en: { day: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), to: 'to', clock: '' },
} as const

export type Language = keyof typeof FORMATS

/** `Montag, 7. Dezember 2026, 09:00 Uhr`: as the clock in the town shows it. */
export const momentIn = (language: Language, at: Instant): string => `${dayIn(language, at)}, ${germanTime(at)}${FORMATS[language].clock}`

/** `Montag, 7. Dezember 2026, 09:00 bis 09:15 Uhr`; with both days where it goes past midnight. */
export function spanIn(language: Language, startsAt: Instant, endsAt: Instant): string {
  const { to, clock } = FORMATS[language]
  if (germanDay(startsAt) !== germanDay(endsAt)) return `${momentIn(language, startsAt)} ${to} ${momentIn(language, endsAt)}`
  return `${dayIn(language, startsAt)}, ${germanTime(startsAt)} ${to} ${germanTime(endsAt)}${clock}`
}

// Some versions of the rules for English put a comma behind the weekday and some do not.
const dayIn = (language: Language, at: Instant): string => FORMATS[language].day.format(Date.parse(at)).replace(/^(\p{L}+),? /u, '$1, ')
