import type { ColumnType, Generated } from 'kysely'
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

/** What is kept for longer than the law asks for: proposed by one person, released by another, and then deleted. */
export interface VaccinationDeletionsTable {
  readonly town_id: TownId
  readonly id: string
  /** Of the department, as its desks hold it. */
  readonly scope: string
  readonly before_day: string
  readonly fingerprint: string
  readonly doses: number
  readonly proposed_at: Instant
  readonly proposed_by: PersonId
  readonly proposed_by_name: string
  readonly released_at: ColumnType<Instant | null, undefined, Instant>
  readonly released_by: ColumnType<PersonId | null, undefined, PersonId>
  readonly released_by_name: ColumnType<string | null, undefined, string>
  readonly deleted: Generated<number>
  readonly ended_at: ColumnType<Instant | null, undefined, Instant>
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
