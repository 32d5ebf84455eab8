import type { LetterBlock } from './letter.ts'
import { filled, variablesIn, type Lists, type Values } from './fill.ts'

/** How many columns fit beside each other on a sheet. */
export const MOST_COLUMNS = 4

type TableBlock = Extract<LetterBlock, { readonly kind: 'table' }>

/** A line of a table, `| a | b |`; the last one may be its sum, `|= a | b |`. */
export const isTableLine = (line: string): boolean => line.startsWith('|')

const isTotal = (line: string): boolean => line.startsWith('|=')

const cellsOf = (line: string): readonly string[] =>
  line.replace(/^\|=?/, '').replace(/\|\s*$/, '').split('|').map(cell => cell.trim())

interface TemplateTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

/** The lines of a table as a template has them: the first one is its head. */
function readTable(lines: readonly string[]): TemplateTable {
  const [head = '', ...rest] = lines
  const total = rest.find(isTotal)
  return { head: cellsOf(head), rows: rest.filter(line => !isTotal(line)).map(cellsOf), total: total === undefined ? null : cellsOf(total) }
}

/** The list of which a line names one entry after the other, or undefined for a line that stands as it is. */
const listOf = (cells: readonly string[], lists: Lists): string | undefined =>
  cells.flatMap(variablesIn).map(name => name.split('.')[0] ?? '').find(list => lists.has(list))

/** The table filled in: a line that names something of a list stands once for each of its entries. None without rows. */
export function tableOf(lines: readonly string[], values: Values, lists: Lists): readonly TableBlock[] {
  const { head, rows, total } = readTable(lines)
  const fill = (cells: readonly string[], entry: Values): string[] => cells.map(cell => cellText(cell, values, entry))
  const all = rows.flatMap(cells => {
    const list = listOf(cells, lists)
    return list === undefined ? [fill(cells, NOTHING)] : (lists.get(list) ?? []).map(entry => fill(cells, entry))
  })
  if (all.length === 0) return []
  return [{ kind: 'table', head: fill(head, NOTHING), rows: all, total: total && fill(total, NOTHING) }]
}

const NOTHING: Values = new Map()

/** What an entry does not have (an area nobody knows) leaves its cell empty. */
const cellText = (cell: string, values: Values, entry: Values): string =>
  filled(cell, new Map([...values, ...[...entry].map(([name, text]) => [name, text || ' '] as const)])).replaceAll(/\s*\n\s*/g, ' ').trim()

export const TABLE_PROBLEMS = ['table-uneven', 'table-wide', 'table-empty', 'table-total', 'row-mixed'] as const

/** What is wrong with the lines of a table, each kind once. */
export function tableProblems(lines: readonly string[], listNames: readonly string[]): readonly (typeof TABLE_PROBLEMS)[number][] {
  const { head, rows, total } = readTable(lines)
  const lists: Lists = new Map(listNames.map(name => [name, []]))
  const totals = lines.flatMap((line, index) => (isTotal(line) ? [index] : []))
  const wrong: Readonly<Record<(typeof TABLE_PROBLEMS)[number], boolean>> = {
    'table-uneven': [...rows, ...(total === null ? [] : [total])].some(cells => cells.length !== head.length),
    'table-wide': head.length > MOST_COLUMNS,
    'table-empty': rows.length === 0,
    'table-total': totals.length > 1 || (totals.length === 1 && totals[0] !== lines.length - 1) || totals[0] === 0,
    'row-mixed': rows.some(cells => new Set(cells.flatMap(variablesIn).map(name => name.split('.')[0] ?? '').filter(list => lists.has(list))).size > 1),
  }
  return TABLE_PROBLEMS.filter(problem => wrong[problem])
}
