import { expect, test } from 'vitest'
import { servicesWith } from './service-words.ts'

const SERVICES = ['Personalausweis beantragen', 'Reisepass beantragen', 'Ausweis oder Pass abholen', 'Führungszeugnis beantragen'].map((title, position) => ({ title, position }))
const found = (typed: string) => servicesWith(SERVICES, typed).map(({ title }) => title)

test('the beginning of the title comes before the beginning of a word, and that before any other place', () => {
  expect(found('ausw')).toEqual(['Ausweis oder Pass abholen', 'Personalausweis beantragen'])
  expect(found('pass')).toEqual(['Ausweis oder Pass abholen', 'Reisepass beantragen'])
})

test('umlauts need not be typed, and words may stand in any order', () => {
  expect(found('fuhrung')).toEqual(['Führungszeugnis beantragen'])
  expect(found('abholen pass')).toEqual(['Ausweis oder Pass abholen'])
})

test('nothing typed is everything, nonsense is nothing', () => {
  expect(found(' ')).toHaveLength(4)
  expect(found('xyz')).toEqual([])
})
