import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { ReadingChoice } from '../../../../../shared/contract/notice-import.ts'
import { ColumnMapping, ForAllRows, KindId } from '../../../../../shared/domains/notices/tables.ts'
import { ok, type Result } from '../../../../../shared/result.ts'
import { Instant, instantFromMs, plusDays } from '../../../../../shared/time.ts'
import type { Database } from '../../../cache/database.ts'
import { attempt } from '../../../cache/failures.ts'
import { statement } from '../../../cache/statements.ts'
import { transact } from '../../../cache/turn.ts'

const Line = z.int().min(1)

/** What a person decided about a table, as it is kept beside its file. */
export const KeptChoices = z.object({
  kindId: KindId.nullable(), fileName: z.string(), size: z.int().min(0), reading: ReadingChoice, mapping: ColumnMapping, fixed: ForAllRows, leftOut: z.array(Line),
  /** Cells that were typed anew: line, column, text. */
  mended: z.array(z.tuple([Line, z.int().min(0), z.string()])),
})
export type KeptChoices = z.infer<typeof KeptChoices>

/** A table on its way to a run that lies in the cache. */
export interface KeptImport {
  readonly id: string
  readonly begunAt: Instant
  readonly choices: KeptChoices
}

/** Nobody goes on with a table after so long; names and amounts of thousands of people are not kept for nothing. */
const KEPT_DAYS = 14

/** Each written for itself, so that the desk answers in between. */
const PIECE_BYTES = 512 * 1024

/** Keeps the file of a table, packed, with what was decided so far; ends early where `isWanted` says so. */
export async function keepImport(db: Database, { id, begunAt, choices }: KeptImport, packed: Uint8Array, isWanted: () => boolean): Promise<Result<unknown>> {
  let kept: Result<unknown> = attempt(() => transact(db, () => {
    forgetImports(db)
    statement(db, 'INSERT INTO notice_imports (id, begun_at, packed_bytes, draft) VALUES (?, ?, ?, ?)').run(id, begunAt, packed.length, JSON.stringify(choices))
  }))
  for (let start = 0; start < packed.length && kept.ok; start += PIECE_BYTES) {
    await setImmediate()
    if (!isWanted()) return ok({})
    const piece = packed.subarray(start, start + PIECE_BYTES)
    kept = attempt(() => transact(db, () => statement(db, 'INSERT INTO notice_import_pieces (import_id, position, content) VALUES (?, ?, ?)').run(id, start, piece)))
  }
  return kept
}

/** Keeps what has been decided since; nothing happens where the table itself is not kept. */
export const keepChoices = (db: Database, id: string, choices: KeptChoices): Result<unknown> =>
  attempt(() => statement(db, 'UPDATE notice_imports SET draft = ? WHERE id = ?').run(JSON.stringify(choices), id))

/** Nothing of any table stays. */
export const forgetImports = (db: Database): void => void statement(db, 'DELETE FROM notice_imports').run()

interface Found {
  readonly id: string
  readonly begun_at: string
  readonly draft: string
}

const WHOLE = 'SELECT id, begun_at, draft FROM notice_imports WHERE packed_bytes = (SELECT sum(length(content)) FROM notice_import_pieces WHERE import_id = notice_imports.id)'

/** What was kept when the desk was closed; what is too old, or was not kept to its end, is forgotten. */
export function keptImport(db: Database, nowMs: number): KeptImport | null {
  const found = statement(db, WHOLE).get() as Found | undefined
  const begunAt = Instant.safeParse(found?.begun_at).data
  const choices = KeptChoices.safeParse(found && JSON.parse(found.draft)).data
  if (found && begunAt && choices && plusDays(begunAt, KEPT_DAYS) > instantFromMs(nowMs)) return { id: found.id, begunAt, choices }
  // Where nothing can be written, nothing old is shown either.
  attempt(() => forgetImports(db))
  return null
}

/** The file of a table as it was packed. */
export const packedFile = (db: Database, id: string): Uint8Array =>
  Buffer.concat(statement(db, 'SELECT content FROM notice_import_pieces WHERE import_id = ? ORDER BY position').pluck().all(id) as Uint8Array[])
