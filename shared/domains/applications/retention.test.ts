import fc from 'fast-check'
import { expect, test } from 'vitest'
import { germanDay } from '../../german-days.ts'
import { instantFromMs } from '../../time.ts'
import { deletableFrom } from './retention.ts'
import { anApplication } from './testing.ts'

const decidedOn = (day: string) => anApplication({ status: 'decided', decidedAt: instantFromMs(Date.parse(`${day}T12:00:00Z`)) })
const months = (count: number) => ({ months: count, basis: 'Aktenordnung' })

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2016-11-22', 120, '2026-11-22'],
])('a case that ended on %s and is kept %d months may go from %s on', (ended, kept, from) => {
  expect(deletableFrom(decidedOn(ended), months(kept))).toBe(from)
})

test('the day is the German one', () => {
  const lateAtNight = anApplication({ status: 'closed', closedAt: instantFromMs(Date.UTC(2026, 0, 31, 23, 30)) })
  expect(deletableFrom(lateAtNight, months(1))).toBe('2026-03-01')
})

test('nothing goes that has not ended or has no rule', () => {
  const ended = decidedOn('2000-01-01')
  expect(deletableFrom(ended, null)).toBeNull()
  for (const status of ['received', 'in-progress', 'proposed'] as const)
    // A case that was reopened keeps its former times.
    expect(deletableFrom({ ...ended, status }, months(1)), status).toBeNull()
})

test('never earlier than the last day of the time it is kept', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 1_200 }), (date, count) => {
    const at = instantFromMs(date.getTime())
    const from = deletableFrom(anApplication({ status: 'closed', closedAt: at }), months(count)) ?? ''
    const monthsBetween = (Number(from.slice(0, 4)) - Number(germanDay(at).slice(0, 4))) * 12 + Number(from.slice(5, 7)) - Number(germanDay(at).slice(5, 7))
    expect(monthsBetween).toBe(count)
  }), { seed: 20261122 })
})
