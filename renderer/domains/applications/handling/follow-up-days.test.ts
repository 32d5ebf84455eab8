import { expect, test } from 'vitest'
import { quickDay, type QuickDay } from './follow-up-days.ts'

test.each<readonly [QuickDay, string, string, string]>([
  ['week', '2026-11-16T10:00:00Z', '2026-11-23', 'a Monday'],
  ['week', '2026-12-18T10:00:00Z', '2026-12-28', 'past Christmas and the Sunday after it'],
  ['weeks', '2026-11-22T23:30:00Z', '2026-12-07', 'counted from the day it is in Germany'],
  ['month', '2026-01-31T10:00:00Z', '2026-03-02', 'the last of a short month is a Saturday'],
])('%s after %s is %s: %s', (which, now, day) => {
  expect(quickDay(which, Date.parse(now))).toBe(day)
})
