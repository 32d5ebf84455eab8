import type { Generated } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** Tables of migration 0003 that intake and portal keep. */
export interface SubmissionsTable {
  readonly town_id: TownId
  readonly key: string
  readonly fingerprint: string
  readonly application_id: string
  /** Empty only within the transaction that takes the number. */
  readonly reference: Generated<string>
  readonly received_at: Instant
}

export interface ReceiptCountersTable {
  readonly town_id: TownId
  readonly last_number: number
}

export interface MailboxesTable {
  readonly town_id: TownId
  readonly key_hash: string
  readonly application_id: string
  readonly created_at: Instant
}

export interface MailboxSecretsTable {
  readonly town_id: TownId
  readonly secret: string
}
