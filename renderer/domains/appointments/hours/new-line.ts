import { ClockTime } from '../../../../shared/domains/appointments/clock-time.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'

/** What a form for a new line begins with: a usual morning, or a day on which nobody is there. */
export function newLine(kind: 'open' | 'closed', today: string, resources: readonly Resource[]): HoursContent {
  const usual = {
    title: '', fromDay: today, everyWeeks: 1, weeksOfMonth: [], resourceIds: [], slotMinutes: 15, onHolidays: false,
  }
  if (kind === 'closed')
    return { ...usual, kind, toDay: today, weekdays: [1, 2, 3, 4, 5, 6, 7], startTime: ClockTime.parse('00:00'), endTime: ClockTime.parse('24:00'), publicResourceIds: [] }
  return {
    ...usual, kind, toDay: null, weekdays: [1, 2, 3, 4, 5], startTime: ClockTime.parse('09:00'), endTime: ClockTime.parse('12:00'),
    publicResourceIds: resources.filter(({ active }) => active).map(({ id }) => id),
  }
}
