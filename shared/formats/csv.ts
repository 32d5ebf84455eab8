/** What a cell of a table holds. Texts are texts even where they look like numbers; a day is `2026-11-22`, without a time. */
export type TableCell = string | number | null | { readonly day: string }

/** Tells programs that what follows is UTF-8; without it, Excel shows umlauts as two strange letters each. */
export const BYTE_ORDER_MARK = '\u{FEFF}'

/**
 * One line of a CSV file as German Excel and LibreOffice open it by a double click (RFC 4180, `;` between the cells, CRLF at
 * the end). A text that a spreadsheet would take for a formula is defused.
 */
export const csvLine = (cells: readonly TableCell[]): string => `${cells.map(csvCell).join(';')}\r\n`

function csvCell(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return quoted(typeof cell === 'string' ? defused(cell) : germanDate(cell.day))
}

const quoted = (text: string): string => (/[";\r\n\t,']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const germanDate = (day: string): string => day.split('-').toReversed().join('.')

/** Characters, plain or full-width, with which a spreadsheet takes a text for a formula. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * A text that no spreadsheet calculates with (OWASP, CSV injection): one that begins like a formula, blanks and invisible
 * characters before it not counted, gets an apostrophe in front.
 */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
