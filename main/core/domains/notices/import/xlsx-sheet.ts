import type { CellMark, TableRow } from '../../../../../shared/domains/notices/import/table.ts'
import { dayOfSerial } from '../../../../../shared/formats/typed-days.ts'
import { LIMITS } from './limits.ts'
import { isTrue, unescaped, type Book } from './xlsx-book.ts'
import { walk } from './xlsx-parts.ts'

/** The rows of a sheet that hold anything. */
export interface Sheet {
  readonly rows: readonly TableRow[]
  readonly hiddenLines: readonly number[]
}

/** As XML has it so far. */
interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string | null
  isFormula: boolean
}

/** Ends early where there are more rows than are taken, with one more than those. */
export function sheetIn(content: Uint8Array, book: Book): Sheet | null {
  const rows: TableRow[] = []
  const hiddenLines: number[] = []
  let line = 0
  let isHidden = false
  let cells: string[] = []
  let marks: CellMark[] = []
  let cell: OpenCell | null = null
  let inside = ''
  const isRead = walk(content, {
    open: (name, attributes) => {
      inside = name
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1)
        isHidden = isTrue(attributes['hidden'])
        cells = []
        marks = []
      }
      if (name === 'c') cell = { column: columnOf(attributes['r']) ?? cells.length, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: null, isFormula: false }
      if (cell && name === 'f') cell.isFormula = true
      if (cell && (name === 'v' || name === 'is')) cell.value = ''
    },
    text: text => { if (cell && (inside === 'v' || inside === 't')) cell.value = `${cell.value ?? ''}${text}` },
    close: name => {
      inside = ''
      if (name === 'c' && cell) {
        put(cells, marks, cell, book)
        cell = null
      }
      if (name !== 'row') return false
      if (cells.some(text => text.trim() !== '') || marks.length > 0) {
        rows.push({ line, cells, marks })
        if (isHidden) hiddenLines.push(line)
      }
      return rows.length > LIMITS.workbookRows + 1
    },
  })
  return isRead ? { rows, hiddenLines } : null
}

/** The widest sheet has this many; a cell far to the right must not make a row of millions. */
const MOST_COLUMNS = 16_384

function put(cells: string[], marks: CellMark[], cell: OpenCell, book: Book): void {
  const { column, isFormula } = cell
  if (column >= MOST_COLUMNS) return
  const { text, mark } = shown(cell, book)
  if (text === '' && !isFormula) return
  while (cells.length < column) cells.push('')
  cells[column] = text.slice(0, LIMITS.cellLetters)
  if (isFormula) marks.push({ column, kind: isCalculated(cell) ? 'formula' : 'no-value' })
  if (mark) marks.push({ column, kind: mark })
}

/** Programs that calculate nothing leave the value out or empty; only a text may be empty. */
const isCalculated = ({ value, type }: OpenCell): boolean => value !== null && (value !== '' || type === 'str')

interface Shown {
  readonly text: string
  readonly mark?: CellMark['kind']
}

/** What a person would type for the value of a cell. */
function shown({ type, value, style }: OpenCell, book: Book): Shown {
  if (value === null) return { text: '' }
  if (type === 's') return { text: book.words[Number(value)] ?? '' }
  if (type === 'str' || type === 'inlineStr') return { text: unescaped(value) }
  if (type === 'b') return { text: value === '1' ? 'WAHR' : 'FALSCH' }
  if (type === 'e') return { text: value, mark: 'error' }
  if (type === 'd') return { text: value.slice(0, 10), mark: 'day' }
  return shownNumber(value, style, book)
}

/** A spreadsheet keeps fifteen digits; what follows is noise of calculating, or, before the comma, lost. */
const KEPT_DIGITS = 15

function shownNumber(value: string, style: number, { formats, startsIn1904 }: Book): Shown {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return { text: value }
  const format = formats[style] ?? { kind: 'plain' }
  if (format.kind === 'day' && number >= 1 && number < 2_958_466) return { text: dayOfSerial(number, startsIn1904), mark: 'day' }
  if (Math.abs(number) >= 10 ** KEPT_DIGITS) return { text: value, mark: 'digits-lost' }
  const text = String(Number(number.toPrecision(KEPT_DIGITS))).replace('.', ',')
  return { text: format.kind === 'zeros' && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text }
}

/** `AB12` is in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 0x40, 0) - 1
}
