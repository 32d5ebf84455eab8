import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusCalendarDays } from '../../german-days.ts'
import { ClockTime, clockTime, minutesOf, minutesOfDay, onTheWall } from './clock-time.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)

test.each([
  ['2026-03-28', '09:00', '2026-03-28T08:00:00.000Z'], ['2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
  ['2026-10-24', '09:00', '2026-10-24T07:00:00.000Z'], ['2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
  // An hour that is skipped is the one after it; of an hour that comes twice, the second.
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'], ['2026-10-25', '02:30', '2026-10-25T01:30:00.000Z'],
  ['2026-03-29', '24:00', '2026-03-29T22:00:00.000Z'], ['2026-10-25', '24:00', '2026-10-25T23:00:00.000Z'],
])('on %s the clock shows %s at %s', (day, time, moment) => {
  expect(onTheWall(day).at(minutesOf(ClockTime.parse(time)))).toBe(moment)
})

test('the hours that the change of clocks skips or repeats are not plain', () => {
  const plain = (day: string): readonly number[] => [60, 120, 150, 180].filter(minutes => onTheWall(day).isPlain(minutes))
  expect([plain('2026-03-29'), plain('2026-10-25'), plain('2026-11-25')]).toEqual([[60, 180], [60, 180], [60, 120, 150, 180]])
})

test(`what a plain time says is what the clock shows then, in any year (FC_SEED=${seed})`, () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map(days => plusCalendarDays('2000-01-01', days))
  fc.assert(fc.property(day, fc.integer({ min: 0, max: 1_439 }), (on, minutes) => {
    const wall = onTheWall(on)
    expect(wall.isPlain(minutes) ? minutesOfDay(wall.at(minutes)) : minutes).toBe(minutes)
    expect(minutesOf(clockTime(minutes))).toBe(minutes)
  }), { seed, numRuns: 2_000 })
})
