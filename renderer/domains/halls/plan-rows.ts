import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { conflictsOf } from '../../../shared/domains/halls/hall-steps.ts'
import type { Hall } from '../../../shared/domains/halls/tables.ts'
import { daysBetween, germanDay, plusCalendarDays, plusMonths } from '../../../shared/german-days.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'

/** A booking in the plan: from which column on, over how many days, and over how many with setting up and cleaning. */
export interface PlanBar {
  readonly booking: ShownHallBooking
  readonly column: number
  readonly days: number
  /** Days after it on which it is still being cleaned. */
  readonly daysAfter: number
  readonly hasConflict: boolean
}

export interface PlanRow {
  readonly hall: Hall
  readonly bars: readonly PlanBar[]
}

/** The days of the month that begins on `firstDay`. */
export const daysOfMonth = (firstDay: string): readonly string[] =>
  Array.from({ length: daysBetween(firstDay, plusMonths(firstDay, 1)) }, (_, index) => plusCalendarDays(firstDay, index))

/** Houses as rows with what takes place in them in a month; what was refused or cancelled takes none. */
export function planRows(halls: readonly Hall[], bookings: readonly ShownHallBooking[], firstDay: string): readonly PlanRow[] {
  const days = daysOfMonth(firstDay)
  const shown = bookings.filter(({ status }) => status !== 'refused' && status !== 'cancelled')
  return halls
    .filter(({ id, active }) => active || shown.some(({ hallId }) => hallId === id))
    .map(hall => ({ hall, bars: shown.filter(({ hallId }) => hallId === hall.id).flatMap(booking => barOf(booking, days, shown) ?? []) }))
}

function barOf(booking: ShownHallBooking, days: readonly string[], all: readonly ShownHallBooking[]): PlanBar | undefined {
  const within = (day: string): number => Math.min(days.length - 1, Math.max(0, daysBetween(days[0] ?? day, day)))
  const lastMoment = (end: ShownHallBooking['endsAt']): string => germanDay(instantFromMs(msOf(end) - 1))
  const [startDay, endDay, cleanedDay] = [germanDay(booking.startsAt), lastMoment(booking.endsAt), lastMoment(booking.occupiedUntil)]
  if (startDay > (days.at(-1) ?? '') || endDay < (days[0] ?? '')) return undefined
  const [first, last] = [within(startDay), within(endDay)]
  return { booking, column: first + 1, days: last - first + 1, daysAfter: within(cleanedDay) - last, hasConflict: conflictsOf(booking, all).length > 0 }
}
