import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile } from './spread.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test('median and 90th percentile are values that occurred', () => {
  const values = [{ value: 2, count: 3 }, { value: 9, count: 1 }, { value: 1, count: 1 }]
  expect([quantile(values, 0.5), quantile(values, 0.9), quantile([], 0.5)]).toEqual([2, 9, null])
})

test(`counted values give the same as the values written out one by one (seed ${SEED})`, () => {
  const values = fc.array(fc.record({ value: fc.integer({ min: 0, max: 50 }), count: fc.integer({ min: 1, max: 6 }) }), { minLength: 1, maxLength: 20 })
  fc.assert(fc.property(values, fc.constantFrom(0.5, 0.9), (counted, share) => {
    const written = counted.flatMap(({ value, count }) => Array.from({ length: count }, () => value)).toSorted((one, other) => one - other)
    expect(quantile(counted, share)).toBe(written[Math.ceil(written.length * share) - 1])
  }), { seed: SEED })
})
