import { plusCalendarDays, plusMonths } from '../../../../shared/german-days.ts'

export const STATISTICS_PERIODS = ['weeks', 'quarter', 'year'] as const
export type StatisticsPeriod = (typeof STATISTICS_PERIODS)[number]

/** Up to yesterday: of today nobody knows yet who comes. */
export function daysOf(period: StatisticsPeriod, today: string): { readonly fromDay: string; readonly toDay: string } {
  const fromDay = { weeks: plusCalendarDays(today, -28), quarter: plusMonths(today, -3), year: plusMonths(today, -12) }[period]
  return { fromDay, toDay: plusCalendarDays(today, -1) }
}
