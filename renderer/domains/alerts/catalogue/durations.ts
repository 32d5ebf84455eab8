import type { TFunction } from 'i18next'

const HOUR = 60
const DAY = 24 * HOUR

/** From half an hour for a drill of the sirens to a month for a tender. */
const USUAL = [30, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY, 21 * DAY, 30 * DAY] as const

/** How long a message may hold, in minutes: the usual ones, and the one that is set where it is another. */
export const durationsWith = (minutes: number): readonly number[] => [...new Set([...USUAL, minutes])].toSorted((one, other) => one - other)

/** `4 Stunden`, `2 Tage`, `45 Minuten`. */
export function durationWords(t: TFunction, minutes: number): string {
  if (minutes >= DAY && minutes % DAY === 0) return t('alerts.days', { count: minutes / DAY })
  return minutes % HOUR === 0 ? t('alerts.hours', { count: minutes / HOUR }) : t('alertCatalogue.minutes', { count: minutes })
}
