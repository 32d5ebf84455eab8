import type { TFunction } from 'i18next'
import type { Alert, AlertTopic } from '../../../shared/domains/alerts/tables.ts'
import type { Language } from '../../texts/languages.ts'
import { formatDay, formatTime, localeOf } from '../../ui/format.ts'

const HOUR_MS = 3_600_000
/** So far ahead nobody mistakes a time for that of another day. */
const WITHOUT_DAY_HOURS = 12
/** More names than these nobody reads in one sentence. */
const MOST_PLACES = 4

export const listed = (words: readonly string[], language: Language): string => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words)

/** `00:38 Uhr`, or `24.11.2026, 12:00 Uhr` where it is further away or has passed. */
export function untilWords(t: TFunction, at: string | null, nowMs: number, language: Language): string {
  if (at === null) return t('alertRelease.noEnd')
  const time = formatTime(at, language)
  const aheadMs = Date.parse(at) - nowMs
  return aheadMs >= 0 && aheadMs < WITHOUT_DAY_HOURS * HOUR_MS ? t('alertRelease.untilTime', { time }) : t('alertRelease.untilDay', { day: formatDay(at, language), time })
}

/** `Tangerhütte, Uchtdorf und 3 weiteren Orten`. */
export function placeWords(t: TFunction, areas: Alert['content']['areas'], language: Language): string {
  const names = areas.map(({ name }) => name)
  if (names.length === 0) return t('alertRelease.noArea')
  const more = names.length - MOST_PLACES
  return listed(more > 0 ? [...names.slice(0, MOST_PLACES), t('alertRelease.morePlaces', { count: more })] : names, language)
}

/** What ends news is no all-clear: nobody was in danger. */
export const isEndOfNews = (kind: Alert['kind'], topic: Pick<AlertTopic, 'kind'> | undefined): boolean => kind === 'all-clear' && topic?.kind === 'news'
