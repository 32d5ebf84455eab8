import { describe, expect, test } from 'vitest'
import type { CapacityUse } from '../../../../shared/domains/appointments/capacity.ts'
import { aService } from '../../../../shared/domains/appointments/testing.ts'
import { mostMissed, planMeaning, usedPercent, capacityMeaning } from './meanings.ts'
import { daysOf } from './statistics-period.ts'

const cell = (weekday: number, bookedMinutes: number): CapacityUse => ({ weekday, part: 'morning', openMinutes: 200, bookedMinutes })

describe('what the use of the open time means', () => {
  test('hours can be moved from where it is empty to where it is full', () => {
    expect(capacityMeaning([cell(1, 120), cell(2, 182), cell(3, 80)])).toEqual({ fullest: cell(2, 182), freest: cell(3, 80), advice: 'move' })
  })

  test('where everything is full nothing can be moved, and where nothing is full nothing has to be', () => {
    expect([capacityMeaning([cell(1, 190), cell(2, 150)])?.advice, capacityMeaning([cell(1, 150), cell(2, 20)])?.advice, capacityMeaning([])]).toEqual(['full', 'fine', undefined])
  })

  test('all open time together', () => {
    expect([usedPercent([cell(1, 100), cell(2, 50)]), usedPercent([])]).toEqual([38, 0])
  })
})

test('of the planned times the one that is off the most is named, unless it is only a few minutes', () => {
  const row = (median: number) => [{ serviceId: aService().id, waiting: null, serving: { median, p90: median }, missed: null }]
  expect(planMeaning(row(21), [aService()])).toEqual({ service: aService(), minutes: 21 })
  expect([planMeaning(row(17), [aService()]), planMeaning(row(40), [])]).toEqual([undefined, undefined])
})

test('where most did not come, among several', () => {
  const row = (missed: number, all: number) => ({ missed: { missed, all } })
  expect(mostMissed([row(1, 20), row(3, 20), { missed: null }])).toEqual({ row: row(3, 20), percent: 15 })
  expect([mostMissed([row(3, 20)]), mostMissed([row(0, 20), row(0, 9)])]).toEqual([undefined, undefined])
})

test('a period ends yesterday and is never longer than statistics look back', () => {
  expect([daysOf('weeks', '2026-11-24'), daysOf('quarter', '2026-05-31'), daysOf('year', '2028-02-29')])
    .toEqual([{ fromDay: '2026-10-27', toDay: '2026-11-23' }, { fromDay: '2026-02-28', toDay: '2026-05-30' }, { fromDay: '2027-02-28', toDay: '2028-02-28' }])
})
