import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { AS_FOUND, type ReadTable } from '../../../../../shared/domains/notices/import/table.ts'
import { readTable } from './read-table.ts'
import { aWorkbook, textCell } from './testing.ts'

const HEAD = `<row r="1">${textCell('A1', 'Name')}${textCell('B1', 'Betrag')}${textCell('C1', 'Fällig')}</row>`

function read(bytes: Uint8Array, sheet: string | null = null): ReadTable {
  const result = readTable(bytes, { ...AS_FOUND, sheet })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const bookOf = (rows: string, parts: { readonly words?: string; readonly styles?: string; readonly startsIn1904?: boolean } = {}) => aWorkbook({ sheets: [{ name: 'Liste', rows: `${HEAD}${rows}` }], ...parts })
const cellsOf = (rows: string, parts: Parameters<typeof bookOf>[1] = {}) => read(bookOf(rows, parts)).rows.map(({ cells }) => cells)

describe('a workbook', () => {
  test('of the library that writes ours is read', async () => {
    const day = new Date('2026-03-31T00:00:00Z')
    const content = await writeExcelFile([
      [{ value: 'Name' }, { value: 'Betrag' }, { value: 'Fällig' }],
      [{ value: 'Müller & Söhne' }, { type: Number, value: 1234.5 }, { type: Date, value: day, format: 'dd.mm.yyyy' }],
    ], { sheet: 'Umlage' }).toBuffer()
    expect(read(new Uint8Array(content))).toEqual({
      source: { kind: 'xlsx', sheets: ['Umlage'], sheet: 'Umlage', hiddenLines: [] },
      headings: ['Name', 'Betrag', 'Fällig'], aboveLines: [], raggedLines: [],
      rows: [{ line: 2, cells: ['Müller & Söhne', '1234,5', '2026-03-31'], marks: [{ column: 2, kind: 'day' }] }],
    })
  })

  test('is read from the sheet that was asked for, otherwise from the first that holds a table; hidden sheets are no list', () => {
    const rows = (name: string) => `${HEAD}<row r="2">${textCell('A2', name)}</row>`
    const book = aWorkbook({ sheets: [{ name: 'Hilfe', rows: rows('x'), state: 'hidden' }, { name: 'Leer', rows: '' }, { name: 'Liste', rows: rows('Müller') }, { name: 'Alt', rows: rows('Schulz') }] })
    expect(read(book)).toMatchObject({ source: { sheets: ['Leer', 'Liste', 'Alt'], sheet: 'Liste' }, rows: [{ cells: ['Müller'] }] })
    expect(read(book, 'Alt').rows[0]?.cells).toEqual(['Schulz'])
    expect(readTable(book, { ...AS_FOUND, sheet: 'Leer' })).toMatchObject({ ok: false, error: { code: 'notices/table-empty' } })
  })

  test('tells which rows are hidden, and reads them', () => {
    const { source, rows } = read(bookOf(`<row r="2" hidden="1">${textCell('A2', 'Müller')}</row><row r="3">${textCell('A3', 'Schulz')}</row>`))
    expect(source).toMatchObject({ hiddenLines: [2] })
    expect(rows.map(({ line }) => line)).toEqual([2, 3])
  })

  test('with prefixes before its names, and without numbers of rows and cells, is read', () => {
    const book = aWorkbook({ sheets: [{ name: 'Liste', rows: '<x:row xmlns:x="urn:x"><x:c t="str"><x:v>Name</x:v></x:c><x:c t="str"><x:v>Ort</x:v></x:c></x:row><x:row xmlns:x="urn:x"><x:c t="str"><x:v>Kühn</x:v></x:c></x:row>' }] })
    expect(read(book)).toMatchObject({ headings: ['Name', 'Ort'], rows: [{ line: 2, cells: ['Kühn'] }] })
  })
})

describe('a cell', () => {
  test('with a text shares it, without readings and with all its parts', () => {
    const words = '<si><r><t>Mül</t></r><r><t>ler &amp; Co</t></r><rPh><t>reading</t></rPh></si><si><t>a_x000D_b</t></si>'
    expect(cellsOf('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>7</v></c></row>', { words })).toEqual([['Müller & Co', 'a\rb']])
  })

  test.each([
    ['1234.5', '1234,5'], ['17.849999999999998', '17,85'], ['0.1', '0,1'], ['17', '17'], ['-5', '-5'], ['1.2E3', '1200'], ['39517', '39517'],
  ])('with the number %s holds %s', (value, text) => {
    expect(cellsOf(`<row r="2"><c r="A2"><v>${value}</v></c></row>`)).toEqual([[text]])
  })

  const STYLES = '<numFmts count="4"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="#,##0.00 &quot;day&quot;;[Red]-0"/><numFmt numFmtId="167" formatCode="Standard"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="16"/><xf numFmtId="167"/></cellXfs>'
  const styled = (style: number, value: string) => read(bookOf(`<row r="2"><c r="A2" s="${style}"><v>${value}</v></c></row>`, { styles: STYLES })).rows[0]

  test('shown as a day is one', () => {
    expect(styled(1, '46082')).toMatchObject({ cells: ['2026-03-01'], marks: [{ column: 0, kind: 'day' }] })
    expect(styled(4, '46124')).toMatchObject({ cells: ['2026-04-12'], marks: [{ column: 0, kind: 'day' }] })
    expect(cellsOf('<row r="2"><c r="A2" s="1"><v>44620</v></c></row>', { styles: STYLES, startsIn1904: true })).toEqual([['2026-03-01']])
    expect(cellsOf('<row r="2"><c r="A2" t="d"><v>2026-03-01T00:00:00Z</v></c></row>')).toEqual([['2026-03-01']])
  })

  test('shown with leading zeros has them, and one with words or colours in its format is no day', () => {
    expect(styled(2, '1067')).toMatchObject({ cells: ['01067'], marks: [] })
    expect(styled(3, '46082')).toMatchObject({ cells: ['46082'], marks: [] })
    expect(styled(5, '46082')).toMatchObject({ cells: ['46082'], marks: [] })
  })

  test('that is calculated holds what was calculated last, and is told', () => {
    expect(read(bookOf('<row r="2"><c r="A2" t="str"><f>B2&amp;C2</f><v>Müller</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>""</f><v></v></c></row>')).rows).toEqual([
      { line: 2, cells: ['Müller', '2', ''], marks: [{ column: 0, kind: 'formula' }, { column: 1, kind: 'formula' }, { column: 2, kind: 'formula' }] },
    ])
  })

  test('a formula whose value was left empty was never calculated, as programs write it that calculate nothing; one that gives no text was', () => {
    const rows = `<row r="1">${textCell('A1', 'Betrag')}${textCell('B1', 'Zusatz')}${textCell('C1', 'Name')}</row><row r="2"><c r="A2"><f>12.5*2</f><v></v></c><c r="B2" t="str"><f>""</f><v></v></c>${textCell('C2', 'Müller')}</row>`
    expect(readTable(aWorkbook({ sheets: [{ name: 'Liste', rows }] }), AS_FOUND)).toMatchObject({ value: { rows: [{ marks: [{ column: 0, kind: 'no-value' }, { column: 1, kind: 'formula' }] }] } })
  })

  test('that was never calculated, or could not be, is told', () => {
    expect(read(bookOf(`<row r="2"><c r="A2"><f>B2</f></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`)).rows[0]).toEqual({
      line: 2, cells: ['', '#DIV/0!'], marks: [{ column: 0, kind: 'no-value' }, { column: 1, kind: 'formula' }, { column: 1, kind: 'error' }],
    })
  })

  test('with more digits than a spreadsheet keeps is told', () => {
    expect(read(bookOf('<row r="2"><c r="A2"><v>4.7110000123456E+18</v></c></row>')).rows[0]?.marks).toEqual([{ column: 0, kind: 'digits-lost' }])
  })

  test('far to the right fills no memory', () => {
    const result = readTable(bookOf(`<row r="2">${textCell('A2', 'x')}${textCell('XFD2', 'y')}</row>`), AS_FOUND)
    expect(result).toMatchObject({ ok: false, error: { code: 'notices/table-too-wide', facts: { columns: 16_384 } } })
  })
})

/** The same archive, whose list says that each of its files is so large once it is unpacked. */
function claimingBytes(archive: Uint8Array, bytes: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  for (let at = 0; at + 28 < archive.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, bytes, true)
  return archive
}

describe('a workbook is refused', () => {
  test.each<readonly [string, () => Uint8Array, string]>([
    ['that is another kind of archive', () => zipSync({ 'content.xml': strToU8('<office/>') }), 'notices/table-unreadable'],
    ['that was cut off', () => bookOf('').slice(0, 600), 'notices/table-unreadable'],
    ['whose sheet is broken', () => aWorkbook({ sheets: [{ name: 'Liste', rows: `${HEAD}<row r="2"><c r="A2"><v>1</row>` }] }), 'notices/table-unreadable'],
    ['whose sheet names an entity of its own', () => aWorkbook({ sheets: [{ name: 'Liste', rows: `${HEAD}<row r="2"><c r="A2" t="str"><v>&xxe;</v></c></row>` }] }), 'notices/table-unreadable'],
    ['with headings alone', () => bookOf(''), 'notices/table-empty'],
    ['with too many rows', () => bookOf('<row><c><v>1</v></c></row>'.repeat(50_001)), 'notices/table-too-long'],
    ['that unpacks to more than any table', () => claimingBytes(bookOf(''), 401 * 1024 * 1024), 'notices/table-too-large'],
  ])('%s', (_, bytes, code) => {
    expect(readTable(bytes(), AS_FOUND)).toMatchObject({ ok: false, error: { code } })
  })

  test('or read, whatever stands in its sheet', () => {
    const piece = fc.constantFrom('<row r="2">', '</row>', '<c r="B3">', '<c t="s">', '</c>', '<v>', '</v>', '<f>', '</f>', '9', '-1', 'é', '<is><t>', '</t></is>', '&#0;', '&amp;', '<!DOCTYPE x>', '<row r="x">')
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const result = readTable(aWorkbook({ sheets: [{ name: 'Liste', rows: `${HEAD}${pieces.join('')}` }] }), AS_FOUND)
      expect(result.ok ? result.value.rows.length > 0 : result.error.code.startsWith('notices/table-')).toBe(true)
    }), { verbose: true, numRuns: 300 })
  })
})
