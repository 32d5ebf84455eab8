import type { ColumnType } from 'kysely'
import type { PersonId, SessionId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'

// Tables of migration 0012 that no desk holds.

export interface VaccinationCountersTable {
  readonly town_id: TownId
  readonly year: string
  readonly last_number: number
}

/** What certificates are sealed with, as JSON Web Keys; only the newest still has its private half. */
export interface VaccinationKeysTable {
  readonly town_id: TownId
  readonly kid: string
  readonly public_key: ColumnType<unknown, string, string>
  readonly private_key: ColumnType<unknown, string, string | null>
  readonly made_at: Instant
}

/** Sessions that somebody fetched back from the archive, and until when. */
export interface VaccinationReturnsTable {
  readonly town_id: TownId
  readonly session_id: SessionId
  readonly until: Instant
}

/** Who read or gave out health data, and what for. */
export interface HealthAccessesTable {
  readonly town_id: TownId
  readonly id: string
  readonly scope: string
  readonly at: Instant
  readonly person_id: PersonId
  readonly kind: string
  readonly purpose: string
  /** The record, or the recall. */
  readonly about: string | null
}
