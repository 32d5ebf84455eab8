import { germanDayAt, plusCalendarDays, plusMonths, shiftedToWorkingDay } from '../../../../shared/german-days.ts'

export const QUICK_DAYS = ['week', 'weeks', 'month'] as const
export type QuickDay = (typeof QUICK_DAYS)[number]

/** A day to come back on, `2026-12-01`: never a weekend or a holiday. */
export function quickDay(which: QuickDay, nowMs: number): string {
  const today = germanDayAt(nowMs)
  const days = { week: plusCalendarDays(today, 7), weeks: plusCalendarDays(today, 14), month: plusMonths(today, 1) } satisfies Record<QuickDay, string>
  return shiftedToWorkingDay(days[which])
}
