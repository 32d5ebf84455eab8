import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** What one sender asked within the hour that began with their first. */
export interface SenderCountsTable {
  readonly town_id: TownId
  /** Of an internet address (of IPv6 its /64) and what is counted, sealed with the town's secret. That lies in the same database: whoever has the whole of it could try all addresses. */
  readonly key: string
  readonly count: number
  readonly since: Instant
}
