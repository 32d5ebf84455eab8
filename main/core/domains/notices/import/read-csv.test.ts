import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AS_FOUND, type Encoding, type EncodingReason, type ReadTable, type TableSource } from '../../../../../shared/domains/notices/import/table.ts'
import { csvLine } from '../../../../../shared/formats/csv.ts'
import type { Result } from '../../../../../shared/result.ts'
import { readTable } from './read-table.ts'
import { cp850, utf16, utf8, windows1252 } from './testing.ts'

const TABLE = 'Name;Straße;Ort\r\nMüller;Große Gärtnerstraße 1;Tangerhütte\r\nÖzdemir;Äußere Allee 2;Lüderitz\r\n'

const read = (bytes: Uint8Array): ReadTable => valueOf(readTable(bytes, AS_FOUND))

function valueOf(result: Result<ReadTable>): ReadTable {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const refusalOf = (bytes: Uint8Array) => {
  const result = readTable(bytes, AS_FOUND)
  return result.ok ? null : result.error
}

describe('the encoding', () => {
  test.each<readonly [string, Uint8Array, Encoding, EncodingReason]>([
    ['UTF-8 with a mark', utf8(`\u{FEFF}${TABLE}`), 'utf-8', 'mark'],
    ['UTF-8', utf8(TABLE), 'utf-8', 'valid'],
    ['Windows-1252', windows1252(TABLE), 'windows-1252', 'umlauts'],
    ['DOS', cp850(TABLE), 'cp850', 'umlauts'],
    ['UTF-16, little end first', utf16(TABLE, true), 'utf-16le', 'mark'],
    ['UTF-16, big end first', utf16(TABLE, false), 'utf-16be', 'mark'],
    ['UTF-16 without a mark', utf16(TABLE, true, false), 'utf-16le', 'zeros'],
    ['UTF-8 that was taken for Windows-1252', utf8(new TextDecoder('windows-1252').decode(utf8(TABLE))), 'utf-8-twice', 'umlauts'],
  ])('%s is known and told', (_, bytes, encoding, why) => {
    const { source, headings, rows } = read(bytes)
    expect(source).toMatchObject({ kind: 'csv', encoding, why, separator: ';' })
    expect([headings, ...rows.map(({ cells }) => cells)]).toEqual([
      ['Name', 'Straße', 'Ort'], ['Müller', 'Große Gärtnerstraße 1', 'Tangerhütte'], ['Özdemir', 'Äußere Allee 2', 'Lüderitz'],
    ])
  })

  test('does not matter where no letter needs one', () => {
    expect(read(utf8('Name;Ort\nSchulz;Stendal\n')).source).toMatchObject({ encoding: 'utf-8', why: 'plain' })
  })

  test('is Windows-1252 with quotation marks and the euro sign, too', () => {
    const { source, rows } = read(windows1252('Name;Betrag\r\nGasthof „Zur Post“ – Inhaberin Kühn;17,85 €\r\n'))
    expect(source).toMatchObject({ encoding: 'windows-1252' })
    expect(rows[0]?.cells).toEqual(['Gasthof „Zur Post“ – Inhaberin Kühn', '17,85 €'])
  })

  test('is DOS where sharp s alone tells it', () => {
    expect(read(cp850('Name;Ort\r\nSchulz;Dorfstraße 1\r\n'))).toMatchObject({ source: { encoding: 'cp850' }, rows: [{ cells: ['Schulz', 'Dorfstraße 1'] }] })
  })

  test('is UTF-8 with a few broken letters, which stay visible', () => {
    const bytes = Uint8Array.from([...utf8(TABLE), ...utf8('Schmi'), 0xe4, ...utf8('dt;;\r\n')])
    expect(read(bytes)).toMatchObject({ source: { encoding: 'utf-8', why: 'broken' } })
    expect(read(bytes).rows.at(-1)?.cells[0]).toBe('Schmi\uFFFDdt')
  })
})

describe('the separator', () => {
  test.each([
    [';', 'Name;Betrag;Ort\nMüller, Anna;1.234,50;Stendal\nSchulz, Karl;17,85;Tangermünde\n'],
    [',', 'Name,Betrag,Ort\n"Müller; Anna","1.234,50",Stendal\nSchulz,17.85,"a;b;c"\n'],
    ['\t', 'Name\tBetrag\tOrt\nMüller, Anna\t1.234,50\tStendal; Altmark\n'],
  ] as const)('is %j', (separator, text) => {
    const { source, headings } = read(utf8(text))
    expect((source as Extract<TableSource, { kind: 'csv' }>).separator).toBe(separator)
    expect(headings).toEqual(['Name', 'Betrag', 'Ort'])
  })

  test('is what the file says of itself, and lines are counted with that', () => {
    expect(read(utf8('sep=,\r\nName,Ort\r\nMüller,Stendal\r\n'))).toMatchObject({ source: { separator: ',' }, headings: ['Name', 'Ort'], rows: [{ line: 3, cells: ['Müller', 'Stendal'] }] })
  })

  test('is looked for below a title, and not among the commas of amounts', () => {
    expect(read(utf8('Bescheidliste\nName,Ort\nMüller,Stendal\n'))).toMatchObject({ headings: ['Name', 'Ort'], aboveLines: [1] })
    expect(read(utf8('a;b;c\n1,00;2,00;3,00\n1,00;2,00;"3,00,00"\n')).headings).toEqual(['a', 'b', 'c'])
  })

  test('is not needed for one column', () => {
    expect(read(utf8('Name\nMüller\n'))).toMatchObject({ headings: ['Name'], rows: [{ cells: ['Müller'] }] })
  })
})

describe('rows', () => {
  test('have the line in which they begin, with quotes, line ends inside, and blank lines between', () => {
    const { rows, source } = read(utf8('Name;Zusatz\r\n"Gasthof ""Zur Post""\r\nErben";x\r\n\r\nSchulz;y\r\n;\r\nKühn;z'))
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([[2, 'Gasthof "Zur Post"\nErben', 'x'], [5, 'Schulz', 'y'], [7, 'Kühn', 'z']])
    expect(source).toMatchObject({ blankLines: 2 })
  })

  test('with more or fewer cells than headings are told', () => {
    expect(read(utf8('a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;\n'))).toMatchObject({ headings: ['a', 'b', 'c', 'D'], raggedLines: [3, 4] })
  })

  test('keep a quotation mark in the middle of a cell', () => {
    expect(read(utf8('a;b\n12" Rohr;"x" y\n')).rows[0]?.cells).toEqual(['12" Rohr', '"x" y'])
  })

  test('end with any line end, and with none', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(read(utf8(`a;b${end}1;2${end}3;4`)).rows.map(({ line, cells }) => [line, ...cells])).toEqual([[2, '1', '2'], [3, '3', '4']])
  })
})

describe('headings', () => {
  test('stand below a title', () => {
    expect(read(utf8('Bescheidliste 2025;;\n;;\nName;Ort;Betrag\nMüller;Stendal;1\n'))).toMatchObject({ headings: ['Name', 'Ort', 'Betrag'], aboveLines: [1], rows: [{ line: 4 }] })
  })

  test('are told apart, and have a name where none stands', () => {
    expect(read(utf8('Betrag;Betrag;;"Flur-\nstück"\n1;2;3;4\n')).headings).toEqual(['Betrag', 'Betrag (2)', 'C', 'Flur- stück'])
  })
})

describe('a file is refused', () => {
  test.each<readonly [string, Uint8Array, string, object]>([
    ['without anything', utf8(''), 'notices/table-empty', {}],
    ['with headings alone', utf8('Name;Ort\n\n'), 'notices/table-empty', {}],
    ['with a quotation mark that never ends', utf8('a;b\n1;2\n"3;4\n5;6\n'), 'notices/table-quote-open', { line: 3 }],
    ['with a picture in it', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 250, 251]), 'notices/table-unreadable', {}],
    ['from an old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'notices/table-old-workbook', {}],
    ['that is too large', new Uint8Array(30 * 1024 * 1024 + 1).fill(0x61), 'notices/table-too-large', { most: 30 }],
    ['with too many rows', utf8(`a;b\n${'1;2\n'.repeat(100_001)}`), 'notices/table-too-long', { most: 100_000 }],
    ['with too many columns', utf8(`${'a;'.repeat(200)}b\n${'1;'.repeat(200)}2\n`), 'notices/table-too-wide', { columns: 201 }],
  ])('%s', (_, bytes, code, facts) => {
    const refusal = refusalOf(bytes)
    expect(refusal?.code).toBe(code)
    expect(refusal?.facts ?? {}).toMatchObject(facts)
  })
})

test('what our own writer wrote is read as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ß', 'Ü', ';', '"', ',', '\n', '1', 'x') }).map(text => `.${text}.`)
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), rows => {
    const text = [['Name', 'Ort', 'Betrag'], ...rows].map(csvLine).join('')
    expect(read(utf8(text)).rows.map(({ cells }) => cells)).toEqual(rows)
  }), { verbose: true })
})

test('any bytes give rows or a reason', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('a', 'Ã', '¼', ';', ',', '"', '\n', '\r', '\t', '\u0000', 'ü'), maxLength: 200 }).map(utf8),
    fc.uint8Array({ maxLength: 200 }).map(rest => Uint8Array.from([0x50, 0x4b, 3, 4, ...rest])),
  )
  fc.assert(fc.property(bytes, content => {
    const result = readTable(content, AS_FOUND)
    expect(result.ok ? result.value.rows.length > 0 : result.error.code.startsWith('notices/table-')).toBe(true)
  }), { verbose: true, numRuns: 500 })
})
