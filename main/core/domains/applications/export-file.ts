import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { ExportColumn, ExportFormat } from '../../../../shared/contract/bulk.ts'
import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../../../shared/formats/csv.ts'

type Row = readonly TableCell[]

/** A table as the bytes of a file; texts stay texts in both kinds, whatever they look like. */
export const fileOf = (format: ExportFormat, columns: readonly ExportColumn[], rows: Iterable<Row>): Promise<Buffer> =>
  format === 'csv' ? csvFile(columns, rows) : xlsxFile(columns, rows)

async function csvFile(columns: readonly ExportColumn[], rows: Iterable<Row>): Promise<Buffer> {
  const parts = [Buffer.from(BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title)))]
  for (const row of rows) parts.push(Buffer.from(csvLine(row)))
  return Buffer.concat(parts)
}

const DAY_FORMAT = 'dd.mm.yyyy'
const WIDTHS = { text: 28, number: 12, day: 12 } as const satisfies Record<ExportColumn['kind'], number>

async function xlsxFile(columns: readonly ExportColumn[], rows: Iterable<Row>): Promise<Buffer> {
  const head = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }))
  const sheet: SheetData = [head]
  for (const row of rows) sheet.push(row.map(xlsxCell))
  const file = writeXlsxFile(sheet, {
    sheet: 'Liste', stickyRowsCount: 1, dateFormat: DAY_FORMAT, columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
  })
  return file.toBuffer()
}

/** XML has no signs below the blank but tab and line ends; one such sign in a name must not break the whole file. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const LONGEST_CELL = 32_767

/** With its type, so that nothing has to be guessed: a text that looks like a formula is stored as a text. */
function xlsxCell(cell: TableCell): SheetData[number][number] {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string') return { value: cell.replaceAll(NOT_IN_XML, '').slice(0, LONGEST_CELL), type: String }
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: DAY_FORMAT }
}
