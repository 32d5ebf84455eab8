import type { ColumnType, Generated } from 'kysely'
import type { AccountId, CommandId, PersonId, TownId } from '../../shared/ids.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import type { Instant } from '../../shared/time.ts'
import type { AuditExportsTable, AuditKeysTable, AuditVerificationsTable, PrivacyRequestsTable } from '../audit/tables.ts'
import type { DeletionRunsTable } from '../privacy/tables.ts'
import type { JobsTable } from '../delivery/tables.ts'
import type { BlobPiecesTable, BlobsTable } from '../http/blobs/tables.ts'
import type { SenderCountsTable } from '../http/tables.ts'
import type { DisplayAddressesTable } from '../domains/appointments/display/display-table.ts'
import type { CalendarFeedsTable } from '../domains/appointments/feed/feed-table.ts'
import type { OpenHoldsTable } from '../domains/appointments/public/open-holds-table.ts'
import type { TicketCountersTable } from '../domains/appointments/ticket-table.ts'
import type { HallContractCountersTable } from '../domains/halls/tables.ts'
import type { CardKeysTable, CardNumberCountersTable } from '../domains/service-cards/tables.ts'
import type { AlertDeliveriesTable, AlertKeysTable, AlertSendingsTable, AlertTalliesTable, OfficialWarningEndsTable, PushKeysTable, SubscribersTable, WarningSourcesTable } from '../domains/alerts/tables.ts'
import type { HealthAccessesTable, VaccinationCountersTable, VaccinationDeletionsTable, VaccinationKeysTable, VaccinationReturnsTable } from '../domains/vaccinations/tables.ts'
import type { FacsimilesTable, LettersTable } from '../domains/letters/tables.ts'
import type { PeopleTable, PersonAccessesTable, PersonApartTable, PersonChoicesTable, PersonMergesTable, PersonRecordsTable, SecrecyChangesTable } from '../domains/people/tables.ts'
import type { ConsentRequestsTable, NoticeProvisionsTable } from '../domains/notices/mailbox/tables.ts'
import type { ConsentKeysTable, NoticeChecksTable, NoticeDutiesTable, NoticeFilesTable, NoticeLettersTable } from '../domains/notices/tables.ts'
import type { FitConnectAttachmentsTable, FitConnectCallbacksTable, FitConnectDestinationsTable, FitConnectKeysTable, FitConnectMappingsTable, FitConnectRefusalsTable, FitConnectRepliesTable, FitConnectSubmissionsTable } from '../fit-connect/tables.ts'
import type { CredentialsTable, DeskSecretsTable, DeviceAccountsTable, DevicesTable, GroupGrantsTable, RevokedGrantsTable, SignInFailuresTable, SignInKeysTable, SignInPayloadsTable } from '../identity/tables.ts'
import type { MailboxesTable, MailboxSecretsTable, ReceiptCountersTable, SubmissionsTable } from '../intake/tables.ts'
import type { MaintenanceTable } from '../maintenance/tables.ts'
import type { MailTestsTable, ServiceImportsTable, TownBrandingsTable } from '../towns/tables.ts'

/** `receivedAt` → `received_at`, as a type. */
type ColumnNameOf<Field extends string> = Field extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${ColumnNameOf<Tail>}`
  : ''

/** Objects and arrays are kept as JSON: read as values, written as text. */
type Kept<Value> = Exclude<Value, null | undefined> extends string | number | boolean
  ? Value
  : ColumnType<Value, string, string>

export type RecordTable<Row> = { town_id: TownId } & { [Field in keyof Row & string as ColumnNameOf<Field>]: Kept<Row[Field]> }

export interface TownsTable {
  id: TownId
  name: string
  /** Begins every reference number of the town, `TGH`. */
  reference_prefix: string
  /** X25519 public key, raw, base64: unsent commands are sealed to it. */
  recovery_key: string
  demo: boolean
}

/** One row per town: whoever commits takes it last, so positions are in commit order and without gaps. */
export interface TownHeadsTable {
  town_id: TownId
  position: Generated<number>
  /** Feed rows at or below this position are gone: older cursors must load anew. */
  feed_pruned_to: Generated<number>
  audit_position: Generated<number>
  audit_hash: Generated<string>
}

export interface FeedTable {
  town_id: TownId
  position: number
  ordinal: number
  scope: string
  op: 'put' | 'left' | 'deleted'
  table_name: TableName
  record_id: string
  /** The row's JSON text without its version, which is the position; null unless `put`. */
  row: string | null
  at: Instant
}

/** What became of every command, kept under its id. */
export interface CommandsTable {
  town_id: TownId
  id: CommandId
  person_id: PersonId
  name: string
  fingerprint: string
  answer: ColumnType<unknown, string, string>
  touched: ColumnType<unknown, string, string>
  at: Instant
}

export interface AuditLogTable {
  town_id: TownId
  audit_position: number
  position: number
  /** Canonical JSON: ids, never names. */
  entry: string
  hash: string
}

export interface ScopeEpochsTable {
  town_id: TownId
  account_id: AccountId
  scope: string
  epoch: number
}

/** One row: which server this is, and which life of its data (new after a restore from backup). */
export interface DatasetTable {
  id: Generated<number>
  epoch: string
  server_id: string
  /** When it was set back to an earlier day, by the computer's own clock. */
  restored_at: ColumnType<Date | null, string | null | undefined, string | null>
}

/** The tables that desks hold, by the names they have everywhere. */
export type SyncedTables = { [Name in TableName]: RecordTable<RowOf<Name>> }

export interface Schema extends SyncedTables {
  towns: TownsTable
  town_brandings: TownBrandingsTable
  mail_tests: MailTestsTable
  service_imports: ServiceImportsTable
  town_heads: TownHeadsTable
  feed: FeedTable
  commands: CommandsTable
  audit_log: AuditLogTable
  audit_keys: AuditKeysTable
  audit_verifications: AuditVerificationsTable
  audit_exports: AuditExportsTable
  privacy_requests: PrivacyRequestsTable
  scope_epochs: ScopeEpochsTable
  dataset: DatasetTable
  people: PeopleTable
  person_records: PersonRecordsTable
  person_merges: PersonMergesTable
  person_apart: PersonApartTable
  person_choices: PersonChoicesTable
  secrecy_changes: SecrecyChangesTable
  person_accesses: PersonAccessesTable
  sign_in_payloads: SignInPayloadsTable
  sign_in_keys: SignInKeysTable
  credentials: CredentialsTable
  group_grants: GroupGrantsTable
  devices: DevicesTable
  device_accounts: DeviceAccountsTable
  revoked_grants: RevokedGrantsTable
  sign_in_failures: SignInFailuresTable
  sender_counts: SenderCountsTable
  desk_secrets: DeskSecretsTable
  submissions: SubmissionsTable
  receipt_counters: ReceiptCountersTable
  mailboxes: MailboxesTable
  mailbox_secrets: MailboxSecretsTable
  jobs: JobsTable
  fit_connect_submissions: FitConnectSubmissionsTable
  fit_connect_attachments: FitConnectAttachmentsTable
  fit_connect_keys: FitConnectKeysTable
  fit_connect_destinations: FitConnectDestinationsTable
  fit_connect_mappings: FitConnectMappingsTable
  fit_connect_callbacks: FitConnectCallbacksTable
  fit_connect_refusals: FitConnectRefusalsTable
  fit_connect_replies: FitConnectRepliesTable
  blobs: BlobsTable
  blob_pieces: BlobPiecesTable
  letters: LettersTable
  facsimiles: FacsimilesTable
  notice_letters: NoticeLettersTable
  notice_checks: NoticeChecksTable
  notice_duties: NoticeDutiesTable
  notice_files: NoticeFilesTable
  consent_keys: ConsentKeysTable
  consent_requests: ConsentRequestsTable
  notice_provisions: NoticeProvisionsTable
  hall_contract_counters: HallContractCountersTable
  ticket_counters: TicketCountersTable
  vaccination_counters: VaccinationCountersTable
  vaccination_keys: VaccinationKeysTable
  card_number_counters: CardNumberCountersTable
  card_keys: CardKeysTable
  vaccination_returns: VaccinationReturnsTable
  vaccination_deletions: VaccinationDeletionsTable
  health_accesses: HealthAccessesTable
  calendar_feeds: CalendarFeedsTable
  display_addresses: DisplayAddressesTable
  open_holds: OpenHoldsTable
  subscribers: SubscribersTable
  alert_sendings: AlertSendingsTable
  alert_deliveries: AlertDeliveriesTable
  alert_tallies: AlertTalliesTable
  alert_keys: AlertKeysTable
  push_keys: PushKeysTable
  warning_sources: WarningSourcesTable
  official_warning_ends: OfficialWarningEndsTable
  maintenance: MaintenanceTable
  deletion_runs: DeletionRunsTable
}
