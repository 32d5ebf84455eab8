import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { conflictsOf } from '../../../shared/domains/halls/hall-steps.ts'
import type { Hall } from '../../../shared/domains/halls/tables.ts'
import { daysBetween, germanDay, plusCalendarDays, plusMonths } from '../../../shared/german-days.ts'
import { instantFromMs, msOf } from '../../../shared/time.ts'

/** A booking in the plan: from which column on, over how many days, and over how many with setting up and cleaning. */
export interface PlanBar {
  readonly booking: ShownHallBooking
  readonly column: number
  /** Days before it on which it is being set up. */
  readonly daysBefore: number
  /** Days on which somebody is there; none where only setting up or cleaning lies in the month. */
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
  const lastMoment = (end: ShownHallBooking['endsAt']): string => germanDay(instantFromMs(msOf(end) - 1))
  const [setUpDay, startDay, endDay, cleanedDay] = [germanDay(booking.occupiedFrom), germanDay(booking.startsAt), lastMoment(booking.endsAt), lastMoment(booking.occupiedUntil)]
  const count = (from: string, to: string): number => days.filter(day => day >= from && day <= to).length
  const first = days.findIndex(day => day >= setUpDay)
  if (first === -1 || cleanedDay < (days[0] ?? '')) return undefined
  const [daysBefore, daysAfter] = [count(setUpDay, plusCalendarDays(startDay, -1)), count(plusCalendarDays(endDay, 1), cleanedDay)]
  return { booking, column: first + 1, daysBefore, days: count(startDay, endDay), daysAfter, hasConflict: conflictsOf(booking, all).length > 0 }
}
