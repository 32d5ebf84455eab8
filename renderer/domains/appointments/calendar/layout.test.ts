import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { hoursAround, lanesOf } from './layout.ts'

const LEAST = 10

test('what follows each other stands alone, what overlaps shares the width', () => {
  expect(lanesOf([{ from: 540, to: 555 }, { from: 555, to: 570 }], LEAST)).toEqual([{ lane: 0, lanes: 1 }, { lane: 0, lanes: 1 }])
  expect(lanesOf([{ from: 540, to: 600 }, { from: 550, to: 560 }, { from: 570, to: 580 }], LEAST)).toEqual([{ lane: 0, lanes: 2 }, { lane: 1, lanes: 2 }, { lane: 1, lanes: 2 }])
})

test('the order in which they are given changes nothing for any of them', () => {
  expect(lanesOf([{ from: 570, to: 580 }, { from: 540, to: 600 }], LEAST)).toEqual([{ lane: 1, lanes: 2 }, { lane: 0, lanes: 2 }])
})

test('what is very short has room enough to be hit', () => {
  expect(lanesOf([{ from: 540, to: 545 }, { from: 545, to: 560 }], LEAST)).toEqual([{ lane: 0, lanes: 2 }, { lane: 1, lanes: 2 }])
})

const seed = 20_261_124

test(`nothing ever covers anything else, and no strip is without need (seed ${seed})`, () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 1_400 }), fc.integer({ min: 5, max: 90 })).map(([from, length]): Stretch => ({ from, to: from + length }))
  fc.assert(fc.property(fc.array(stretch, { maxLength: 40 }), stretches => {
    const laid = stretches.map((one, index) => ({ from: one.from, to: Math.max(one.to, one.from + LEAST), ...lanesOf(stretches, LEAST)[index] }))
    for (const [index, one] of laid.entries()) {
      expect(one.lane).toBeLessThan(one.lanes ?? 0)
      const touching = laid.filter((other, place) => place !== index && other.from < one.to && one.from < other.to)
      expect(touching.filter(({ lane }) => lane === one.lane)).toEqual([])
      expect(touching.every(({ lanes }) => lanes === one.lanes)).toBe(true)
      expect(touching.length > 0 || one.lanes === 1).toBe(true)
    }
  }), { seed, numRuns: 300 })
})

test('whole hours around everything; the usual ones where there is nothing', () => {
  expect(hoursAround([{ from: 545, to: 1_075 }, { from: 500, to: 510 }])).toEqual({ from: 480, to: 1_080 })
  expect(hoursAround([])).toEqual({ from: 480, to: 960 })
})
