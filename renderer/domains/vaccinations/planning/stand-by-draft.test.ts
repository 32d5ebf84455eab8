import { expect, test } from 'vitest'
import { EMPTY_STAND_BY, readStandBy } from './stand-by-draft.ts'

const draft = { name: ' Horst Güldenpfennig', phone: '03935 220 118', birthYear: '1944', minutesAway: '15', note: '' }

test('somebody for the list has a name, a number and a distance; a year of birth need not be known', () => {
  expect(readStandBy(draft, 2026).entry).toEqual({ name: 'Horst Güldenpfennig', phone: '03935 220 118', birthYear: 1944, minutesAway: 15, note: '', state: 'waiting' })
  expect(readStandBy({ ...draft, birthYear: '' }, 2026).entry?.birthYear).toBeNull()
})

test('the first thing that is wrong is named', () => {
  const problems = [EMPTY_STAND_BY, { ...draft, phone: 'keins' }, { ...draft, birthYear: '2027' }, { ...draft, birthYear: '44' }, { ...draft, minutesAway: '' }].map(one => readStandBy(one, 2026).problem)
  expect(problems).toEqual(['name', 'phone', 'year', 'year', 'minutes'])
})
