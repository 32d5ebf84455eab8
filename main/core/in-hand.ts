import { stageOf } from '../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../shared/domains/alerts/tables.ts'
import type { VaccinationSession } from '../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../shared/german-days.ts'
import type { InHand } from '../../shared/contract/status.ts'
import { instantFromMs, msOf } from '../../shared/time.ts'

/** A draft that nobody has touched for so long is no reason to wait. */
const FRESH_MS = 24 * 3_600_000

/** What the town is in the middle of, as far as this desk knows; counts only, for whoever must not interrupt it. */
export function inHandAt(nowMs: number, alerts: readonly Alert[], sessions: readonly VaccinationSession[]): InHand {
  const now = instantFromMs(nowMs)
  const isInHand = (alert: Alert): boolean => {
    const stage = stageOf(alert, now)
    return stage === 'pending' || stage === 'live' || ((stage === 'draft' || stage === 'returned') && nowMs - msOf(alert.createdAt) < FRESH_MS)
  }
  return {
    alerts: alerts.filter(isInHand).length,
    vaccinationDays: sessions.filter(({ status, day }) => status === 'open' && day === germanDayAt(nowMs)).length,
  }
}
