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

test('another service takes the filters by its form away', () => {
  const byForm = { ...NO_FILTERS, form: [{ kind: 'yes-no' as const, key: 'isChipped', value: true }] }
  expect(isFiltered(byForm)).toBe(true)
  expect([withChoice(byForm, 'serviceId', ['market']).form, withChoice(byForm, 'status', ['received']).form.length]).toEqual([[], 1])
})

test.each([
  ['', '', { days: { from: null, to: null } }],
  ['1.11.2026', '', { days: { from: '2026-11-01', to: null } }],
  ['1.11.2026', '1.11.2026', { days: { from: '2026-11-01', to: '2026-11-01' } }],
  ['31.11.2026', '', { problem: 'from' }],
  ['', 'morgen', { problem: 'to' }],
  ['2.11.2026', '1.11.2026', { problem: 'order' }],
])('reads the days "%s" to "%s"', (from, to, read) => {
  expect(readDays(from, to)).toEqual(read)
})
