import { expect, test } from 'vitest'
import { createTexts } from '../../texts/texts.ts'
import { changeWords } from './change-words.ts'

const { t } = createTexts('de')

test('a clerk reads what is different, in words of the town hall', () => {
  const changes = [{ part: 'legalBasis', here: 'Satzung A', there: 'Satzung B' }, { part: 'remedies', here: null, there: 'Klage' }, { part: 'fees', here: null, there: null }, { part: 'form', here: null, there: null }]
  const questions = [{ label: { de: 'Rasse', en: 'Breed' }, change: 'added' as const }, { label: { de: 'Farbe', en: '' }, change: 'removed' as const }]
  expect(changeWords(t, { changes, questions }, 'de')).toEqual([
    'Rechtsgrundlage: bei Ihnen „Satzung A“, in der Datei „Satzung B“', 'Rechtsbehelf: bei Ihnen „nichts“, in der Datei „Klage“', 'Anders: Gebühren',
    'Neue Frage: Rasse', 'Diese Frage fällt weg: Farbe',
  ])
  expect(changeWords(t, { changes: changes.slice(3), questions: [] }, 'de')).toEqual(['Anders: Fragen des Formulars'])
  expect(changeWords(t, { changes: [{ part: 'toString', here: null, there: null }], questions: [] }, 'de')).toEqual(['Anders: etwas, das dieses Programm nicht kennt'])
})
