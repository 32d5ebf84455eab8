import { expect, test } from 'vitest'
import { extendedDue, requestDue, requestForgottenFrom } from './requests.ts'

test.each([
  ['2026-11-20', '2026-12-21', 'a month later is a Sunday'],
  ['2026-11-23', '2026-12-23', 'an ordinary day'],
  ['2026-01-31', '2026-03-02', 'February is shorter, and its last day a Saturday'],
  ['2026-11-25', '2026-12-28', 'Christmas and the weekend after it'],
])('a request of %s is answered by %s: %s', (received, due) => {
  expect(requestDue(received)).toBe(due)
})

test('extended, it is two months more from the day on which it came in', () => {
  expect(extendedDue('2026-11-20')).toBe('2027-02-22')
})

test('an answered request is kept to the end of the third year after', () => {
  expect([requestForgottenFrom('2026-01-01'), requestForgottenFrom('2026-12-31')]).toEqual(['2030-01-01', '2030-01-01'])
})
