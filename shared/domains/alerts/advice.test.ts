import { expect, test } from 'vitest'
import { adviceFor } from './advice.ts'
import { aContent, aWording } from './testing.ts'

const found = (text: string, more = {}) =>
  adviceFor(aContent({ wordings: [aWording({ headline: 'Brand in Tangerhütte seit 20:15 Uhr', text, instruction: '', short: '', ...more })] })).map(({ code, quote, instead }) => [code, quote, instead])

test('the evening of the fire is plain enough', () => {
  expect(adviceFor(aContent())).toEqual([])
})

test.each([
  ['a sentence of 21 words', 'Die Feuerwehr der Stadt ist mit vielen Wagen und Leuten vor Ort und löscht den Brand an der Bahn bis zum Morgen.', [['long-sentence', 'Die Feuerwehr der Stadt ist mit vielen Wagen und Leuten vor Ort und löscht den Brand an der Bahn bis zum Morgen.', null]]],
  ['a word nobody reads at once', 'Die Brandbekämpfungsmaßnahmenleitung ist da.', [['long-word', 'Brandbekämpfungsmaßnahmenleitung', null]]],
  ['a word of offices', 'Verlassen Sie unverzüglich das Haus.', [['office-word', 'unverzüglich', 'sofort']]],
  ['letters nobody knows', 'Der ELW ist da, ggf. kommt die DRK-Bereitschaft.', [['abbreviation', 'ELW', null], ['abbreviation', 'ggf.', 'wenn nötig']]],
  ['shouting', 'ACHTUNG: Fenster zu.', [['shouting', 'ACHTUNG', 'Achtung']]],
] as const)('%s is named', (_name, text, advice) => {
  expect(found(text)).toEqual(advice)
})

test('where no place and no time is said, that is said', () => {
  expect(found('Es brennt.', { headline: 'Brand' })).toEqual([['no-place', 'Tangerhütte', null]])
  const content = aContent({ situationAt: null, wordings: [aWording({ headline: 'Brand in Tangerhütte', text: 'Es brennt.', instruction: '', short: '' })] })
  expect(adviceFor(content).map(({ code }) => code)).toEqual(['no-time'])
})

test('a word of offices within a longer one is none', () => {
  expect(found('Die Schadstellenliste liegt aus, sagt die Feuerwehr beiderseitens.')).toEqual([])
})

test('the point of a date or of a short form ends no sentence', () => {
  expect(found('Am 3. Dezember um 9.30 Uhr beginnt die Sperrung. Sie endet am 5. Dezember.')).toEqual([])
})
