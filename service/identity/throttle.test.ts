import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

const clock = { ms: 0, nowMs: () => clock.ms }

test('five tries are free, then the wait doubles up to five minutes, and an hour of quiet forgets', () => {
  const throttle = createThrottle(clock)
  const waits = Array.from({ length: 12 }, () => {
    throttle.failed('a')
    return throttle.waitMs('a') / 1000
  })
  expect(waits).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 300, 300, 300])
  expect(throttle.waitMs('b')).toBe(0)
  clock.ms += 3_600_000
  expect(throttle.waitMs('a')).toBe(0)
})

test('a success forgets the failures', () => {
  const throttle = createThrottle(clock)
  for (let count = 0; count < 9; count++) throttle.failed('a')
  throttle.succeeded('a')
  expect(throttle.waitMs('a')).toBe(0)
})
