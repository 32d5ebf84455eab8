import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sha256Hex } from '../../../../../shared/canonical.ts'
import type { OpenTable, ShownRowProblem } from '../../../../../shared/contract/notice-import.ts'
import { checkTable, type CheckedTable } from '../../../../../shared/domains/notices/import/check-table.ts'
import { isError, type RowProblem, type RowProblemCode } from '../../../../../shared/domains/notices/import/problems.ts'
import type { Reading, ReadTable, TableRow } from '../../../../../shared/domains/notices/import/table.ts'
import { cut } from '../../../../../shared/text.ts'
import type { CheckAnswer, ImportRequest, NoticesAnswer, ProblemsAnswer, ReadAnswer, SentChoices } from './import-request.ts'
import { readTable } from './read-table.ts'

/** One table with what would become of it, for as long as somebody works on it. */
export interface TableDesk {
  answer(request: ImportRequest): ReadAnswer | CheckAnswer | ProblemsAnswer | NoticesAnswer
}

interface Kept {
  bytes: Uint8Array
  table: ReadTable | null
  choices: SentChoices | null
  checked: CheckedTable | null
}

export function createTableDesk(): TableDesk {
  const kept: Kept = { bytes: new Uint8Array(), table: null, choices: null, checked: null }
  return {
    answer: request => {
      if (request.kind === 'read') {
        kept.bytes = request.isPacked ? inflateRawSync(request.bytes) : request.bytes
        const answer = read(kept, request.reading)
        return answer.ok && !request.isPacked ? { ...answer, packed: deflateRawSync(request.bytes, { level: 1 }) } : answer
      }
      if (request.kind === 'read-again') return read(kept, request.reading)
      if (request.kind === 'check') return check(kept, request.choices)
      if (request.kind === 'problems') return problemsOf(kept, request)
      return (kept.checked?.notices ?? []).map(({ content }) => content)
    },
  }
}

/** A table that was read before stays where the file cannot be read in another way. */
function read(kept: Kept, reading: Reading): ReadAnswer {
  const result = readTable(kept.bytes, reading)
  if (!result.ok) return result
  kept.table = result.value
  kept.checked = null
  return { ok: true, table: openTable(result.value), sha256: sha256Hex(kept.bytes), packed: null }
}

const MOST_EXAMPLE_LETTERS = 80

function openTable({ source, headings, aboveLines, rows }: ReadTable): OpenTable {
  const example = (column: number): string => cut(rows.find(({ cells }) => (cells[column] ?? '').trim() !== '')?.cells[column]?.trim() ?? '', MOST_EXAMPLE_LETTERS)
  const told = source.kind === 'csv' ? source : { ...source, sheets: [...source.sheets], hiddenLines: [...source.hiddenLines] }
  return { source: told, columns: headings.map((heading, column) => ({ heading, example: example(column) })), rows: rows.length, aboveLines: [...aboveLines], look: lookAt(rows) }
}

const MOST_FIRST = 2
const MOST_WITH_UMLAUTS = 3
const MOST_CELLS = 12

/** The first rows, and others that hold more than plain letters: whoever reads them sees whether umlauts are umlauts. */
function lookAt(rows: readonly TableRow[]): OpenTable['look'] {
  const first = rows.slice(0, MOST_FIRST)
  const others: TableRow[] = []
  for (const row of rows.slice(MOST_FIRST)) {
    if (others.length === MOST_WITH_UMLAUTS) break
    if (row.cells.slice(0, MOST_CELLS).some(cell => /[^\u0000-\u007f]/.test(cell))) others.push(row)
  }
  return [...first, ...others].map(({ line, cells }) => ({ line, cells: cells.slice(0, MOST_CELLS).map(cell => cut(cell.trim(), MOST_EXAMPLE_LETTERS)) }))
}

function check(kept: Kept, choices: SentChoices): CheckAnswer {
  const table = tableIn(kept)
  const checked = checkTable(table, choices)
  kept.choices = choices
  kept.checked = checked
  const found: Partial<Record<RowProblemCode, number>> = {}
  for (const { code } of checked.problems) found[code] = (found[code] ?? 0) + 1
  return { sums: checked.sums, found }
}

function problemsOf({ table, choices, checked }: Kept, { only, start, end }: { readonly only: 'errors' | 'hints'; readonly start: number; readonly end: number }): ProblemsAnswer {
  const wanted = (checked?.problems ?? []).filter(problem => isError(problem) === (only === 'errors'))
  if (!table || !choices) return { problems: [], total: 0 }
  const rows = new Map(table.rows.map(({ line, cells }) => [line, cells]))
  const nameColumn = table.headings.indexOf(choices.mapping['name'] ?? '')
  const cellAt = (line: number, column: number): string => choices.mended.get(line)?.get(column) ?? rows.get(line)?.[column] ?? ''
  return { problems: wanted.slice(start, end).map(problem => shown(problem, table, cellAt, nameColumn)), total: wanted.length }
}

/** A cell that is mended on the screen is not longer than this; what is longer was no cell of a list. */
const MOST_CELL_LETTERS = 2_000

function shown(problem: RowProblem, { headings }: ReadTable, cellAt: (line: number, column: number) => string, nameColumn: number): ShownRowProblem {
  const { line, column } = problem
  return {
    ...problem, heading: column === null ? null : (headings[column] ?? null), cell: column === null ? '' : cut(cellAt(line, column), MOST_CELL_LETTERS), name: nameColumn === -1 ? '' : cut(cellAt(line, nameColumn).trim(), MOST_EXAMPLE_LETTERS),
  }
}

function tableIn({ table }: Kept): ReadTable {
  if (!table) throw new Error('there is no table to check')
  return table
}
