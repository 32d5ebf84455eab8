import { createHash, createPrivateKey, createPublicKey, sign, type JsonWebKey } from 'node:crypto'
import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Zip, ZipDeflate } from 'fflate'
import { sql, type Kysely } from 'kysely'
import { BYTE_ORDER_MARK, csvLine } from '../../shared/formats/csv.ts'
import type { Schema } from '../store/schema.ts'
import { townKey } from '../store/town-keys.ts'
import type { AuditCondition } from './conditions.ts'
import { CSV_HEADS, csvCells, readMe, type ExportFacts } from './export-words.ts'
import { toldEntries, type LogRow } from './search.ts'

const PAGE = 500

/** What is given out, and how the database is asked for it. */
interface ExportOrder extends ExportFacts {
  readonly condition: AuditCondition
}

/**
 * Entries as a ZIP that anybody checks with `sha256sum` and `openssl`: the very texts that were hashed (`eintraege.jsonl`),
 * the same to be read (`eintraege.csv`), the steps (`LIESMICH.txt`), sums, signature and key. Written while it is read.
 */
export function auditZip(db: Kysely<Schema>, order: ExportOrder): Readable {
  const out = new PassThrough()
  const zip = new Zip((error, chunk, isLast) => {
    if (error) out.destroy(error)
    else out.write(chunk)
    if (isLast) out.end()
  })
  void writeAll(zip, out, db, order).catch((error: Error) => out.destroy(error))
  return out
}

async function writeAll(zip: Zip, out: PassThrough, db: Kysely<Schema>, order: ExportOrder): Promise<void> {
  const sums: string[] = []
  const { kid, jwk } = await townKey(db, 'audit_keys', order.reader.townId, order.now)
  const add = async (name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => void sums.push(`${await writeFile(zip, out, name, pieces)}  ${name}\n`)
  const publicKey = createPublicKey({ key: publicHalf(jwk), format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
  await add('LIESMICH.txt', [readMe(order, kid)])
  await add('schluessel.pem', [publicKey])
  await add('eintraege.jsonl', jsonLines(db, order))
  await add('eintraege.csv', csvLines(db, order))
  const listed = sums.join('')
  await writeFile(zip, out, 'SHA256SUMS', [listed])
  await writeBytes(zip, out, 'SHA256SUMS.sig', [sign(null, Buffer.from(listed), createPrivateKey({ key: jwk, format: 'jwk' }))])
  zip.end()
}

const publicHalf = ({ kty, crv, x }: JsonWebKey): JsonWebKey => ({ kty: String(kty), crv: String(crv), x: String(x) })

async function writeFile(zip: Zip, out: PassThrough, name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
  const hash = createHash('sha256')
  await writeBytes(zip, out, name, hashed(pieces, hash))
  return hash.digest('hex')
}

async function* hashed(pieces: AsyncIterable<string> | Iterable<string>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const bytes = new TextEncoder().encode(piece)
    hash.update(bytes)
    yield bytes
  }
}

async function writeBytes(zip: Zip, out: PassThrough, name: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const gone = new AbortController()
  const stop = (): void => gone.abort()
  out.once('close', stop)
  const entry = new ZipDeflate(name, { level: 6 })
  zip.add(entry)
  for await (const bytes of pieces) {
    if (out.destroyed) break
    entry.push(new Uint8Array(bytes))
    if (out.writableNeedDrain) await once(out, 'drain', { signal: gone.signal })
  }
  entry.push(new Uint8Array(), true)
  out.off('close', stop)
}

/** The text of an entry as it was hashed, with the hash before: each line can be checked by itself. */
async function* jsonLines(db: Kysely<Schema>, order: ExportOrder): AsyncGenerator<string> {
  for await (const rows of pagesOf(db, order))
    yield rows.map(({ audit_position: number, position, entry, hash, previous }) => `${JSON.stringify({ number, position, previous, hash, entry })}\n`).join('')
}

async function* csvLines(db: Kysely<Schema>, order: ExportOrder): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${csvLine([...CSV_HEADS])}`
  for await (const rows of pagesOf(db, order)) {
    const told = await toldEntries(db, order.reader, rows)
    yield told.map((entry, index) => csvLine(csvCells(entry, rows[index]?.hash ?? ''))).join('')
  }
}

type ExportedRow = LogRow & { readonly previous: string }

/** Oldest first, up to the head that the order names. */
async function* pagesOf(db: Kysely<Schema>, { reader: { townId }, condition: { source, where }, head }: ExportOrder): AsyncGenerator<readonly ExportedRow[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<ExportedRow>`
      select l.audit_position, l.position, l.entry, l.hash,
        coalesce((select b.hash from audit_log as b where b.town_id = ${townId} and b.audit_position = l.audit_position - 1), '') as previous
      from ${source} where ${where} and l.audit_position > ${after}::bigint and l.audit_position <= ${head.entries}::bigint
      order by l.audit_position limit ${PAGE}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    after = rows.at(-1)?.audit_position ?? after
  }
}

/** How many entries a question has, none beyond the head counted. */
export async function countEntries(db: Kysely<Schema>, { source, where }: AuditCondition, head: ExportOrder['head'], most: number): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from (select from ${source} where ${where} and l.audit_position <= ${head.entries}::bigint limit ${most + 1}) as found`.execute(db)
  return rows[0]?.count ?? 0
}
