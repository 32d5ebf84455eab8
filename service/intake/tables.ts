import type { ColumnType } from 'kysely'

type Moment = ColumnType<Date, string, string>

/** Tables of migration 0003 that intake and portal keep. */
export interface SubmissionsTable {
  readonly town_id: string
  readonly key: string
  readonly fingerprint: string
  readonly application_id: string
  readonly reference: string
  readonly received_at: Moment
}

export interface ReceiptCountersTable {
  readonly town_id: string
  readonly last_number: number
}

export interface MailboxesTable {
  readonly town_id: string
  readonly key_hash: string
  readonly application_id: string
  readonly created_at: Moment
}

export interface MailboxSecretsTable {
  readonly town_id: string
  readonly secret: string
}
