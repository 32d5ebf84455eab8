import type { ColumnType } from 'kysely'
import type { Instant } from '../../../shared/time.ts'
import type { TownId } from '../../../shared/ids.ts'

/** Tables of migration 0017. */
export interface CardNumberCountersTable {
  readonly town_id: TownId
  readonly prefix: string
  readonly year: string
  readonly last_number: number
}

export interface CardKeysTable {
  readonly town_id: TownId
  readonly kid: string
  /** JSON Web Keys. */
  readonly public_key: ColumnType<unknown, string, string>
  /** Null once another key has taken its place. */
  readonly private_key: ColumnType<unknown, string | null, string | null>
  readonly made_at: Instant
}
