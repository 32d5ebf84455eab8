import { expect, test } from 'vitest'
import { parseBirthDay, parseDoseDay } from './birth-day.ts'

const TODAY = '2026-11-24'

test.each([
  ['2.3.48', '1948-03-02'], ['02.03.1948', '1948-03-02'], ['2/3/48', '1948-03-02'], ['2 3 48', '1948-03-02'], ['2. 3. 1948', '1948-03-02'], ['020348', '1948-03-02'],
  ['02031948', '1948-03-02'], ['1948-3-2', '1948-03-02'], ['24.11.26', '2026-11-24'], ['25.11.26', '1926-11-25'], ['29.2.48', '1948-02-29'], ['31.12.2030', '2030-12-31'],
])('%s is read as %s', (text, day) => expect(parseBirthDay(text, TODAY, null)).toBe(day))

test.each(['', '31.2.48', '29.2.47', '48', '2.3', '1.13.48', '2.3.948', 'morgen', '0203194'])('%s is no day', text => expect(parseBirthDay(text, TODAY, null)).toBeUndefined())

test('where people over 60 are invited, two digits of a year make somebody as old', () => {
  expect([parseBirthDay('1.5.19', TODAY, 60), parseBirthDay('1.5.19', TODAY, null), parseBirthDay('24.11.66', TODAY, 60), parseBirthDay('1.5.2019', TODAY, 60)])
    .toEqual(['1919-05-01', '2019-05-01', '1966-11-24', '2019-05-01'])
})

test.each([
  ['5.2019', '2019-05'], ['05/19', '2019-05'], ['2019-05', '2019-05'], ['12.98', '1998-12'], ['12.26', '1926-12'], ['3.10.2025', '2025-10-03'], ['13.2019', undefined], ['2019', undefined],
])('in a pass, %s is %s', (text, day) => expect(parseDoseDay(text, TODAY)).toBe(day))
