import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusCalendarDays } from '../german-days.ts'
import { dayOfSerial, readDay, type DayProblem } from './typed-days.ts'

describe('a day', () => {
  test.each<readonly [string, string]>([
    ['1.3.2026', '2026-03-01'], ['01.03.2026', '2026-03-01'], ['01.03.26', '2026-03-01'], ['31.12.99', '1999-12-31'], ['1. 3. 2026', '2026-03-01'], ['2026-03-01', '2026-03-01'],
    ['2026-03-01T00:00:00', '2026-03-01'], ['2026-03-01 00:00:00', '2026-03-01'], ['01.03.2026 00:00', '2026-03-01'], ['1. März 2026', '2026-03-01'], ['1. Mrz 2026', '2026-03-01'],
    ['15. Okt. 2025', '2025-10-15'], ['46082', '2026-03-01'], ['29.02.2024', '2024-02-29'], [' 1.3.2026 ', '2026-03-01'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toEqual({ ok: true, value: day })
  })

  test.each<readonly [string, DayProblem]>([
    ['31.02.2026', 'no-such-day'], ['29.02.2025', 'no-such-day'], ['0.3.2026', 'no-such-day'], ['1.13.2026', 'no-such-day'], ['2026-02-30', 'no-such-day'], ['1. Brumaire 2026', 'not-a-day'],
    ['1. Xyz 2026', 'not-a-day'], ['31. Juni 2026', 'no-such-day'], ['03/04/2026', 'ambiguous'], ['', 'not-a-day'], ['morgen', 'not-a-day'], ['2026', 'not-a-day'], ['1.3.', 'not-a-day'], ['1.3.226', 'not-a-day'],
    ['19999', 'not-a-day'], ['80001', 'not-a-day'], ['2026-03-01T13:45:00', 'not-a-day'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(readDay(typed)).toEqual({ ok: false, error: problem })
  })

  test('is the same however it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), days => {
      const day = plusCalendarDays('1980-01-01', days)
      const [year = '', month = '', number = ''] = day.split('-')
      for (const typed of [`${number}.${month}.${year}`, `${Number(number)}.${Number(month)}.${year}`, day]) expect(readDay(typed)).toEqual({ ok: true, value: day })
    }), { verbose: true })
  })

  test('never breaks on what people write', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '0', '3', '.', '-', '/', ' ', 'm', 'ä', 'r', 'z', 'T', ':') }), typed => {
      const read = readDay(typed)
      expect(!read.ok || /^\d{4}-\d{2}-\d{2}$/.test(read.value)).toBe(true)
    }), { verbose: true })
  })
})

test('a spreadsheet counts its days from the end of 1899, or from 1904', () => {
  expect([dayOfSerial(46_082), dayOfSerial(46_082.75), dayOfSerial(44_620, true)]).toEqual(['2026-03-01', '2026-03-01', '2026-03-01'])
})
