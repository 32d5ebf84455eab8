import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { sniff, type MediaType } from '../../../shared/formats/media-type.ts'
import type { AccountId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Scanner, Verdict } from '../../scanning/scanner.ts'
import type { Schema } from '../../store/schema.ts'
import { IS_UNNAMED } from './attachment-row.ts'

/** Largest piece kept in one row. */
const PIECE_BYTES = 256 * 1024

export interface BlobHead {
  readonly id: string
  readonly sha256: string
  readonly size: number
  readonly received: number
  readonly isComplete: boolean
  readonly accountId: string | null
  readonly mediaType: string | null
  readonly scan: 'not-scanned' | 'clean'
}

export interface NewBlob {
  readonly id: string
  readonly sha256: string
  readonly size: number
  readonly accountId: AccountId | null
  readonly begunAt: Instant
}

/** Keeps bytes that are at hand as a whole, in the caller's transaction; the same id again changes nothing. */
export async function keepBlob(
  trx: Kysely<Schema>,
  townId: TownId,
  blob: { readonly id: string; readonly bytes: Uint8Array; readonly sha256: string; readonly at: Instant; readonly scan?: BlobHead['scan'] },
): Promise<void> {
  const begun = await beginBlob(trx, townId, { ...blob, size: blob.bytes.length, accountId: null, begunAt: blob.at })
  if (begun.isComplete) return
  if (!(await appendBytes(trx, townId, begun, blob.bytes.subarray(begun.received)))) throw new Error('two transactions keep the same blob')
  await markComplete(trx, townId, blob.id, { mediaType: sniff(blob.bytes), scan: blob.scan ?? 'not-scanned' })
}

/** The blob as it stands, begun now if it is new. */
export async function beginBlob(trx: Kysely<Schema>, townId: TownId, blob: NewBlob): Promise<BlobHead> {
  await trx
    .insertInto('blobs')
    .values({
      town_id: townId, id: blob.id, sha256: blob.sha256, size: blob.size, account_id: blob.accountId, begun_at: blob.begunAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const head = await findBlob(trx, townId, blob.id)
  if (!head) throw new Error('a blob just begun is gone')
  return head
}

/** What is known of a blob, without its bytes. */
export async function findBlob(db: Kysely<Schema>, townId: TownId, id: string): Promise<BlobHead | undefined> {
  const row = await db
    .selectFrom('blobs')
    .select(['id', 'sha256', 'size', 'received', 'is_complete', 'account_id', 'media_type', 'scan'])
    .where('town_id', '=', townId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id, sha256: row.sha256, size: row.size, received: row.received, isComplete: row.is_complete, accountId: row.account_id,
    mediaType: row.media_type, scan: row.scan,
  }
}

/** Adds bytes after those received; false, with nothing changed, if somebody else added bytes in between. */
export async function appendBytes(trx: Kysely<Schema>, townId: TownId, head: BlobHead, bytes: Uint8Array): Promise<boolean> {
  const received = head.received + bytes.length
  const moved = await trx
    .updateTable('blobs')
    .set({ received })
    .where('town_id', '=', townId)
    .where('id', '=', head.id)
    .where('received', '=', head.received)
    .executeTakeFirst()
  if (Number(moved.numUpdatedRows) !== 1) return false
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const piece = { town_id: townId, blob_id: head.id, start: head.received + start, bytes: bytes.subarray(start, start + PIECE_BYTES) }
    await trx.insertInto('blob_pieces').values(piece).execute()
  }
  return true
}

/** What was found out about bytes when they were all here. */
export interface Judged {
  readonly mediaType: MediaType | null
  readonly scan: BlobHead['scan']
}

export async function markComplete(trx: Kysely<Schema>, townId: TownId, id: string, { mediaType, scan }: Judged): Promise<void> {
  await trx.updateTable('blobs').set({ is_complete: true, media_type: mediaType, scan }).where('town_id', '=', townId).where('id', '=', id).execute()
}

/** The virus scanner has looked at it after it was kept. */
export async function markClean(trx: Kysely<Schema>, townId: TownId, id: string): Promise<void> {
  await trx.updateTable('blobs').set({ scan: 'clean' }).where('town_id', '=', townId).where('id', '=', id).execute()
}

export async function dropBlob(trx: Kysely<Schema>, townId: TownId, id: string): Promise<void> {
  await trx.deleteFrom('blobs').where('town_id', '=', townId).where('id', '=', id).execute()
}

/** What the virus scanner says about everything received. */
export const scanKept = (db: Kysely<Schema>, townId: TownId, id: string, scanner: Scanner): Promise<Verdict> =>
  scanner.scan(readBytes(db, townId, { id, start: 0, end: Number.MAX_SAFE_INTEGER }))

/** What everything received is by its own bytes; a text is judged to its end, anything else by its beginning. */
export async function kindOfBlob(db: Kysely<Schema>, townId: TownId, id: string): Promise<MediaType | null> {
  const parts: Uint8Array[] = []
  for await (const bytes of readBytes(db, townId, { id, start: 0, end: Number.MAX_SAFE_INTEGER })) {
    const kind = parts.length === 0 ? sniff(bytes) : null
    if (kind && kind !== 'text/plain') return kind
    parts.push(bytes)
  }
  return sniff(Buffer.concat(parts))
}

/** SHA-256 over everything received. */
export async function hashOfBlob(db: Kysely<Schema>, townId: TownId, id: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of readBytes(db, townId, { id, start: 0, end: Number.MAX_SAFE_INTEGER })) hash.update(bytes)
  return hash.digest('hex')
}

/** The bytes in `[start, end)`, a piece at a time. */
export async function* readBytes(
  db: Kysely<Schema>,
  townId: TownId,
  { id, start, end }: { readonly id: string; readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  let after = start - PIECE_BYTES
  for (;;) {
    const piece = await db
      .selectFrom('blob_pieces')
      .select(['start', 'bytes'])
      .where('town_id', '=', townId)
      .where('blob_id', '=', id)
      .where('start', '>', after)
      .where('start', '<', end)
      .orderBy('start')
      .limit(1)
      .executeTakeFirst()
    if (!piece) return
    after = piece.start
    const part = piece.bytes.subarray(Math.max(0, start - piece.start), Math.max(0, end - piece.start))
    if (part.length > 0) yield part
  }
}

/** Bytes an account has sent that belong to no record yet. */
export async function unclaimedBytes(db: Kysely<Schema>, townId: TownId, accountId: AccountId): Promise<number> {
  const { rows } = await sql<{ bytes: number | string | null }>`
    select sum(size) as bytes from blobs
    where town_id = ${townId} and account_id = ${accountId}
      and ${IS_UNNAMED}
  `.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}
