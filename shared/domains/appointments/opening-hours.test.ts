import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusCalendarDays } from '../../german-days.ts'
import { OpeningHoursId } from '../../ids.ts'
import { holdsOn, openOn, without, type Stretch } from './opening-hours.ts'
import { aResource, counterId, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const days = (from: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => plusCalendarDays(from, index))
const heldOn = (hours: ReturnType<typeof someHours>, from: string, count: number): readonly string[] => days(from, count).filter(day => holdsOn(hours, day))

describe('on which days a line holds', () => {
  test('its weekdays, from its first to its last day', () => {
    expect(heldOn(someHours({ weekdays: [2, 4], fromDay: '2026-11-24', toDay: '2026-12-03' }), '2026-11-20', 20)).toEqual(['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03'])
  })

  test('every second week, counted from the week of its first day', () => {
    expect(heldOn(someHours({ weekdays: [1], fromDay: '2026-12-02', everyWeeks: 2 }), '2026-11-30', 60)).toEqual(['2026-12-14', '2026-12-28', '2027-01-11', '2027-01-25'])
  })

  test('the first and the last Saturday of a month', () => {
    expect(heldOn(someHours({ weekdays: [6], weeksOfMonth: [1, -1] }), '2026-10-01', 92)).toEqual(['2026-10-03', '2026-10-31', '2026-11-07', '2026-11-28', '2026-12-05', '2026-12-26'].filter(day => day !== '2026-10-03' && day !== '2026-10-31' && day !== '2026-12-26'))
  })

  test('a fifth week is there only where the month has one', () => {
    expect(heldOn(someHours({ weekdays: [1], weeksOfMonth: [5] }), '2026-11-01', 90)).toEqual(['2026-11-30'])
  })

  test('not on holidays of Saxony-Anhalt unless it says so; a closure holds on them too', () => {
    const holiday = '2026-12-25'
    expect([someHours(), someHours({ onHolidays: true }), someHours({ kind: 'closed' })].map(hours => holdsOn(hours, holiday))).toEqual([false, true, true])
    expect(holdsOn(someHours(), '2027-01-06')).toBe(false)
  })
})

describe('when counters are open', () => {
  const at = (...lines: readonly ReturnType<typeof someHours>[]): readonly string[] =>
    openOn('2026-12-07', lines, [aResource(1), aResource(2)]).map(({ resourceId, from, to, isPublic }) => `${resourceId.slice(-1)} ${from / 60}-${to / 60}${isPublic ? ' public' : ''}`)

  test('inside more than outside', () => {
    expect(at(someHours())).toEqual(['1 8-12 public', '2 8-12'])
  })

  test('a break is taken out, at the counters it is for', () => {
    expect(at(someHours(), someHours({ kind: 'break', from: '10:00', to: '10:30', resourceIds: [counterId(2)] }))).toEqual(['1 8-12 public', '2 8-10', '2 10.5-12'])
  })

  test('a closure takes the whole day', () => {
    expect(at(someHours(), someHours({ kind: 'closed', from: '00:00', to: '24:00', fromDay: '2026-12-07', toDay: '2026-12-07' }))).toEqual([])
  })

  test('of two lines for the same time the one that began later counts', () => {
    const newer = someHours({ id: OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f002'), fromDay: '2026-12-01', from: '10:00', to: '14:00', publicResourceIds: [counterId(2)] })
    expect(at(someHours(), newer)).toEqual(['1 8-10 public', '1 10-14', '2 8-10', '2 10-14 public'])
  })
})

test(`nothing is left of what was taken, and nothing else is gone (FC_SEED=${seed})`, () => {
  const stretch = fc.tuple(fc.nat({ max: 100 }), fc.integer({ min: 1, max: 60 })).map(([from, length]): Stretch => ({ from, to: from + length }))
  fc.assert(fc.property(stretch, fc.array(stretch, { maxLength: 6 }), (whole, gone) => {
    const left = without(whole, gone)
    const isIn = (minute: number, parts: readonly Stretch[]): boolean => parts.some(({ from, to }) => from <= minute && minute < to)
    for (let minute = 0; minute < 170; minute++) expect(isIn(minute, left)).toBe(isIn(minute, [whole]) && !isIn(minute, gone))
  }), { seed, numRuns: 500 })
})
