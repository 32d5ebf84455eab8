import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockTime } from '../../../../shared/domains/appointments/clock-time.ts'
import { contentOf, hoursProblems } from '../../../../shared/domains/appointments/hours-commands.ts'
import { counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { plusCalendarDays } from '../../../../shared/german-days.ts'
import { draftOf, readHours } from './hours-draft.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const before = contentOf(someHours())
const draft = draftOf(before, 'de')

describe('what is typed', () => {
  test('is named by its field where it cannot be read', () => {
    const wrong = { ...draft, from: 'bald', to: '31.2.2027', weekdays: [], rhythm: 'every' as const, everyWeeks: '1', start: '', end: '25', isEverywhere: false, resourceIds: [], slotMinutes: '3' }
    expect(readHours(wrong, before)).toEqual({ content: undefined, problems: { from: 'day', to: 'day', weekdays: 'none', everyWeeks: 'number', start: 'time', end: 'time', resourceIds: 'none', slotMinutes: 'number' } })
  })

  test('is judged by the same rule as at the service', () => {
    expect(readHours({ ...draft, end: '7', to: '1.1.2025' }, before).problems).toEqual({ end: 'order', to: 'order' })
    expect(readHours({ ...draft, slotMinutes: '240', start: '9' }, before).problems).toEqual({ slotMinutes: 'too-short' })
  })

  test('leaves out what another kind does not know', () => {
    expect(readHours({ ...draft, kind: 'closed', isWholeDay: true, onHolidays: true }, before).content).toMatchObject({ startTime: '00:00', endTime: '24:00', publicResourceIds: [], onHolidays: false })
  })

  test('counters that are not staffed any more are not offered to the public', () => {
    expect(readHours({ ...draft, isEverywhere: false, resourceIds: [counterId(2)] }, before)).toMatchObject({ content: { resourceIds: [counterId(2)], publicResourceIds: [] }, problems: {} })
  })
})

describe('from a day on', () => {
  test('the day is that of the change, and what the first day says does not matter', () => {
    expect(readHours({ ...draft, isLater: true, since: '1.12.2026', from: 'bald' }, before)).toMatchObject({ content: { fromDay: '2026-12-01' }, problems: {} })
  })

  test('it lies after the first day of the line and before its end', () => {
    expect(readHours({ ...draft, isLater: true, since: '' }, before).problems).toEqual({ since: 'day' })
    expect(readHours({ ...draft, isLater: true, since: '1.1.2026' }, before).problems).toEqual({ since: 'not-after' })
    expect(readHours({ ...draft, isLater: true, since: '1.12.2026', to: '' }, { ...before, toDay: '2026-11-30' }).problems).toEqual({ since: 'over' })
  })
})

test(`a line that is opened and saved stays as it was (FC_SEED=${seed})`, () => {
  const line = fc.record({
    kind: fc.constantFrom('open' as const, 'break' as const, 'closed' as const), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    everyWeeks: fc.integer({ min: 1, max: 52 }), weeksOfMonth: fc.uniqueArray(fc.constantFrom<1 | 2 | -1>(1, 2, -1), { maxLength: 3 }), from: fc.nat({ max: 90 }), length: fc.integer({ min: 1, max: 5 }), days: fc.option(fc.nat({ max: 400 })),
  })
  fc.assert(fc.property(line, ({ kind, weekdays, everyWeeks, weeksOfMonth, from, length, days }) => {
    const content = contentOf(someHours({
      kind, weekdays: weekdays.toSorted((one, other) => one - other), everyWeeks, weeksOfMonth: everyWeeks > 1 ? [] : weeksOfMonth.toSorted((one, other) => one - other),
      toDay: days === null ? null : plusCalendarDays('2026-01-01', days), publicResourceIds: kind === 'open' ? [counterId(1)] : [],
      from: clockTime(from * 15), to: clockTime(Math.min(1_440, from * 15 + length * 15)),
    }))
    if (hoursProblems(content).length > 0) return
    for (const language of ['de', 'en'] as const) expect(readHours(draftOf(content, language), content)).toEqual({ content, problems: {} })
  }), { seed, numRuns: 200 })
})
