import { expect, test } from 'vitest'
import { createTexts } from '../../texts/texts.ts'
import { fieldLabel, fieldValue, isForPeople, ownParts } from './attention-text.ts'

const { t } = createTexts('de')

test('finds the words a person wrote, and no identifiers', () => {
  expect(ownParts({ applicationId: 'x', contentHash: 'y', outcome: 'refused', reason: 'Der Nachweis fehlt.', note: '  ' })).toEqual([
    { name: 'outcome', text: 'refused' }, { name: 'reason', text: 'Der Nachweis fehlt.' },
  ])
})

test.each([
  ['in-progress', 'In Bearbeitung'], ['refused', 'Abgelehnt'], ['2026-11-20T09:30:00.000Z', '20.11.2026, 10:30'], [null, '–'], ['', '–'], [true, 'Ja'], [1042, '1.042'],
  [['a', 'b'], 'a, b'], [{ dogName: 'Bello', height: 40 }, 'dogName: Bello, height: 40'], ['Lüderitz', 'Lüderitz'],
])('says %j as "%s"', (value, words) => {
  expect(fieldValue(t, 'de', value)).toBe(words)
})

test('labels the fields a person knows and hides the technical ones', () => {
  expect([fieldLabel(t, 'assigneeName'), fieldLabel(t, 'somethingNew')]).toEqual(['Bearbeitung', 'somethingNew'])
  expect(['status', 'contentHash', 'version'].map(field => isForPeople({ field }))).toEqual([true, false, false])
})
