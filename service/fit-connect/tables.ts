import type { ColumnType, Generated } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { Instant } from '../../shared/time.ts'
import type { AuthenticationTags, Problem, ReplyChannel } from './connection/on-wire.ts'

// Tables of migration 0016; no desk holds them.

type Kept<Value> = ColumnType<Value, string, string>
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>
type OptionalKept<Value> = ColumnType<Value | null, string | null | undefined, string | null>

/**
 * announced → collected (what came is kept) → registered (it is an application) → accepted (the portal knows)
 *                 └→ rejecting → rejected (for a technical reason alone)
 *      └─────────────┴→ expired: the portal took it back by itself
 */
export type SubmissionState = 'announced' | 'collected' | 'registered' | 'rejecting' | 'accepted' | 'rejected' | 'expired'

export interface FitConnectSubmissionsTable {
  readonly town_id: TownId
  readonly submission_id: string
  readonly destination_id: string
  readonly case_id: string
  readonly state: SubmissionState
  readonly announced_at: Instant
  /** When the citizen sent it, as the portal signed it. */
  readonly submitted_at: Optional<Instant>
  readonly next_at: Instant
  readonly attempts: Generated<number>
  /** Why it goes no further by itself, and what that is about (a schema, a key): never what somebody wrote. */
  readonly problem: Optional<string>
  readonly about: Generated<string>
  readonly service_identifier: Optional<string>
  readonly schema_uri: Optional<string>
  readonly kid: Optional<string>
  readonly metadata_jwe: Optional<string>
  readonly data_jwe: Optional<string>
  readonly application_id: Optional<string>
  readonly reply_channel: OptionalKept<ReplyChannel>
  /** The event by which the portal is told, the same one however often it is sent. */
  readonly event_id: Optional<string>
  readonly event_at: Optional<Instant>
  readonly event_schema: Optional<string>
  readonly tags: OptionalKept<AuthenticationTags>
  /** Since when the portal's log lacks its own event about the submission. */
  readonly incomplete_since: Optional<Instant>
  readonly rejected_for: OptionalKept<readonly Problem[]>
  /** The last state of the case that was put on its way back. */
  readonly told: Optional<string>
  readonly settled_at: Optional<Instant>
}

export interface FitConnectAttachmentsTable {
  readonly town_id: TownId
  readonly submission_id: string
  readonly attachment_id: string
  readonly jwe: string
}

export interface FitConnectKeysTable {
  readonly town_id: TownId
  readonly destination_id: string
  readonly kid: string
  readonly purpose: 'encryption' | 'signing'
  readonly public_key: Kept<JsonObject>
  readonly private_key: OptionalKept<JsonObject>
  readonly made_at: Instant
  readonly published_at: Optional<Instant>
  readonly in_use_at: Optional<Instant>
  readonly replaced_at: Optional<Instant>
}

export interface FitConnectDestinationsTable {
  readonly town_id: TownId
  readonly destination_id: string
  /** Since when the town asks without a longer break: of two towns the first has it. */
  readonly since: Instant
  readonly asked_at: Instant
  readonly answered_at: Optional<Instant>
  readonly problem: Optional<string>
  readonly encryption_kid: Optional<string>
}

export interface FitConnectMappingsTable {
  readonly town_id: TownId
  readonly id: string
  readonly schema_uri: string
  readonly service_identifier: string | null
  readonly service_id: string
  readonly form_version: number
  readonly mapping_version: number
  readonly state: 'draft' | 'active' | 'replaced'
  readonly labels: Kept<Readonly<Record<string, string>>>
  readonly fields: Kept<Readonly<Record<string, string>>>
  readonly fixed: Kept<JsonObject>
  readonly tried_at: Optional<Instant>
  readonly changed_at: Instant
  readonly changed_by_name: string
}

export interface FitConnectCallbacksTable {
  readonly town_id: TownId
  readonly digest: string
  readonly at: Instant
}

export interface FitConnectRefusalsTable {
  readonly town_id: TownId
  readonly code: string
  readonly about: string
  readonly times: number
  readonly last_at: Instant
}

export interface FitConnectRepliesTable {
  readonly town_id: TownId
  readonly key: string
  readonly submission_id: string
  readonly reply_id: Optional<string>
  /** `overtaken`: a later state of the case went out instead; `failed`: the portal does not take it. */
  readonly state: 'waiting' | 'sent' | 'no-channel' | 'overtaken' | 'failed'
  readonly created_at: Instant
  readonly sent_at: Optional<Instant>
}
