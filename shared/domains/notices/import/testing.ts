import type { ImportChoices } from './check-table.ts'
import { guessMapping } from './mapping.ts'
import type { ReadTable, TableRow } from './table.ts'

/** A row of a list by its headings; everything about it is right. */
export const A_ROW = {
  Kassenzeichen: '70.4711.00012', Anrede: 'Frau', Vorname: 'Änne', Name: 'Großkopf', Straße: 'Lange Straße', Hausnummer: '12 a', PLZ: '39517', Ort: 'Tangerhütte', Gemarkung: 'Lüderitz', Flur: '3',
  Flurstück: '12/4', Fläche: '12.450', Eigenschaft: 'Eigentümer', Zeitraum: '2025', Betrag: '14,57', Fälligkeit: '15.04.2026',
} as const

/** A table of such rows with what each has otherwise; its headings are those of the first. */
export function aTable(rows: readonly Readonly<Record<string, string>>[], marks: TableRow['marks'] = []): ReadTable {
  const full = rows.map((row): Readonly<Record<string, string>> => ({ ...A_ROW, ...row }))
  const headings = Object.keys(full[0] ?? A_ROW)
  return {
    source: { kind: 'csv', encoding: 'utf-8', why: 'valid', separator: ';', blankLines: 0 }, headings, aboveLines: [], raggedLines: [],
    rows: full.map((row, index) => ({ line: index + 2, cells: headings.map(heading => row[heading] ?? ''), marks })),
  }
}

/** What the desk would propose for a table. */
export const choicesFor = ({ headings }: ReadTable, overrides: Partial<ImportChoices> = {}): ImportChoices => ({ mapping: guessMapping(headings, {}), fixed: {}, mended: new Map(), leftOut: new Set(), ...overrides })
