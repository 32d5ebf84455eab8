import { CsvError, parse } from 'csv-parse/sync'
import { SEPARATORS, type Reading, type ReadTable, type Separator, type TableRow } from '../../../../../shared/domains/notices/import/table.ts'
import { ok, refuse, type Result } from '../../../../../shared/result.ts'
import { decodedAs, decodeText } from './decode-text.ts'
import { LIMITS } from './limits.ts'
import { tableOf } from './table-of.ts'

/** So many lines decide about the separator. */
const LOOKED_AT_LINES = 20
const LOOKED_AT_LETTERS = 200_000
/** A row that is longer holds a quotation mark that nobody closed. */
const MOST_RECORD_LETTERS = 1_000_000

/** Reads a text table of any encoding and separator that German offices use. Whatever the bytes are, it answers. */
export function readCsv(bytes: Uint8Array, { encoding: chosen, separator: chosenSeparator }: Pick<Reading, 'encoding' | 'separator'>): Result<ReadTable> {
  const decoded = chosen ? decodedAs(bytes, chosen) : decodeText(bytes)
  if (!decoded || /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/u.test(decoded.text.slice(0, 10_000))) return refuse('notices/table-unreadable')
  // One kind of line end, so that lines within cells are counted once each.
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\u001A+\s*$/, '').replaceAll(/\r\n?/g, '\n')
  const { separator, body, skipped } = separatorOf(text, chosenSeparator)
  const read = recordsIn(body, separator)
  if (!read.ok) return read
  const rows = read.value.map(row => ({ ...row, line: row.line + skipped }))
  const filled = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  const { encoding, why } = decoded
  return tableOf({ kind: 'csv', encoding, why, separator, blankLines: rows.length - filled.length }, filled, LIMITS.csvRows)
}

interface Separated {
  readonly separator: Separator
  readonly body: string
  /** Lines before the table itself. */
  readonly skipped: number
}

/** Excel writes and reads `sep=;` before a table; otherwise the sign that parts the first lines most evenly. */
function separatorOf(text: string, chosen: Separator | null): Separated {
  const [said, sign] = /^sep=([;,\t])\n/i.exec(text) ?? []
  const named = SEPARATORS.find(separator => separator === sign)
  if (said && named) return { separator: chosen ?? named, body: text.slice(said.length), skipped: 1 }
  if (chosen) return { separator: chosen, body: text, skipped: 0 }
  const lines = text.slice(0, LOOKED_AT_LETTERS).replaceAll(/"(?:[^"]|"")*"/g, '').split('\n', LOOKED_AT_LINES)
  // A title above the table holds none of them.
  const start = lines.findIndex(line => SEPARATORS.some(separator => line.includes(separator)))
  const scores = SEPARATORS.map(separator => ({ separator, score: evenness(lines.slice(Math.max(0, start)).map(line => line.split(separator).length - 1)) }))
  const best = scores.toSorted((one, other) => other.score - one.score)[0]
  return { separator: best && best.score > 0 ? best.separator : ';', body: text, skipped: 0 }
}

/** How often the heading holds a sign, where most lines hold it as often; commas in German amounts and addresses come and go. */
function evenness(counts: readonly number[]): number {
  const [first = 0] = counts
  const alike = counts.filter(count => count === first).length
  return first * (alike / counts.length)
}

function recordsIn(text: string, separator: Separator): Result<readonly TableRow[]> {
  const rows: TableRow[] = []
  let before = 0
  try {
    parse(text, {
      delimiter: separator, record_delimiter: '\n', relax_column_count: true, relax_quotes: true, max_record_size: MOST_RECORD_LETTERS,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: before + 1, cells, marks: [] })
        before = lines
        return null
      },
    })
    return ok(rows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE' ? refuse('notices/table-quote-open', { line: before + 1 }) : refuse('notices/table-unreadable')
  }
}
