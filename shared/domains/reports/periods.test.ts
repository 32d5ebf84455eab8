import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, plusCalendarDays } from '../../german-days.ts'
import { agesBefore, partsOf, periodBefore, periodNamed } from './periods.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test('periods go up to and with today', () => {
  expect(periodNamed('30-days', '2026-11-22')).toEqual({ from: '2026-10-24', to: '2026-11-22' })
  expect(periodNamed('quarter', '2026-11-22')).toEqual({ from: '2026-08-23', to: '2026-11-22' })
  expect(periodNamed('year', '2026-11-22')).toEqual({ from: '2025-11-23', to: '2026-11-22' })
})

test('weeks begin on Mondays and are cut off at the ends of the period', () => {
  expect(partsOf({ from: '2026-11-12', to: '2026-11-24' })).toEqual([
    { from: '2026-11-12', to: '2026-11-15' }, { from: '2026-11-16', to: '2026-11-22' }, { from: '2026-11-23', to: '2026-11-24' },
  ])
  expect(partsOf({ from: '2025-11-23', to: '2026-11-22' })).toHaveLength(13)
})

test(`parts cover every day of the period once, and the period before is as long and ends the day before (seed ${SEED})`, () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
    const from = plusCalendarDays('2025-01-01', start)
    const period = { from, to: plusCalendarDays(from, length) }
    const parts = partsOf(period)
    expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([period.from, period.to])
    expect(parts.filter(part => part.from > part.to)).toEqual([])
    expect(parts.slice(1).map(part => part.from)).toEqual(parts.slice(0, -1).map(part => plusCalendarDays(part.to, 1)))
    const before = periodBefore(period)
    expect([daysBetween(before.from, before.to), plusCalendarDays(before.to, 1)]).toEqual([length, from])
  }), { seed: SEED, numRuns: 150 })
})

test('ages follow each other without a gap', () => {
  const ages = agesBefore('2026-11-22')
  expect(ages[0]).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(ages.slice(1).map(age => plusCalendarDays(age.to, 1))).toEqual(ages.slice(0, -1).map(age => age.from))
  expect(ages.at(-1)?.from).toBeNull()
})
