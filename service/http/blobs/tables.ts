import type { ColumnType, Generated } from 'kysely'

/** Tables of migration 0004. */
export interface BlobsTable {
  readonly town_id: string
  readonly id: string
  readonly sha256: string
  readonly size: number
  readonly received: Generated<number>
  readonly is_complete: Generated<boolean>
  /** Who is sending it; null for files that came with a submission. */
  readonly account_id: string | null
  readonly begun_at: ColumnType<Date, string, string>
}

export interface BlobPiecesTable {
  readonly town_id: string
  readonly blob_id: string
  readonly start: number
  readonly bytes: Uint8Array
}
