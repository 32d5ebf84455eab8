import type { ColumnType, Generated } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { KnownPersonId } from '../../shared/wire/privacy.ts'
import type { RequestKind, RequestOutcome } from '../../shared/domains/audit/requests.ts'

/** Tables of the migration `audit`. Whatever the town signs heads and exports with. */
export interface AuditKeysTable {
  readonly town_id: TownId
  readonly kid: string
  /** JSON Web Keys. */
  readonly public_key: ColumnType<unknown, string, string>
  /** Null once another key has taken its place. */
  readonly private_key: ColumnType<unknown, string | null, string | null>
  readonly made_at: Instant
}

/** A verification that somebody asked for. */
export interface AuditVerificationsTable {
  readonly town_id: TownId
  readonly id: string
  readonly by_name: string
  readonly begun_at: Instant
  /** The last sign of life of whoever verifies. */
  readonly seen_at: ColumnType<Instant, Instant, Instant>
  readonly done: Generated<number>
  readonly total: Generated<number>
  readonly ended_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  /** As the nightly task writes it; null while it runs. */
  readonly outcome: ColumnType<string | null, string | null | undefined, string | null>
}

/** That entries were given out, and what for. */
export interface AuditExportsTable {
  readonly town_id: TownId
  readonly id: string
  readonly by_name: string
  readonly at: Instant
  readonly reason: string
  readonly entries: number
}

/** What a citizen asked by the GDPR. Days are calendar days in Germany. */
export interface PrivacyRequestsTable {
  readonly town_id: TownId
  readonly id: string
  readonly kind: RequestKind
  readonly name: string
  readonly person_id: KnownPersonId | null
  readonly note: string
  readonly received_on: string
  readonly due_on: ColumnType<string, string, string>
  readonly recorded_at: Instant
  readonly recorded_by: string
  readonly extension_reason: ColumnType<string | null, string | null | undefined, string | null>
  readonly answered_on: ColumnType<string | null, string | null | undefined, string | null>
  readonly outcome: ColumnType<RequestOutcome | null, RequestOutcome | null | undefined, RequestOutcome | null>
  readonly answer: ColumnType<string | null, string | null | undefined, string | null>
}
