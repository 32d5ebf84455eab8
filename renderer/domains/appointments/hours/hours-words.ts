import type { TFunction } from 'i18next'
import type { ClockTime } from '../../../../shared/domains/appointments/clock-time.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { counterWords } from './counter-words.ts'
import { listed, weekdayWords } from './weekday-words.ts'

/** A line of the opening hours as people say it, part by part. */
export interface HoursWords {
  /** `jeden 1. Samstag im Monat` */
  readonly rhythm: string
  /** `9–12 Uhr` */
  readonly times: string
  /** `ab 01.12.2026`; empty where the rhythm says it. */
  readonly period: string
  /** `Schalter 1–3 für alle buchbar, Schalter 4 nur intern` */
  readonly counters: string
  /** All of it in one sentence. */
  readonly sentence: string
}

export function hoursWords(t: TFunction, language: Language, content: HoursContent, resources: readonly Resource[]): HoursWords {
  const words = {
    rhythm: rhythmWords(t, language, content),
    times: timeWords(t, content),
    period: periodWords(t, language, content),
    counters: content.kind === 'open' ? openCounters(t, language, content, resources) : goneCounters(t, language, content, resources),
  }
  const when = [words.rhythm, words.times, words.period].filter(part => part !== '').join(', ')
  const holidays = content.kind === 'open' && content.onHolidays ? `, ${t('hours.words.onHolidays')}` : ''
  const title = content.title || t(`hours.kind.${content.kind}`)
  return { ...words, sentence: t('hours.words.sentence', { title, when: `${when}${holidays}`, counters: words.counters }) }
}

const isOneDay = ({ fromDay, toDay }: HoursContent): boolean => fromDay === toDay

function rhythmWords(t: TFunction, language: Language, content: HoursContent): string {
  const { weekdays, everyWeeks, weeksOfMonth, fromDay } = content
  if (isOneDay(content)) return t('hours.words.once', { day: formatPlainDay(fromDay, language) })
  const days = weekdayWords(t, weekdays, language)
  if (weeksOfMonth.length > 0) {
    const inOrder = weeksOfMonth.toSorted((one, other) => (one < 0 ? 9 : one) - (other < 0 ? 9 : other))
    return t('hours.words.monthly', { days, weeks: listed(inOrder.map(week => ordinal(t, week)), language) })
  }
  if (everyWeeks > 1) return t('hours.words.everyWeeks', { days, count: everyWeeks })
  if (weekdays.length === 7) return t('hours.words.daily')
  return t(weekdays.length > 2 && isRun(weekdays) ? 'hours.words.weeklyRun' : 'hours.words.weekly', { days })
}

const isRun = (weekdays: readonly number[]): boolean => Math.max(...weekdays) - Math.min(...weekdays) === weekdays.length - 1

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** `1.`, `letzten`. */
export const ordinal = (t: TFunction, week: number): string => {
  const name = ORDINALS[week - 1]
  return t(name ? `hours.ordinal.${name}` : 'hours.ordinal.last')
}

/** `8:30` without a leading zero and the minutes only where there are some: `8`, `8:30`. */
const clockWords = (time: ClockTime): string => `${Number(time.slice(0, 2))}${time.endsWith(':00') ? '' : time.slice(2)}`

export const isWholeDay = ({ startTime, endTime }: Pick<HoursContent, 'startTime' | 'endTime'>): boolean => startTime === '00:00' && endTime === '24:00'

export const timeWords = (t: TFunction, content: Pick<HoursContent, 'startTime' | 'endTime'>): string =>
  (isWholeDay(content) ? t('hours.words.wholeDay') : t('hours.words.times', { from: clockWords(content.startTime), to: clockWords(content.endTime) }))

function periodWords(t: TFunction, language: Language, content: HoursContent): string {
  if (isOneDay(content)) return ''
  const from = formatPlainDay(content.fromDay, language)
  return content.toDay === null ? t('hours.words.from', { from }) : t('hours.words.fromTo', { from, to: formatPlainDay(content.toDay, language) })
}

function openCounters(t: TFunction, language: Language, { resourceIds, publicResourceIds }: HoursContent, resources: readonly Resource[]): string {
  const there = resources.filter(({ id, active }) => active && (resourceIds.length === 0 || resourceIds.includes(id)))
  const open = there.filter(({ id }) => publicResourceIds.includes(id))
  const inside = there.filter(({ id }) => !publicResourceIds.includes(id))
  const named = (some: typeof there): string => counterWords(some.map(({ id }) => id), resources, language)
  return [
    ...(open.length > 0 ? [t('hours.words.public', { counters: named(open) })] : []),
    ...(inside.length > 0 ? [t('hours.words.inside', { counters: named(inside) })] : []),
  ].join(', ') || t('hours.words.nobody')
}

const goneCounters = (t: TFunction, language: Language, { resourceIds }: HoursContent, resources: readonly Resource[]): string =>
  (resourceIds.length === 0 ? t('hours.words.everywhere') : counterWords(resourceIds, resources, language))
