import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NoticeContent } from '../content.ts'
import { checkTable, type ImportChoices } from './check-table.ts'
import { IMPORT_FIELDS } from './columns.ts'
import type { RowProblemCode } from './problems.ts'
import { fixedProblem } from './read-row.ts'
import type { TableRow } from './table.ts'
import { aTable, choicesFor } from './testing.ts'

type Row = Readonly<Record<string, string>>

const check = (rows: readonly Row[], overrides: Partial<ImportChoices> = {}, marks: TableRow['marks'] = []) => {
  const table = aTable(rows, marks)
  return checkTable(table, choicesFor(table, overrides))
}
const contentOf = (row: Row) => check([row]).notices[0]?.content
const codesOf = (rows: readonly Row[], marks: TableRow['marks'] = []) => check(rows, {}, marks).problems.map(({ line, code, found }) => [line, code, found] as const)

describe('a row', () => {
  test('becomes a notice', () => {
    expect(check([{}])).toEqual({
      notices: [{ lines: [2], content: {
        recipient: { name: 'Änne Großkopf', addition: '', street: 'Lange Straße', houseNumber: '12 a', postalCode: '39517', place: 'Tangerhütte', country: '' },
        salutation: 'Sehr geehrte Frau Großkopf', debtorRole: 'owner',
        parcels: [{ district: 'Lüderitz', section: '3', number: '12/4', areaSquareMetres: 12_450, label: 'Gemarkung Lüderitz, Flur 3, Flurstück 12/4' }],
        period: { from: '2025-01-01', to: '2025-12-31' }, items: [{ label: 'Betrag', cents: 1_457 }], totalCents: 1_457, reference: '70.4711.00012', dueDay: '2026-04-15', email: null,
      } }],
      problems: [],
      sums: { rows: 1, letters: 1, cents: 1_457, firstDue: '2026-04-15', lastDue: '2026-04-15', faultyRows: 0, leftOutRows: 0 },
    })
  })

  test('is reckoned with others', () => {
    const { sums } = check([{}, { Kassenzeichen: '2', Betrag: '1,00', Fälligkeit: '1.3.2026', Flurstück: '5' }, { Kassenzeichen: '3', Betrag: 'x' }, { Kassenzeichen: '4' }], { leftOut: new Set([5]) })
    expect(sums).toEqual({ rows: 4, letters: 2, cents: 1_557, firstDue: '2026-03-01', lastDue: '2026-04-15', faultyRows: 1, leftOutRows: 1 })
  })

  test('may do without columns that hold for all', () => {
    const table = aTable([{}])
    const { mapping } = choicesFor(table)
    const { dueDay: _, debtorRole: __, period: ___, ...rest } = mapping
    const { notices } = checkTable(table, choicesFor(table, { mapping: rest, fixed: { dueDay: '1.5.2026', debtorRole: 'Nutzer', period: '01.07.2025 bis 30.06.2026' } }))
    expect(notices[0]?.content).toMatchObject({ dueDay: '2026-05-01', debtorRole: 'user', period: { from: '2025-07-01', to: '2026-06-30' } })
  })

  test('that was mended is read anew, without the marks of its cell', () => {
    const { problems, notices } = check([{ Betrag: '#WERT!' }], { mended: new Map([[2, new Map([[14, '5,00']])]]) }, [{ column: 14, kind: 'error' }])
    expect([problems, notices[0]?.content.totalCents]).toEqual([[], 500])
  })
})

describe('the address', () => {
  test.each<readonly [Row, object]>([
    [{ PLZ: '', Ort: '39517 Tangerhütte' }, { postalCode: '39517', place: 'Tangerhütte' }],
    [{ PLZ: 'D-39517' }, { postalCode: '39517' }],
    [{ PLZ: '1010', Ort: 'Wien', Land: 'Österreich' }, { postalCode: '1010', place: 'Wien', country: 'ÖSTERREICH' }],
    [{ PLZ: 'SW1A 1AA', Ort: 'London', Land: 'England' }, { country: 'VEREINIGTES KÖNIGREICH' }],
    [{ PLZ: '8001', Ort: 'Zürich', Land: 'CH' }, { country: 'SCHWEIZ' }],
    [{ PLZ: '1010', Ort: 'Wien', Land: 'A' }, { country: 'ÖSTERREICH' }],
    [{ Land: 'Deutschland' }, { country: '' }],
    [{ Name: 'Mu\u0308ller\u00AD', Vorname: ' Jo\u200Bsé  Maria' }, { name: 'José Maria Müller' }],
    [{ Titel: 'Dr.', Name: 'Kühn' }, { name: 'Dr. Änne Kühn' }],
  ])('%j is %j', (row, recipient) => {
    expect(contentOf(row)?.recipient).toMatchObject(recipient)
  })

  test.each<readonly [Row, string]>([
    [{ Titel: 'Dr.', Anrede: 'Herr', Name: 'Kühn' }, 'Sehr geehrter Herr Dr. Kühn'], [{ Anrede: 'Firma', Name: 'Agrar GmbH', Vorname: '' }, ''], [{ Anrede: '' }, ''],
    [{ Anrede: 'Sehr geehrte Eheleute Kühn,' }, 'Sehr geehrte Eheleute Kühn'], [{ Anrede: 'Frau', Vorname: '', Name: 'Anna Kühn' }, 'Sehr geehrte Frau Kühn'],
  ])('greets %j with %j', (row, salutation) => {
    expect(contentOf(row)?.salutation).toBe(salutation)
  })

  test.each<readonly [Row, RowProblemCode, string]>([
    [{ Name: '' }, 'missing', ''], [{ PLZ: '3951' }, 'postal-code', '3951'], [{ PLZ: 'A-1010' }, 'postal-code', 'A-1010'], [{ PLZ: '' }, 'missing', ''], [{ Ort: '' }, 'missing', ''],
    [{ Name: 'x'.repeat(81) }, 'too-long', 'x'.repeat(81)], [{ Name: 'MÃ¼ller' }, 'garbled', 'MÃ¼ller'], [{ Name: 'M\uFFFDller' }, 'garbled', 'M\uFFFDller'], [{ Name: '王伟' }, 'unknown-letter', '王'],
    [{ Straße: 'Weg 😀' }, 'unknown-letter', '😀'], [{ Land: 'Takatukaland', PLZ: '1' }, 'unknown-country', 'Takatukaland'], [{ Straße: '' }, 'no-street', ''],
  ])('%j is told: %s', (row, code, found) => {
    expect(codesOf([row])).toEqual([[2, code, found]])
  })
})

describe('parcels', () => {
  test('stand several in one cell, each with its area', () => {
    expect(contentOf({ Flurstück: '12/4; 0013', Fläche: '100;2.000 m²' })?.parcels).toEqual([
      { district: 'Lüderitz', section: '3', number: '12/4', areaSquareMetres: 100, label: 'Gemarkung Lüderitz, Flur 3, Flurstück 12/4' },
      { district: 'Lüderitz', section: '3', number: '13', areaSquareMetres: 2_000, label: 'Gemarkung Lüderitz, Flur 3, Flurstück 13' },
    ])
  })

  test('may be known by their label alone', () => {
    const row = { Gemarkung: '', Flur: '', Flurstück: '', Grundstück: 'Gemarkung Groß Schwarzlosen, Flur 12, Flst. 7/2' }
    expect(contentOf(row)?.parcels).toMatchObject([{ district: 'Groß Schwarzlosen', section: '12', number: '7/2', label: row.Grundstück }])
  })

  test('are printed with their own label where it names them', () => {
    const label = 'Gemarkung LÜDERITZ Flur 03 Flurstück 0012/0004'
    expect(contentOf({ Grundstück: label })?.parcels[0]?.label).toBe(label)
  })

  test('in several rows with one Kassenzeichen are one notice', () => {
    const { notices, problems } = check([{}, { Flurstück: '13', Betrag: '1,00' }])
    expect(problems).toEqual([])
    expect(notices).toMatchObject([{ lines: [2, 3], content: {
      parcels: [{ number: '12/4' }, { number: '13' }], items: [{ label: 'Betrag, Flurstück 12/4', cents: 1_457 }, { label: 'Betrag, Flurstück 13', cents: 100 }], totalCents: 1_557,
    } }])
  })

  test.each<readonly [Row, RowProblemCode]>([
    [{ Grundstück: 'Gemarkung Lüderitz, Flur 3, Flurstück 12/5' }, 'label-differs'], [{ Grundstück: 'Acker am Weg' }, 'label-differs'], [{ Flur: '' }, 'parcel-incomplete'], [{ Gemarkung: '' }, 'parcel-incomplete'],
    [{ Flurstück: '12/' }, 'wrong-parcel'], [{ Flur: 'drei' }, 'wrong-parcel'], [{ Flurstück: '1;2' }, 'area-unclear'], [{ Fläche: 'groß' }, 'not-a-number'],
    [{ Gemarkung: '', Flur: '', Flurstück: '', Grundstück: 'am Bach' }, 'wrong-parcel'],
  ])('%j are told: %s', (row, code) => {
    expect(codesOf([row]).map(([, found]) => found)).toEqual([code])
  })
})

describe('amounts', () => {
  test('are summed, each with what it is for', () => {
    expect(contentOf({ Erschwernisbeitrag: '3,45', Gesamtbetrag: '18,02' })).toMatchObject({ items: [{ label: 'Betrag', cents: 1_457 }, { label: 'Erschwernisbeitrag', cents: 345 }], totalCents: 1_802 })
    expect(contentOf({ Abgabenart: 'Flächenbeitrag 2025' })?.items).toEqual([{ label: 'Flächenbeitrag 2025', cents: 1_457 }])
  })

  test('of several rows agree with the total of each, or of all', () => {
    const rows = [{ Betrag: '1,00', Gesamtbetrag: '3,00' }, { Flurstück: '13', Betrag: '2,00', Gesamtbetrag: '3,00' }]
    expect(check(rows)).toMatchObject({ problems: [], notices: [{ content: { totalCents: 300 } }] })
    expect(check(rows.map(row => ({ ...row, Gesamtbetrag: row.Betrag })))).toMatchObject({ problems: [], notices: [{ content: { totalCents: 300 } }] })
    expect(codesOf(rows.map(row => ({ ...row, Gesamtbetrag: '4,00' }))).map(([line, code]) => [line, code])).toEqual([[2, 'sum-differs'], [3, 'sum-differs']])
  })

  test('that are a total alone are not added where nobody can tell', () => {
    const rows = [{ Betrag: '', Gesamtbetrag: '3,00' }, { Betrag: '', Gesamtbetrag: '3,00', Flurstück: '13' }]
    expect(codesOf(rows).map(([line, code]) => [line, code])).toEqual([[3, 'sum-unclear']])
  })

  test.each<readonly [Row, RowProblemCode]>([
    [{ Betrag: '' }, 'missing'], [{ Betrag: 'viel' }, 'not-a-number'], [{ Betrag: '-5,00' }, 'negative'], [{ Betrag: '12,345' }, 'too-exact'], [{ Betrag: '0,00' }, 'nothing-to-pay'],
    [{ Gesamtbetrag: '14,58' }, 'sum-differs'], [{ Betrag: '14.57' }, 'english-number'],
  ])('%j are told: %s', (row, code) => {
    expect(codesOf([row]).map(([, found]) => found)).toEqual([code])
  })

  test('that could be thousands are not guessed at among English ones', () => {
    expect(codesOf([{ Betrag: '1,234.56' }, { Kassenzeichen: '2', Flurstück: '5', Betrag: '1.234' }]).map(([line, code]) => [line, code])).toEqual([[2, 'english-number'], [3, 'ambiguous-number']])
  })
})

describe('other cells', () => {
  test.each<readonly [Row, RowProblemCode]>([
    [{ Kassenzeichen: '' }, 'missing'], [{ Kassenzeichen: 'Größe' }, 'wrong-reference'], [{ Kassenzeichen: '1'.repeat(36) }, 'too-long'], [{ Fälligkeit: '31.02.2026' }, 'no-such-day'],
    [{ Fälligkeit: 'bald' }, 'not-a-day'], [{ Fälligkeit: '03/04/2026' }, 'ambiguous-day'], [{ Fälligkeit: '' }, 'missing'], [{ Zeitraum: 'letztes Jahr' }, 'not-a-period'],
    [{ Zeitraum: '31.12.2025 - 01.01.2025' }, 'period-backwards'], [{ Eigenschaft: 'Nachbar' }, 'unknown-role'], [{ Eigenschaft: '' }, 'missing'], [{ 'E-Mail': 'keine' }, 'wrong-email'],
  ])('%j are told: %s', (row, code) => {
    expect(codesOf([row]).map(([, found]) => found)).toEqual([code])
  })

  test.each([['Eigentümerin', 'owner'], ['Erbbauberechtigter', 'leaseholder'], ['NUTZER', 'user'], ['E', 'owner']] as const)('the role %s is %s', (Eigenschaft, role) => {
    expect(contentOf({ Eigenschaft })?.debtorRole).toBe(role)
  })

  test('that a spreadsheet made are told', () => {
    const told = (kind: TableRow['marks'][number]['kind'], column: number) => codesOf([{}], [{ kind, column }]).map(([, code]) => code)
    expect([told('formula', 14), told('no-value', 14), told('error', 14), told('digits-lost', 0), told('day', 10), told('day', 15)]).toEqual([['formula'], ['no-value'], ['cell-error'], ['digits-lost'], ['day-instead'], []])
  })
})

describe('what stands twice', () => {
  test('is told where it stands for the second time', () => {
    expect(codesOf([{}, {}])).toEqual([[3, 'row-twice', '70.4711.00012']])
    expect(codesOf([{}, { Name: 'Kühn', Flurstück: '9' }])).toEqual([[3, 'reference-twice', '70.4711.00012']])
    expect(codesOf([{}, { Kassenzeichen: '70 4711 x' }])).toEqual([[3, 'parcel-twice', 'Gemarkung Lüderitz, Flur 3, Flurstück 12/4']])
    expect(codesOf([{}, { Betrag: '9,00' }])).toEqual([[3, 'row-twice', 'Gemarkung Lüderitz, Flur 3, Flurstück 12/4']])
  })

  test('keeps the whole notice back', () => {
    expect(check([{}, {}]).sums).toMatchObject({ letters: 0, faultyRows: 2 })
    expect(check([{}, {}], { leftOut: new Set([3]) }).sums).toMatchObject({ letters: 1, faultyRows: 0 })
  })
})

describe('a value for all rows', () => {
  test.each([['dueDay', '31.3.2026', null], ['dueDay', 'bald', 'not-a-day'], ['period', '2025', null], ['period', '25', 'not-a-period'], ['debtorRole', 'user', null], ['debtorRole', 'x', 'unknown-role'], ['district', 'Lüderitz', null]] as const)(
    '%s: %s is told: %s', (field, value, code) => {
      expect(fixedProblem(field, value)).toBe(code)
    })
})

test('whatever the cells hold, rows become valid notices or are told', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Müller', '1.234,56', '12/4', '2025', '31.12.2025', 'x'.repeat(90), '\u0000', '王', '-1', '0', 'Eigentümer', 'a@b.de', '39517 Ort', 'Gemarkung A, Flur 1, Flurstück 2'), fc.string({ maxLength: 12 }))
  const headings = IMPORT_FIELDS.map(({ name }) => name)
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), { minLength: 1, maxLength: 4 }), cells => {
    const table = { ...aTable([]), headings, rows: cells.map((row, index) => ({ line: index + 2, cells: row, marks: [] })) }
    const { notices, problems, sums } = checkTable(table, choicesFor(table, { mapping: Object.fromEntries(headings.map(name => [name, name])) }))
    for (const { content } of notices) expect(NoticeContent.parse(content)).toEqual(content)
    const told = new Set(problems.map(({ line }) => line))
    expect(sums.letters > 0 || told.size > 0).toBe(true)
    expect(notices.flatMap(({ lines }) => lines).length + sums.faultyRows).toBe(cells.length)
  }), { verbose: true, numRuns: 500 })
})
