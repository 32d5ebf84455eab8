import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, endOfGermanDay, germanDay, holidayName, isWorkingDay, plusCalendarDays, plusMonths, plusWorkingDays, shiftedToWorkingDay, startOfGermanDay } from './german-days.ts'
import { instantFromMs, msOf } from './time.ts'

test.each([
  ['2026-11-22', '2026-11-21T23:00:00.000Z', '2026-11-22T22:59:59.999Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:59.999Z'],
  // The nights in which the clocks change.
  ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
])('%s begins in Germany at %s and ends at %s', (day, begin, end) => {
  expect([startOfGermanDay(day), endOfGermanDay(day)]).toEqual([begin, end])
})

test('every moment lies within its German day', () => {
  const anyMoment = fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2046, 0) }).map(instantFromMs)
  fc.assert(fc.property(anyMoment, moment => {
    const day = germanDay(moment)
    expect(startOfGermanDay(day) <= moment && moment <= endOfGermanDay(day)).toBe(true)
    expect(msOf(startOfGermanDay(plusCalendarDays(day, 1)))).toBe(msOf(endOfGermanDay(day)) + 1)
  }))
})

describe('working days of Saxony-Anhalt', () => {
  test.each([
    ['2026-01-06', 'Epiphany, a holiday here'], ['2026-04-03', 'Good Friday'], ['2026-04-06', 'Easter Monday'], ['2026-05-14', 'Ascension Day'],
    ['2026-05-25', 'Whit Monday'], ['2026-10-31', 'Reformation Day'], ['2027-03-26', 'Good Friday'], ['2026-11-22', 'a Sunday'], ['2026-11-21', 'a Saturday'], ['2089-10-31', 'Reformation Day in a far year'],
  ])('%s is none: %s', day => {
    expect(isWorkingDay(day)).toBe(false)
  })

  test.each([
    ['2026-06-04', 'Corpus Christi, no holiday here'], ['2026-11-18', 'Repentance Day, no holiday here'], ['2027-03-08', 'Women’s Day, a holiday in Berlin only'], ['2089-01-04', 'a Tuesday in a far year'], ['2026-12-24', 'Christmas Eve'], ['2026-11-23', 'a Monday'],
  ])('%s is one: %s', day => {
    expect(isWorkingDay(day)).toBe(true)
  })

  test('an end on a day off moves to the next working day', () => {
    expect(['2026-04-06', '2026-02-28', '2026-12-25', '2026-11-23'].map(shiftedToWorkingDay)).toEqual(['2026-04-07', '2026-03-02', '2026-12-28', '2026-11-23'])
  })

  test('three working days from the Thursday before Easter', () => {
    expect(plusWorkingDays('2026-04-02', 3)).toBe('2026-04-09')
  })
})

test('a month is a month of the calendar, the shorter one where it ends earlier', () => {
  expect([plusMonths('2026-03-06', 1), plusMonths('2026-01-31', 1), plusMonths('2027-11-30', 3), plusMonths('2026-11-30', 3)])
    .toEqual(['2026-04-06', '2026-02-28', '2028-02-29', '2027-02-28'])
})

test('days between two days are the days added', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 9_000 }), days => {
    expect(daysBetween('2026-11-22', plusCalendarDays('2026-11-22', days))).toBe(days)
  }))
})

test('public holidays have names, other days have none', () => {
  expect([holidayName('2026-10-31'), holidayName('2027-01-06'), holidayName('2026-10-30')]).toEqual(['Reformationstag', 'Heilige Drei Könige', undefined])
  expect([holidayName('2026-10-31', 'en'), holidayName('2026-10-31')]).toEqual(['Reformation Day', 'Reformationstag'])
})
