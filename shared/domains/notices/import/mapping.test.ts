import { describe, expect, test } from 'vitest'
import { folded, IMPORT_FIELDS } from './columns.ts'
import { guessMapping, missingFields, remapped } from './mapping.ts'

describe('columns are matched', () => {
  test('by the headings of German offices, however they are spaced and signed', () => {
    expect(guessMapping(['Kassenzeichen', 'NACHNAME', 'Vorname', 'Straße', 'Haus-Nr.', 'PLZ', 'Wohnort', 'Gemarkung', 'Flur', 'Flurstück', 'Fläche (m²)', 'Betrag in EUR', 'Fällig am (TT.MM.JJJJ)', 'Jahr', 'Eigenschaft', 'E-Mail', 'Bemerkung'], {})).toEqual({
      reference: 'Kassenzeichen', name: 'NACHNAME', firstName: 'Vorname', street: 'Straße', houseNumber: 'Haus-Nr.', postalCode: 'PLZ', place: 'Wohnort', district: 'Gemarkung', section: 'Flur',
      parcelNumber: 'Flurstück', area: 'Fläche (m²)', amount: 'Betrag in EUR', dueDay: 'Fällig am (TT.MM.JJJJ)', period: 'Jahr', debtorRole: 'Eigenschaft', email: 'E-Mail',
    })
  })

  test('first as they were the last time', () => {
    const mapping = guessMapping(['Name', 'Betrag', 'Beitrag 2026'], { amount: 'Beitrag 2026', place: 'Ort, den es nicht mehr gibt' })
    expect(mapping).toEqual({ name: 'Name', amount: 'Beitrag 2026' })
  })

  test('by the beginning of a heading last, and no column twice', () => {
    expect(guessMapping(['Flurstücksnummer laut Kataster', 'Flächenbeitrag', 'Erschwernisbeitrag', 'Gesamtbetrag'], {})).toEqual({
      parcelNumber: 'Flurstücksnummer laut Kataster', amount: 'Flächenbeitrag', amount2: 'Erschwernisbeitrag', total: 'Gesamtbetrag',
    })
  })

  test('to no field that another one has the same word for', () => {
    const aliases = IMPORT_FIELDS.flatMap(({ name, aliases: words }) => words.map(word => [folded(word), name] as const))
    const shared = [...Map.groupBy(aliases, ([word]) => word)].filter(([, found]) => new Set(found.map(([, name]) => name)).size > 1)
    expect(shared).toEqual([])
  })

  test('anew by a person: a column moves, another field loses it', () => {
    expect(remapped({ name: 'A', place: 'B' }, 'street', 'B')).toEqual({ name: 'A', street: 'B' })
    expect(remapped({ name: 'A', place: 'B' }, 'place', null)).toEqual({ name: 'A' })
  })
})

describe('what is missing', () => {
  test('is told, alternatives together', () => {
    expect(missingFields({}, {})).toEqual([['reference'], ['name'], ['place'], ['debtorRole'], ['period', 'periodFrom'], ['amount', 'total'], ['dueDay']])
  })

  test('is filled by a value for all rows, not by blanks', () => {
    const mapping = { reference: 'A', name: 'B', place: 'C', total: 'D', periodFrom: 'E', periodTo: 'F' }
    expect(missingFields(mapping, { debtorRole: 'Eigentümer', dueDay: '31.3.2026' })).toEqual([])
    expect(missingFields(mapping, { debtorRole: ' ', dueDay: '31.3.2026' })).toEqual([['debtorRole']])
  })
})
