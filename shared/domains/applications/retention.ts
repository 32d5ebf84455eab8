import { germanDay, plusMonths } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { Retention } from './service-tables.ts'
import type { Application } from './tables.ts'

/** When a case ended, by a decision or without one; null while there is something to be done on it. */
export function endedAt({ status, decidedAt, closedAt }: Pick<Application, 'status' | 'decidedAt' | 'closedAt'>): Instant | null {
  if (status === 'decided') return decidedAt
  return status === 'closed' ? closedAt : null
}

/**
 * The first day, `2036-11-22`, on which a case may be deleted: so many months after the day it ended. Null where nothing
 * is set or it has not ended: what has no rule is kept, and somebody has to set one.
 */
export function deletableFrom(application: Pick<Application, 'status' | 'decidedAt' | 'closedAt'>, retention: Retention | null): string | null {
  const ended = endedAt(application)
  return ended && retention && plusMonths(germanDay(ended), retention.months)
}
