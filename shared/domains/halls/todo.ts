import { germanDay, plusCalendarDays } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { HallBooking } from './tables.ts'

export const TODO_KINDS = ['overdue', 'hand-over', 'contract', 'approve'] as const
export type TodoKind = (typeof TODO_KINDS)[number]

const DAYS_AHEAD = 7

/** What is to be done with a booking now; undefined for nothing. */
export function todoFor({ status, startsAt, endsAt, occupiedUntil }: Pick<HallBooking, 'status' | 'startsAt' | 'endsAt' | 'occupiedUntil'>, now: Instant): TodoKind | undefined {
  if (status === 'requested') return 'approve'
  if (status === 'approved') return endsAt > now ? 'contract' : undefined
  if (status === 'contracted') return germanDay(startsAt) <= plusCalendarDays(germanDay(now), DAYS_AHEAD) ? 'hand-over' : undefined
  return status === 'handed-over' && occupiedUntil < now ? 'overdue' : undefined
}
