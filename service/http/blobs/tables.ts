import type { Generated } from 'kysely'
import type { Instant } from '../../../shared/time.ts'

/** Tables of migration 0004. */
export interface BlobsTable {
  readonly town_id: string
  readonly id: string
  readonly sha256: string
  readonly size: number
  readonly received: Generated<number>
  readonly is_complete: Generated<boolean>
  /** As the bytes themselves say, once they are all here. */
  readonly media_type: string | null
  readonly scan: Generated<'not-scanned' | 'clean'>
  /** Who is sending it; null for files that came with a submission. */
  readonly account_id: string | null
  readonly begun_at: Instant
}

export interface BlobPiecesTable {
  readonly town_id: string
  readonly blob_id: string
  readonly start: number
  readonly bytes: Uint8Array
}
