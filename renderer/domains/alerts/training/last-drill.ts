import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { daysBetween, germanDay } from '../../../../shared/german-days.ts'
import type { Instant } from '../../../../shared/time.ts'

/** A month, and some days to find a date in. */
const MOST_DAYS = 35

export interface LastDrill {
  /** When a drill message last went out; undefined where none did. */
  readonly at: Instant | undefined
  readonly isOverdue: boolean
}

/** The drill of the month: one counts that went out, not one that somebody only wrote. */
export function lastDrill(alerts: readonly Pick<Alert, 'mode' | 'released'>[], now: Instant): LastDrill {
  const at = alerts.flatMap(({ mode, released }) => (mode === 'training' && released ? [released.at] : [])).toSorted().at(-1)
  return { at, isOverdue: at === undefined || daysBetween(germanDay(at), germanDay(now)) > MOST_DAYS }
}
