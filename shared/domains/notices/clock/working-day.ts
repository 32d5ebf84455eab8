import { isWorkingDay, plusCalendarDays, shiftedToWorkingDay } from '../../../german-days.ts'

/** A day that was counted, and the one that holds in its place. */
export interface MovedDay {
  readonly counted: string
  readonly day: string
  /** The days off that were passed over, in their order; empty where the counted day holds. */
  readonly over: readonly string[]
  readonly basis: string
  /** The rule by which it moved; null where it did not. */
  readonly shiftBasis: string | null
}

/** The counted day, or the next working day where a rule moves it on. */
export function movedDay(counted: string, basis: string, shiftBasis: string | null): MovedDay {
  if (shiftBasis === null || isWorkingDay(counted)) return { counted, day: counted, over: [], basis, shiftBasis: null }
  const day = shiftedToWorkingDay(counted)
  return { counted, day, over: daysBefore(counted, day), basis, shiftBasis }
}

function daysBefore(from: string, end: string): readonly string[] {
  const days: string[] = []
  for (let day = from; day < end; day = plusCalendarDays(day, 1)) days.push(day)
  return days
}
