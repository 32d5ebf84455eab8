import { describe, expect, test } from 'vitest'
import { aForm } from '../../../../shared/domains/applications/testing.ts'
import { createTexts } from '../../../texts/texts.ts'
import { shownSections, valueInWords } from './form-values.ts'

const form = aForm({
  schema: { type: 'object', properties: { day: { type: 'string', format: 'date' }, at: { type: 'string', format: 'date-time' }, kind: { type: 'string' }, days: { type: 'array', items: { type: 'string', format: 'date' } } } },
  valueLabels: { kind: { new: { de: 'Neu', en: 'New' } }, kinds: { a: { de: 'Erstens', en: 'First' }, b: { de: 'Zweitens', en: 'Second' } } },
})
const { t } = createTexts('de')
const words = (key: string, value: Parameters<typeof valueInWords>[0]): string | null => valueInWords(value, { key, form, language: 'de', t })

describe('an answer in words', () => {
  test.each([
    ['day', '2026-03-01', '01.03.2026'],
    ['at', '2026-03-01T10:00:00Z', '01.03.2026, 11:00'],
    ['kind', 'new', 'Neu'],
    ['kind', 'something else', 'something else'],
    ['kinds', ['a', 'b', 'c'], 'Erstens, Zweitens, c'],
    ['days', ['2026-03-01', '2026-03-02'], '01.03.2026, 02.03.2026'],
    ['height', 1042.5, '1.042,5'],
    ['isGuideDog', true, 'Ja'],
    ['isGuideDog', false, 'Nein'],
    ['day', 'gestern', 'gestern'],
    ['zip', '01097', '01097'],
    ['address', { street: 'Am Markt', number: 3 }, 'Am Markt, 3'],
    ['none', '', null],
    ['none', null, null],
    ['none', [], null],
  ])('%s: %j', (key, value, text) => {
    expect(words(key, value)).toBe(text)
  })
})

test('shows every section in its order, and answers the layout does not know in a section of their own', () => {
  expect(shownSections(form, { lastName: 'Großkopf', added: 'später' }, 'de', t)).toEqual([
    { title: 'Halter und Hund', fields: [
      { key: 'lastName', label: 'Nachname', value: 'Großkopf', isLong: false },
      { key: 'dogName', label: 'Rufname des Hundes', value: null, isLong: false },
    ] },
    { title: 'Weitere Angaben', fields: [{ key: 'added', label: 'added', value: 'später', isLong: false }] },
  ])
})
