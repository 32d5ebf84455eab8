import type { ColumnType, Generated } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** `jobs` as migration 0003 made it. */
export interface JobsTable {
  readonly town_id: TownId
  readonly key: string
  readonly kind: string
  readonly state: Generated<'waiting' | 'done' | 'failed'>
  readonly priority: Generated<number>
  readonly attempts: Generated<number>
  readonly next_at: Instant
  readonly created_at: Instant
  readonly settled_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  readonly person_id: string | null
  readonly payload: ColumnType<unknown, string, string>
}
