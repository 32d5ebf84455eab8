import { expect, test } from 'vitest'
import { REPORT_WITHIN_MS } from '../../../../shared/domains/vaccinations/recall-commands.ts'
import { SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { reportClock } from './report-clock.ts'

const suspectedMs = msOf(SESSION_NOW)
const dueAt = instantFromMs(suspectedMs + REPORT_WITHIN_MS)
const hours = (count: number): number => suspectedMs + count * 3_600_000

test.each([
  ['at the beginning', hours(0), { urgency: 'running', hours: 24, minutes: 0 }],
  ['a second later', hours(0) + 1_000, { urgency: 'running', hours: 24, minutes: 0 }],
  ['half a day later', hours(15.25), { urgency: 'running', hours: 8, minutes: 45 }],
  ['with less than six hours left', hours(18) + 1, { urgency: 'soon', hours: 6, minutes: 0 }],
  ['in the last minute', hours(24) - 1_000, { urgency: 'soon', hours: 0, minutes: 1 }],
  ['when it is over', hours(24), { urgency: 'over', hours: 0, minutes: 0 }],
  ['two hours too late', hours(26.5), { urgency: 'over', hours: 2, minutes: 30 }],
] as const)('%s the clock says so', (_when, nowMs, clock) => {
  expect(reportClock({ dueAt }, nowMs)).toEqual(clock)
})
