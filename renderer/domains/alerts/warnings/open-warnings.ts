import { SEVERITIES } from '../../../../shared/domains/alerts/content.ts'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'

/** What describes a situation of so long ago is called old: Ahr valley, 2021, went by figures 41 minutes old. */
const OLD_MS = 30 * 60_000

/** One without an end holds until its list no longer names it; the service says then that it is over. */
export const holds = ({ endsAt }: OfficialWarning, now: Instant): boolean => endsAt === null || endsAt > now

export const isOld = ({ sentAt }: OfficialWarning, now: Instant): boolean => msOf(now) - msOf(sentAt) > OLD_MS

/** Warnings that still hold: what is real and worst first, then what is newest. None changes its place because somebody has acknowledged it. */
export const heldWarnings = (warnings: readonly OfficialWarning[], now: Instant): readonly OfficialWarning[] =>
  warnings.filter(warning => holds(warning, now)).toSorted((one, other) => rank(one) - rank(other) || (one.sentAt < other.sentAt ? 1 : -1))

/** Those of them that nobody has acknowledged. */
export const openWarnings = (warnings: readonly OfficialWarning[], now: Instant): readonly OfficialWarning[] => heldWarnings(warnings, now).filter(({ acknowledged }) => acknowledged === null)

const rank = ({ isTest, isAllClear, severity }: OfficialWarning): number => (isTest ? 200 : 0) + (isAllClear ? 100 : 0) + SEVERITIES.indexOf(severity)
