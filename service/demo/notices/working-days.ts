import { isWorkingDay, plusCalendarDays } from '../../../shared/german-days.ts'

/** The day itself, or the working day before it. */
export const lastWorkingDay = (day: string): string => (isWorkingDay(day) ? day : lastWorkingDay(plusCalendarDays(day, -1)))
