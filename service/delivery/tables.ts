import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, string, string>

/** `jobs` as migration 0003 made it. */
export interface JobsTable {
  readonly town_id: string
  readonly key: string
  readonly kind: string
  readonly state: Generated<'waiting' | 'done' | 'failed'>
  readonly priority: Generated<number>
  readonly attempts: Generated<number>
  readonly next_at: Moment
  readonly created_at: Moment
  readonly settled_at: ColumnType<Date | null, string | null | undefined, string | null>
  readonly person_id: string | null
  readonly payload: ColumnType<unknown, string, string>
}
