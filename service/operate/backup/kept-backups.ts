import { createHash } from 'node:crypto'
import { germanDayAt } from '../../../shared/german-days.ts'
import { msOf, type Instant } from '../../../shared/time.ts'

/** How many backups stay: the last one of so many days, and the last one of so many weeks. */
export interface Keeping {
  readonly daily: number
  readonly weekly: number
}

const NAME = /^rathaus-([0-9a-f]{8})-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/

/** Services may share a folder: each knows its own by the beginning of its id. */
const ownerOf = (serverId: string): string => createHash('sha256').update(serverId).digest('hex').slice(0, 8)

export const backupName = (serverId: string, at: Instant): string => `rathaus-${ownerOf(serverId)}-${at.slice(0, 19).replaceAll(':', '-')}Z.backup`

/** When a backup was made, in ms; null for files that are none. */
export function madeAtMs(name: string): number | null {
  const [, , day, hours, minutes, seconds] = NAME.exec(name) ?? []
  return day === undefined ? null : Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`)
}

/** The backups of a service in a folder that may go. The newest one always stays. */
export function forgettable(names: readonly string[], serverId: string, { daily, weekly }: Keeping): readonly string[] {
  const newestFirst = names.filter(name => NAME.exec(name)?.[1] === ownerOf(serverId)).toSorted().toReversed()
  const ofDays = newestOf(newestFirst, name => germanDayAt(madeAtMs(name) ?? 0), daily)
  const ofWeeks = newestOf(newestFirst, name => String(weekOf(madeAtMs(name) ?? 0)), weekly)
  const kept = new Set([...newestFirst.slice(0, 1), ...ofDays, ...ofWeeks])
  return newestFirst.filter(name => !kept.has(name))
}

function newestOf(newestFirst: readonly string[], periodOf: (name: string) => string, count: number): readonly string[] {
  const periods = new Map<string, string>()
  for (const name of newestFirst) {
    const period = periodOf(name)
    if (!periods.has(period)) periods.set(period, name)
  }
  return [...periods.values()].slice(0, count)
}

const WEEK_MS = 7 * 86_400_000
/** A Monday, so that weeks are counted from Monday to Sunday. */
const A_MONDAY_MS = msOf('1970-01-05T00:00:00.000Z' as Instant)
const weekOf = (ms: number): number => Math.floor((ms - A_MONDAY_MS) / WEEK_MS)
