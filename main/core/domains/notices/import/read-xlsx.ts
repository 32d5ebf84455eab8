import type { ReadTable } from '../../../../../shared/domains/notices/import/table.ts'
import { refuse, type Result } from '../../../../../shared/result.ts'
import { LIMITS } from './limits.ts'
import { tableOf } from './table-of.ts'
import { bookIn } from './xlsx-book.ts'
import { partsOf } from './xlsx-parts.ts'
import { sheetIn } from './xlsx-sheet.ts'

/** Reads one sheet of a workbook: the one named, otherwise the first that holds a table. Whatever the bytes are, it answers. */
export function readXlsx(bytes: Uint8Array, wanted: string | null): Result<ReadTable> {
  const parts = partsOf(bytes)
  if (parts === 'too-large') return refuse('notices/table-too-large', { most: LIMITS.unpackedBytes / 1024 / 1024 })
  const book = parts === 'no-workbook' ? null : bookIn(parts)
  if (!book) return refuse('notices/table-unreadable')
  const sheets = book.sheets.map(({ name }) => name)
  const candidates = book.sheets.filter(({ name }) => wanted === null || name === wanted)
  let last: Result<ReadTable> = refuse('notices/table-empty')
  for (const { name, content } of candidates) {
    const sheet = sheetIn(content, book)
    if (!sheet) return refuse('notices/table-unreadable')
    last = tableOf({ kind: 'xlsx', sheets, sheet: name, hiddenLines: sheet.hiddenLines }, sheet.rows, LIMITS.workbookRows)
    if (last.ok || last.error.code !== 'notices/table-empty') return last
  }
  return last
}
