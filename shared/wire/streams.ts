import * as z from 'zod'
import { TableNameOnWire } from './commands.ts'
import { ScopeOnWire } from './feed.ts'

/**
 * The first load of a scope: `GET /v1/snapshot?scope=…[&table=…&after=…]`, lines of JSON, zstd-compressed
 * (`content-encoding: zstd`).
 *
 * 1. one `SnapshotHead`
 * 2. per table a `SnapshotTable`, then its rows ordered by id: a row array in the order of `fields`; for a table with a
 *    field `form` that position holds null and the form follows as a line of its own, kept as text and never parsed
 * 3. one `SnapshotEnd`
 *
 * Pages are read one after another while others write, so a row may be newer than `position`; the desk applies the feed
 * from `position` on top, and a row never replaces a newer version of itself. After a break the desk asks again with the
 * last table and id it holds and the `position` of the first head stays the one to pull from.
 */
export const SnapshotQuery = z.object({
  scope: ScopeOnWire,
  table: TableNameOnWire.optional(),
  after: z.string().max(80).optional(),
})

export type SnapshotQuery = z.infer<typeof SnapshotQuery>

export const SnapshotHead = z.object({
  kind: z.literal('head'),
  scope: ScopeOnWire,
  scopeEpoch: z.string(),
  datasetEpoch: z.string(),
  position: z.int().min(0),
  /** How many rows are coming, for the progress bar; exact counts are in `SnapshotEnd`. */
  estimate: z.int().min(0),
})
export type SnapshotHead = z.infer<typeof SnapshotHead>

export const SnapshotTable = z.object({ kind: z.literal('table'), table: TableNameOnWire, fields: z.array(z.string()) })

export const SnapshotEnd = z.object({ kind: z.literal('end'), counts: z.record(z.string(), z.int().min(0)) })

/**
 * Attachments' bytes: `GET /v1/blobs/{id}` (with `range`) and `PUT /v1/blobs/{id}` as `application/octet-stream`, whole or
 * from an offset (`content-range: bytes 0-99/1000`). The same header with a star in place of the range, without a body, asks how much is there.
 * This header carries the SHA-256 of the whole in hex, both ways.
 */
export const BLOB_HASH_HEADER = 'x-rathaus-sha256'

/** How far a blob has come; answer to every PUT. */
export const BlobProgress = z.object({ id: z.string(), size: z.int().min(0), received: z.int().min(0), complete: z.boolean() })
export type BlobProgress = z.infer<typeof BlobProgress>

/** Largest attachment and largest sum of one submission by default, in bytes. */
export const MAX_BLOB_BYTES = 25 * 1024 * 1024
export const MAX_SUBMISSION_BYTES = 100 * 1024 * 1024
export const MAX_ATTACHMENTS = 20

/** What may be attached: no program, no archive, nothing that carries macros. */
export const ALLOWED_MEDIA_TYPES = [
  'application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'text/plain',
] as const
