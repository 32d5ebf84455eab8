import type { ColumnType } from 'kysely'
import type { Role } from '../../shared/actor.ts'
import type { AccountId, PersonId, TownId } from '../../shared/ids.ts'
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
  /** Until when a password for one time lasts; null for one that its person has chosen. */
  readonly one_time_until: ColumnType<Date | null, string | null | undefined, string | null>
}

/** What a group of the town's own sign-in gives; `department_id` empty for the whole town. */
export interface GroupGrantsTable {
  readonly town_id: TownId
  readonly group_name: string
  readonly role: Role
  readonly department_id: string
}

/** A computer that somebody signed in at. */
export interface DevicesTable {
  readonly town_id: TownId
  readonly desk_id: string
  /** As the person calls it; empty until somebody does. */
  readonly name: string
  readonly shell: string
  readonly version: string
  readonly last_seen_at: Instant
  readonly cut_off_at: Instant | null
  readonly cut_off_by: PersonId | null
  /** When it said that nothing of the town is left on it. */
  readonly erased_at: Instant | null
}

export interface DeviceAccountsTable {
  readonly town_id: TownId
  readonly desk_id: string
  readonly account_id: AccountId
  /** Of the last sign-in there; null where people sign in elsewhere. */
  readonly grant_id: string | null
  readonly last_seen_at: Instant
}

/** Sign-ins whose access tokens are taken no more, though they have not run out. */
export interface RevokedGrantsTable {
  readonly town_id: TownId
  readonly grant_id: string
  readonly revoked_at: Instant
}

export interface DeskSecretsTable {
  readonly town_id: string
  readonly account_id: string
  readonly desk_id: string
  readonly secret: ColumnType<Uint8Array, Uint8Array, Uint8Array>
  readonly created_at: Moment
  /** Since when it opens nothing, because its computer was cut off. */
  readonly set_aside_at: ColumnType<Date | null, string | null | undefined, string | null>
}
