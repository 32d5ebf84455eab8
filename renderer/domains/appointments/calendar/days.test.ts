import { expect, test } from 'vitest'
import { daysOf, mondayOf, steppedDay, weekNumber } from './days.ts'

test('a week runs from Monday to Sunday, whichever of its days is meant', () => {
  for (const day of ['2026-11-23', '2026-11-25', '2026-11-29']) expect(daysOf('week', day)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'])
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
})

test('a month is shown in whole weeks', () => {
  const november = daysOf('month', '2026-11-24')
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42])
  const february = daysOf('month', '2027-02-10')
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28])
})

test('the week of the first of January can be the last of the year before', () => {
  expect([weekNumber('2027-01-01'), weekNumber('2027-01-04'), weekNumber('2026-11-24')]).toEqual([53, 1, 48])
})

test('each view goes on by what it shows; a month that is too short ends on its last day', () => {
  expect(steppedDay('day', '2026-12-31', 1)).toBe('2027-01-01')
  expect(steppedDay('week', '2026-11-24', -1)).toBe('2026-11-17')
  expect(steppedDay('agenda', '2026-11-24', 1)).toBe('2026-12-01')
  expect(steppedDay('month', '2027-01-31', 1)).toBe('2027-02-28')
})
