import type { ColumnType, Generated } from 'kysely'
import type { AccountId, ApplicationId, NoticeRunId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeletableService } from '../../shared/wire/privacy.ts'

/** `deletion_runs` as migration 0008 made it. */
export interface DeletionRunsTable {
  readonly town_id: TownId
  readonly id: string
  readonly account_id: AccountId
  readonly by_name: string
  readonly begun_at: Instant
  readonly ended_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  /** Ids of the cases, and after them of the runs of notices, still to be deleted. */
  readonly planned: ColumnType<readonly (ApplicationId | NoticeRunId)[], string, string>
  readonly deleted: Generated<number>
  readonly kept: Generated<number>
  readonly services: ColumnType<DeletableService[], string, string>
}
