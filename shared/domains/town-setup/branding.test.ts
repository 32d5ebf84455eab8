import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atNight, contrastOf, isReadable } from './branding.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test.each([['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#767676', '#ffffff', 4.54], ['#0000ff', '#ffffff', 8.59]])('%s beside %s is %d apart', (one, other, apart) => {
  expect(contrastOf(one, other)).toBeCloseTo(apart, 1)
  expect(contrastOf(other, one)).toBe(contrastOf(one, other))
})

test('a light yellow is not readable on white, a dark red is', () => {
  expect([isReadable('#ffe680'), isReadable('#767676'), isReadable('#777777'), isReadable('#a4121f')]).toEqual([false, true, false, true])
})

test(`every colour becomes one that is read at night (FC_SEED=${SEED})`, () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), value => {
    expect(contrastOf(atNight(`#${value.toString(16).padStart(6, '0')}`), '#14181d')).toBeGreaterThanOrEqual(4.5)
  }), { seed: SEED })
})
