import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** `maintenance` as migration 0005 made it. */
export interface MaintenanceTable {
  readonly town_id: TownId
  readonly task: string
  readonly begun_at: Instant
  readonly ended_at: Instant | null
  /** What came of it, as the task says; null while it runs and after it failed. */
  readonly outcome: string | null
}
