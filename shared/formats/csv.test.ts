import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, defused, type TableCell } from './csv.ts'

describe('a line of a CSV file', () => {
  test.each<readonly [string, readonly TableCell[], string]>([
    ['plain words and umlauts', ['Änne Großkopf', 'Lüderitz'], 'Änne Großkopf;Lüderitz\r\n'],
    ['nothing', [null, ''], ';\r\n'],
    ['numbers as numbers, a negative one included', [4711, -12.5], '4711;-12,5\r\n'],
    ['days as people write them', [{ day: '2026-11-22' }], '22.11.2026\r\n'],
    ['separators, quotes and line ends inside', ['a;b', 'say "no"', 'one\r\ntwo'], '"a;b";"say ""no""";"one\r\ntwo"\r\n'],
    ['a telephone number as text', ['+49 3935 1234'], `"'+49 3935 1234"\r\n`],
  ])('holds %s', (_, cells, line) => {
    expect(csvLine(cells)).toBe(line)
  })
})

describe('hostile names', () => {
  test.each([
    '=HYPERLINK("http://evil.example";"Hier")', '+1+1', '-2+3+cmd|\' /C calc\'!A0', '@SUM(1+1)', '\t=1+1', '\r=1+1', '\n=1+1', '  =1+1',
    '\u{A0}=1+1', '\u{200B}=1+1', '\u{FEFF}=1+1', '\u{0}=1+1', '＝1+1', '＋1', '－1', '＠SUM(1)', '\ttabbed',
  ])('are no formula any more: %j', name => {
    expect(defused(name)).toBe(`'${name}`)
  })

  test.each(['Karl-Heinz', 'a=b', 'anna@example.org', '– Gedankenstrich', '', '4711'])('leave other texts alone: %j', name => {
    expect(defused(name)).toBe(name)
  })

  test('never leave a cell that begins a formula, and every text comes back as it was', () => {
    const hostile = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', ';', '"', "'", 'a', 'ß', '＝', '\u{200B}') })
    fc.assert(fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), cells => {
      const read = readLine(csvLine(cells))
      expect(read.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell))).toEqual(cells)
      for (const cell of read) expect(cell).not.toMatch(/^[\s\u{200B}]*[=+\-@＝]/u)
    }), { verbose: true })
  })
})

/** Reads one line by RFC 4180, the plain way. */
function readLine(line: string): readonly string[] {
  const cells: string[] = []
  let rest = line.slice(0, -2)
  for (;;) {
    const [whole = '', inQuotes, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^;]*))(?=;|$)/u.exec(rest) ?? []
    cells.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'))
    if (whole.length === rest.length) return cells
    rest = rest.slice(whole.length + 1)
  }
}
