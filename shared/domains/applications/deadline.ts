import { endOfGermanDay, germanDay, plusCalendarDays, plusMonths, plusWorkingDays, shiftedToWorkingDay } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { Deadline } from './service-tables.ts'

/**
 * When a period ends that begins on the day of a moment: the day itself does not count (§ 187 BGB), an end on a day off
 * moves to the next working day (§ 31 Abs. 3 VwVfG), and the last day counts until its end. Null where there is none.
 */
export const dueAfter = (deadline: Deadline | null, from: Instant): Instant | null =>
  deadline && endOfGermanDay(shiftedToWorkingDay(lastDay(deadline, germanDay(from))))

function lastDay({ amount, unit }: Deadline, from: string): string {
  if (unit === 'months') return plusMonths(from, amount)
  return unit === 'days' ? plusCalendarDays(from, amount) : plusWorkingDays(from, amount)
}
