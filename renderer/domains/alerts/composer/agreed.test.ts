import { expect, test } from 'vitest'
import type { Wording } from '../../../../shared/domains/alerts/content.ts'
import { agreedAfter, agreedOn, foundRight, isBehind, missingNumbers } from './agreed.ts'

const wording = (language: 'de' | 'en', text: string): Wording => ({ language, headline: '', text, instruction: '', short: '' })
const both = (german: string, english: string) => [wording('de', german), wording('en', english)]

test('the English words are behind once the German ones change without them, until somebody writes them or finds them right', () => {
  const first = agreedOn(both('Es brennt in {Ort}.', 'A fire in {Ort}.'))
  const filled = both('Es brennt in Uetz.', 'A fire in Uetz.')
  const agreed = agreedAfter(first, filled)
  expect(isBehind(agreed, filled, 'text')).toBe(false)
  const changed = both('Es brennt in Uetz und Birkholz.', 'A fire in Uetz.')
  expect(agreedAfter(agreed, changed)).toBe(agreed)
  expect([isBehind(agreed, changed, 'text'), isBehind(agreed, changed, 'headline')]).toEqual([true, false])
  expect(isBehind(foundRight(agreed, changed, 'text'), changed, 'text')).toBe(false)
  const translated = both('Es brennt in Uetz und Birkholz.', 'A fire in Uetz and Birkholz.')
  expect(isBehind(agreedAfter(agreed, translated), translated, 'text')).toBe(false)
})

test('words that nobody has translated yet are missing, not behind; nothing is behind without English', () => {
  expect(isBehind(agreedOn(both('Eins', '')), both('Zwei', ''), 'text')).toBe(false)
  expect(isBehind(agreedOn([wording('de', 'Eins')]), [wording('de', 'Zwei')], 'text')).toBe(false)
})

test.each([
  ['Seit 20:15 Uhr', 'Since 20:15', []],
  ['Seit 20:15 Uhr', 'Since 8:15 pm', []],
  ['Bis 16 Uhr, am 24.11.2026', 'Until 4 pm on 24 November', ['24.11.2026']],
  ['Ab 20:15 Uhr, 500 Meter', 'From 21:15, 500 metres', ['20:15']],
  ['Im Umkreis von 1.500 Metern', 'Within 1,500 metres', []],
  ['Um 20:00 Uhr', 'At 8 pm', []],
  ['Rufen Sie 112', '', []],
  ['Rufen Sie 112, nur 112', 'Call for help', ['112']],
] as const)('%s, %s: %j', (german, english, missing) => {
  expect(missingNumbers(german, english)).toEqual(missing)
})
