import { expect, test } from 'vitest'
import { readDays } from './days-filter.tsx'
import { isFiltered, NO_FILTERS, periodStart, withChoice } from './filters.ts'

const NOW = Date.parse('2026-11-20T23:30:00.000Z')

test('periods begin on a day of Berlin', () => {
  expect((['today', 'week', 'month', 'year'] as const).map(period => periodStart(period, NOW))).toEqual(['2026-11-21', '2026-11-15', '2026-11-01', '2026-01-01'])
})

test('knows whether anything is filtered', () => {
  expect([NO_FILTERS, withChoice(NO_FILTERS, 'locality', ['Lüderitz']), { ...NO_FILTERS, receivedTo: '2026-11-01' }].map(isFiltered)).toEqual([false, true, true])
})

test.each([
  ['', '', { days: { receivedFrom: null, receivedTo: null } }],
  ['1.11.2026', '', { days: { receivedFrom: '2026-11-01', receivedTo: null } }],
  ['1.11.2026', '1.11.2026', { days: { receivedFrom: '2026-11-01', receivedTo: '2026-11-01' } }],
  ['31.11.2026', '', { problem: 'from' }],
  ['', 'morgen', { problem: 'to' }],
  ['2.11.2026', '1.11.2026', { problem: 'order' }],
])('reads the days "%s" to "%s"', (from, to, read) => {
  expect(readDays(from, to)).toEqual(read)
})
