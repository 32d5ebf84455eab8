import type { TFunction } from 'i18next'

/** `heute fällig`, `morgen fällig`, `fällig in 3 Tagen`. */
export function soonWords(t: TFunction, days: number): string {
  if (days === 0) return t('time.dueToday')
  return days === 1 ? t('time.dueTomorrow') : t('time.dueIn', { count: days })
}
