import { plusMonths } from '../../german-days.ts'

/** A secrecy of the register holds two years and may be extended (§ 51 Abs. 4 BMG), in force since its day. */
const PERIODS = [{ from: '2015-11-01', months: 24 }] as const

/** How long is kept why a secrecy was set, once it is over, and what for somebody looked behind one. The town's own decision; changed here with its day. */
const REASONS_KEPT = [{ from: '2026-11-01', months: 24 }] as const

/** The first day whose reasons are still kept. */
export function reasonsKeptSince(today: string): string {
  const period = REASONS_KEPT.findLast(({ from }) => from <= today) ?? REASONS_KEPT[0]
  return plusMonths(today, -period.months)
}

/** The last day of a secrecy that is set or extended today. */
export function secrecyEnd(today: string): string {
  const period = PERIODS.findLast(({ from }) => from <= today) ?? PERIODS[0]
  return plusMonths(today, period.months)
}

/** Whether one holds on a day. */
export const isSecretOn = (until: string | null | undefined, today: string): boolean => until !== null && until !== undefined && until >= today
