import { readAmount } from '../../../formats/typed-numbers.ts'
import type { NoticeContent } from '../content.ts'
import type { ColumnMapping } from '../tables.ts'
import { AMOUNT_FIELDS } from './columns.ts'
import { joinRows } from './join-rows.ts'
import type { FixedValues } from './mapping.ts'
import type { RowProblem } from './problems.ts'
import { readRow } from './read-row.ts'
import { cellReader } from './row-cells.ts'
import type { ReadTable, TableRow } from './table.ts'

/** What a person decided about a table that was read. */
export interface ImportChoices {
  readonly mapping: ColumnMapping
  readonly fixed: FixedValues
  /** Cells that were typed anew, by line and column. */
  readonly mended: ReadonlyMap<number, ReadonlyMap<number, string>>
  /** Lines that become no notice. */
  readonly leftOut: ReadonlySet<number>
}

/** What would become of a table. */
export interface CheckedTable {
  readonly notices: readonly { readonly lines: readonly number[]; readonly content: NoticeContent }[]
  /** By line, within one the columns in order. */
  readonly problems: readonly RowProblem[]
  readonly sums: ImportSums
}

/** The reckoning before a run is begun. */
export interface ImportSums {
  readonly rows: number
  readonly letters: number
  readonly cents: number
  /** Null where there are no letters. */
  readonly firstDue: string | null
  readonly lastDue: string | null
  /** Lines with an error, and those that belong to a notice with one. */
  readonly faultyRows: number
  readonly leftOutRows: number
}

/** Reads every row of a table by what was decided, joins those that belong together, and tells what is wrong. Never throws, whatever the cells hold. */
export function checkTable(table: ReadTable, { mapping, fixed, mended, leftOut }: ImportChoices): CheckedTable {
  const rows = table.rows.filter(({ line }) => !leftOut.has(line)).map(row => mendedRow(row, mended.get(row.line)))
  const rules = { mapping, isAmongEnglish: isAmongEnglish(table.headings, rows, mapping) }
  const cellsOf = cellReader(table.headings, mapping, fixed)
  const strange = strangeLines(table)
  const read = rows.map(row => {
    const cells = cellsOf(row)
    for (const code of strange.get(row.line) ?? []) cells.tell(null, code)
    return { row, cells, said: readRow(cells, rules) }
  })
  const joined = joinRows(read)
  const notices = joined.flatMap(({ lines, content }) => (content ? [{ lines, content }] : []))
  const problems = read.flatMap(({ cells }) => cells.problems.toSorted((one, other) => (one.column ?? -1) - (other.column ?? -1)))
  const dues = notices.map(({ content }) => content.dueDay).toSorted()
  return {
    notices, problems,
    sums: {
      rows: table.rows.length, letters: notices.length, cents: notices.reduce((sum, { content }) => sum + content.totalCents, 0), firstDue: dues[0] ?? null, lastDue: dues.at(-1) ?? null,
      faultyRows: joined.filter(({ content }) => !content).reduce((count, { lines }) => count + lines.length, 0), leftOutRows: table.rows.length - rows.length,
    },
  }
}

/** What a person typed is neither calculated nor spoilt any more. */
function mendedRow(row: TableRow, cells: ReadonlyMap<number, string> | undefined): TableRow {
  if (!cells) return row
  const width = Math.max(row.cells.length, ...[...cells.keys()].map(column => column + 1))
  return { ...row, cells: Array.from({ length: width }, (_, column) => cells.get(column) ?? row.cells[column] ?? ''), marks: row.marks.filter(({ column }) => !cells.has(column)) }
}

function isAmongEnglish(headings: readonly string[], rows: readonly TableRow[], mapping: ColumnMapping): boolean {
  const columns = [...AMOUNT_FIELDS.map(({ amount }) => amount), 'total'].map(field => headings.indexOf(mapping[field] ?? '')).filter(column => column !== -1)
  return rows.some(({ cells }) => columns.some(column => {
    const amount = readAmount(cells[column] ?? '')
    return amount.ok && amount.value.isEnglish
  }))
}

function strangeLines({ source, raggedLines }: ReadTable): ReadonlyMap<number, readonly ('hidden' | 'ragged')[]> {
  const hidden = source.kind === 'xlsx' ? source.hiddenLines : []
  const lines = [...hidden.map(line => [line, 'hidden'] as const), ...raggedLines.map(line => [line, 'ragged'] as const)]
  return new Map([...Map.groupBy(lines, ([line]) => line)].map(([line, found]) => [line, found.map(([, code]) => code)]))
}
