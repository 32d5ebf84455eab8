import { expect, test } from 'vitest'
import { createTexts } from '../../texts/texts.ts'
import { draftOf, fieldLabel, fieldValue, isContested, isForPeople, ownParts } from './attention-text.ts'

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
  expect(['assigneeName', 'lastAnswerId', 'waitingSince', 'unread'].map(field => isForPeople({ field, table: 'conversations' }))).toEqual([true, false, false, false])
})

test('words go back into the fields of the case they came from', () => {
  expect(draftOf({ name: 'applications.propose', input: { outcome: 'refused', reason: 'Zu spät.' } })).toEqual({ outcome: 'refused', reason: 'Zu spät.' })
  expect(draftOf({ name: 'messages.send', input: { subject: 'Frage', text: 'Bitte' } })).toEqual({ messageSubject: 'Frage', messageText: 'Bitte' })
  expect([draftOf({ name: 'messages.answer', input: { text: 'Ja', closes: true } }), draftOf({ name: 'messages.note', input: { text: 'Kennen wir.' } })]).toEqual([{ messageText: 'Ja' }, { note: 'Kennen wir.' }])
  expect(draftOf({ name: 'applications.claim', input: {} })).toBeUndefined()
})

test('a field is contested when both changed it, and to different things', () => {
  expect([
    isContested({ seen: 'a', now: 'b', mine: 'c' }), isContested({ seen: 'a', now: 'b', mine: 'b' }),
    isContested({ seen: 'a', now: 'a', mine: 'c' }), isContested({ seen: 'a', now: 'b' }),
  ]).toEqual([true, false, false, false])
})
