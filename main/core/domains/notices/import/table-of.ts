import type { ReadTable, TableRow, TableSource } from '../../../../../shared/domains/notices/import/table.ts'
import { ok, refuse, type Result } from '../../../../../shared/result.ts'
import { LIMITS } from './limits.ts'

/** A title above the headings fills a cell or two; headings stand above most of the columns. */
const LOOKED_AT_ROWS = 20

/** A table of rows that hold anything, headings first; refused where it is larger than anybody's list, or empty. */
export function tableOf(source: TableSource, filled: readonly TableRow[], mostRows: number): Result<ReadTable> {
  const start = headingsAt(filled)
  const [head, ...rows] = filled.slice(start)
  if (!head || rows.length === 0) return refuse('notices/table-empty')
  if (rows.length > mostRows) return refuse('notices/table-too-long', { most: mostRows })
  const width = filled.reduce((most, { cells }) => Math.max(most, widthOf(cells)), 0)
  if (width > LIMITS.columns) return refuse('notices/table-too-wide', { columns: width, most: LIMITS.columns })
  const own = widthOf(head.cells)
  const raggedLines = rows.filter(({ cells }) => widthOf(cells) > own || (source.kind === 'csv' && cells.length < own)).map(({ line }) => line)
  return ok({ source, headings: headingsOf(head.cells, width), aboveLines: filled.slice(0, start).map(({ line }) => line), raggedLines, rows })
}

function headingsAt(filled: readonly TableRow[]): number {
  const counts = filled.slice(0, LOOKED_AT_ROWS).map(({ cells }) => cells.filter(cell => cell.trim() !== '').length)
  const most = Math.max(0, ...counts)
  return Math.max(0, counts.findIndex(count => count * 2 > most))
}

/** Up to the last cell that holds anything. */
const widthOf = (cells: readonly string[]): number => cells.findLastIndex(cell => cell.trim() !== '') + 1

/** Each heading once, and none empty: the second `Betrag` is `Betrag (2)`, a column without heading is called by its letter. */
function headingsOf(cells: readonly string[], width: number): readonly string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, index) => {
    const heading = cells[index]?.replaceAll(/\s+/g, ' ').trim().slice(0, 190) || columnName(index)
    const count = (seen.get(heading) ?? 0) + 1
    seen.set(heading, count)
    return count === 1 ? heading : `${heading} (${count})`
  })
}

const LETTERS = 26

/** As spreadsheets call their columns: A to Z, then AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(0x41 + (index % LETTERS))
  return index < LETTERS ? letter : `${columnName(Math.floor(index / LETTERS) - 1)}${letter}`
}
