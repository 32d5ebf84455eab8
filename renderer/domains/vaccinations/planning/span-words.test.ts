import { expect, test } from 'vitest'
import { createTexts } from '../../../texts/texts.ts'
import { ageWords, parseSpan, rangeWords, spanWords } from './span-words.ts'

const { t } = createTexts('de')

test('a length of time is read as it is written, and in short', () => {
  for (const unit of ['days', 'weeks', 'months', 'years'] as const)
    for (const language of ['de', 'en'] as const)
      for (const count of [1, 2, 12]) expect(parseSpan(spanWords(createTexts(language).t, { count, unit }))).toEqual({ count, unit })
  expect(['4W', '6 m', '10 J.', '14 t', ' 3 Monaten '].map(text => parseSpan(text)?.unit)).toEqual(['weeks', 'months', 'years', 'days', 'months'])
  expect(['', '4', 'Wochen', '4 Stunden', '-4 Wochen', '2001 Jahre', '1,5 Jahre'].map(parseSpan)).toEqual(Array.from({ length: 7 }))
})

test('ranges say which end is open', () => {
  const [four, eight, age] = [{ count: 4, unit: 'weeks' }, { count: 8, unit: 'weeks' }, { count: 60, unit: 'years' }] as const
  expect([rangeWords(t, four, eight), rangeWords(t, four, null)]).toEqual(['4 Wochen bis 8 Wochen', 'nach 4 Wochen'])
  expect([ageWords(t, { from: age, below: null }), ageWords(t, { from: null, below: age }), ageWords(t, { from: age, below: age }), ageWords(t, null)]).toEqual(['ab 60 Jahren', 'unter 60 Jahren', 'ab 60 Jahren und unter 60 Jahren', ''])
})
