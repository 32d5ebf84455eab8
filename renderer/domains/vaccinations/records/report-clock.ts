import type { SideEffect } from '../../../../shared/domains/vaccinations/tables.ts'
import { msOf } from '../../../../shared/time.ts'

const MINUTE_MS = 60_000
/** From then on it is pressing: a working day's half is left. */
const SOON_MS = 6 * 60 * MINUTE_MS

/** What is left of the 24 hours, or by how much they are exceeded. */
export interface ReportClock {
  readonly urgency: 'running' | 'soon' | 'over'
  readonly hours: number
  readonly minutes: number
}

/** Whole minutes: of what is left the last one counts, of what is over those that are full. */
export function reportClock({ dueAt }: Pick<SideEffect, 'dueAt'>, nowMs: number): ReportClock {
  const leftMs = msOf(dueAt) - nowMs
  const minutes = leftMs > 0 ? Math.ceil(leftMs / MINUTE_MS) : Math.floor(Math.abs(leftMs) / MINUTE_MS)
  return { urgency: leftMs <= 0 ? 'over' : leftMs < SOON_MS ? 'soon' : 'running', hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
