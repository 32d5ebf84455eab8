import { plusMonths } from '../../german-days.ts'

/** A secrecy of the register holds two years and may be extended (§ 51 Abs. 4 BMG), in force since its day. */
const PERIODS = [{ from: '2015-11-01', months: 24 }] as const

/** The last day of a secrecy that is set or extended today. */
export function secrecyEnd(today: string): string {
  const period = PERIODS.findLast(({ from }) => from <= today) ?? PERIODS[0]
  return plusMonths(today, period.months)
}

/** Whether one holds on a day. */
export const isSecretOn = (until: string | null | undefined, today: string): boolean => until !== null && until !== undefined && until >= today
