import { minutesOfDay } from '../../shared/domains/appointments/clock-time.ts'
import { germanDay } from '../../shared/german-days.ts'
import { msOf, type Instant } from '../../shared/time.ts'
import type { FreeTimes, InvitedDay } from '../../shared/wire/booking.ts'
import type { Language } from './texts.ts'

const ZONE = 'Europe/Berlin'
const NOON = 12 * 60
/** Enough to choose from: a grid of five minutes would be fifty times in a morning. */
const QUARTER = 15

/** A day with the times that are offered on it. */
export interface OfferedDay {
  readonly day: string
  readonly morning: readonly Instant[]
  readonly afternoon: readonly Instant[]
  /** Whom the day is meant for, where it is for vaccinations. */
  readonly invited: readonly InvitedDay[]
}

/** Free starts by day, the earliest of each quarter of an hour, in order of time; no more days than are asked for, since months of them take long. */
export function offeredDays({ times, invited }: Pick<FreeTimes, 'times' | 'invited'>, most: number): readonly OfferedDay[] {
  const byDay = Map.groupBy(times.map(({ startsAt }) => startsAt), germanDay)
  return [...byDay].slice(0, most).map(([day, all]) => {
    const first = [...new Map(all.toReversed().map(start => [Math.floor(minutesOfDay(start) / QUARTER), start])).values()].toReversed()
    return { day, morning: first.filter(start => minutesOfDay(start) < NOON), afternoon: first.filter(start => minutesOfDay(start) >= NOON), invited: invited.filter(one => one.day === day) }
  })
}

const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }),
}

/** `Dienstag, 24. November` */
export const dayOf = (start: Instant, language: Language): string => DAYS[language].format(msOf(start))
