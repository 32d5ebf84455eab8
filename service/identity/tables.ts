import type { ColumnType } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

type Moment = ColumnType<Date, string, string>

/** `sign_in_payloads` as migration 0002 made it. */
export interface SignInPayloadsTable {
  readonly town_id: string
  readonly model: string
  readonly id: string
  readonly payload: ColumnType<unknown, string, string>
  readonly grant_id: string | null
  readonly account_id: string | null
  readonly uid: string | null
  readonly consumed_at: ColumnType<Date | null, string | null | undefined, string | null>
  readonly expires_at: ColumnType<Date | null, string | null, string | null>
}

export interface SignInKeysTable {
  readonly town_id: string
  readonly name: string
  readonly value: ColumnType<unknown, string, string>
}

/** How often somebody mistyped, by a hash of what was typed as login. */
export interface SignInFailuresTable {
  readonly town_id: TownId
  readonly key: string
  readonly count: number
  readonly last_at: Instant
}

export interface CredentialsTable {
  readonly town_id: string
  readonly account_id: string
  readonly password_hash: string
}

export interface DeskSecretsTable {
  readonly town_id: string
  readonly account_id: string
  readonly desk_id: string
  readonly secret: ColumnType<Uint8Array, Uint8Array, Uint8Array>
  readonly created_at: Moment
}
