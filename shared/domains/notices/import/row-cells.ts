import { cut } from '../../../text.ts'
import type { ColumnMapping } from '../tables.ts'
import { GARBLED, tidied, unsettable } from './letters.ts'
import type { FixedValues } from './mapping.ts'
import type { RowProblem, RowProblemCode } from './problems.ts'
import type { CellMark, TableRow } from './table.ts'

/** A row as fields ask it, and what was found to be wrong with it on the way. */
export interface RowCells {
  readonly line: number
  readonly problems: RowProblem[]
  /** The tidied text of a field: from its column, otherwise what holds for all rows, otherwise empty. */
  text(field: string): string
  /** As it was typed, with its line ends. */
  typed(field: string): string
  has(field: string): boolean
  tell(field: string | null, code: RowProblemCode, found?: string): void
}

const MOST_FOUND_LETTERS = 120

/** Fields in which a spreadsheet likes to make a day of what was none: `1-3`, `12/4`. */
const NEVER_A_DAY: ReadonlySet<string> = new Set(['houseNumber', 'parcelNumber', 'section', 'reference', 'postalCode', 'amount', 'area'])

const MARKED: Readonly<Record<Exclude<CellMark['kind'], 'day'>, RowProblemCode>> = { formula: 'formula', 'no-value': 'no-value', error: 'cell-error', 'digits-lost': 'digits-lost' }

/** Reads rows by the columns of a mapping; what is wrong with a cell whatever it means is told at once. */
export function cellReader(headings: readonly string[], mapping: ColumnMapping, fixed: FixedValues): (row: TableRow) => RowCells {
  const columns = new Map(Object.entries(mapping).flatMap(([field, heading]) => {
    const column = headings.indexOf(heading)
    return column === -1 ? [] : [[field, column] as const]
  }))
  const fields = new Map([...columns].map(([field, column]) => [column, field]))
  return row => {
    const problems: RowProblem[] = []
    const typed = (field: string): string => {
      const column = columns.get(field)
      return column === undefined ? (fixed[field] ?? '') : (row.cells[column] ?? '')
    }
    const tell: RowCells['tell'] = (field, code, found = field === null ? '' : typed(field)) =>
      void problems.push({ line: row.line, column: field === null ? null : (columns.get(field) ?? null), field, found: cut(found, MOST_FOUND_LETTERS), code })
    for (const [column, field] of fields) {
      for (const { kind } of row.marks.filter(mark => mark.column === column))
        if (kind !== 'day') tell(field, MARKED[kind])
        else if (NEVER_A_DAY.has(field)) tell(field, 'day-instead')
      tellLetters(row.cells[column] ?? '', (code, found) => tell(field, code, found))
    }
    return { line: row.line, problems, typed, tell, text: field => tidied(typed(field)), has: field => tidied(typed(field)) !== '' }
  }
}

function tellLetters(cell: string, tell: (code: RowProblemCode, found?: string) => void): void {
  if (GARBLED.test(cell)) return tell('garbled')
  const letter = unsettable(tidied(cell))
  if (letter !== null) tell('unknown-letter', letter)
}
