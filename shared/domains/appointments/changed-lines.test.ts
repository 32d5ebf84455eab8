import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusCalendarDays } from '../../german-days.ts'
import { OpeningHoursId } from '../../ids.ts'
import { followingDay, linesAfter } from './changed-lines.ts'
import { contentOf } from './hours-commands.ts'
import { holdsOn } from './opening-hours.ts'
import { aPlace, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const NEXT = OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f002')
const here = { placeId: aPlace().id, scope: aPlace().scope }

test('a line is changed, taken away, or ends where another goes on from it; the others stay', () => {
  const other = someHours({ id: OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f009'), kind: 'break' })
  const lines = [someHours(), other]
  const content = contentOf(someHours({ to: '11:00', fromDay: '2026-12-07' }))
  const told = (change: Parameters<typeof linesAfter>[2]) => linesAfter(lines, here, change).map(({ id, fromDay, toDay, endTime }) => [id.slice(-4), fromDay, toDay, endTime])
  const untouched = ['f009', '2026-01-01', null, '12:00']
  expect(told({ lineId: someHours().id, content: null, follows: null })).toEqual([untouched])
  expect(told({ lineId: someHours().id, content, follows: null })).toEqual([untouched, ['f001', '2026-12-07', null, '11:00']])
  expect(told({ lineId: NEXT, content, follows: someHours().id })).toEqual([['f001', '2026-01-01', '2026-12-06', '12:00'], untouched, ['f002', '2026-12-07', null, '11:00']])
})

test(`a line that goes on from another with the same rhythm holds on the same days (FC_SEED=${seed})`, () => {
  const from = fc.nat({ max: 60 }).map(days => plusCalendarDays('2026-01-01', days))
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
  fc.assert(fc.property(from, fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 6 }), weekdays, (fromDay, after, everyWeeks, on) => {
    const line = someHours({ fromDay, everyWeeks, weekdays: on, onHolidays: true })
    const day = followingDay(line, everyWeeks, plusCalendarDays(fromDay, after))
    const both = linesAfter([line], here, { lineId: NEXT, content: { ...contentOf(line), fromDay: day }, follows: line.id })
    for (let one = fromDay, last = plusCalendarDays(day, 90); one <= last; one = plusCalendarDays(one, 1))
      expect([one, both.filter(each => holdsOn(each, one)).length]).toEqual([one, holdsOn(line, one) ? 1 : 0])
  }), { seed, numRuns: 60 })
})
