import { expect, test } from 'vitest'
import { beginsTooEarly, editionsByTime, withEdition } from './editions.ts'

const rule = (id: string, validFrom: string, validTo: string | null = null) => ({ id, validFrom, validTo })
const first = rule('tbe', '2025-01-01')

test('a new edition ends the one before on the day before, and keeps it', () => {
  const twice = withEdition([first, rule('other', '2025-01-01')], rule('tbe', '2026-12-01'), 'tbe')
  expect(twice).toEqual([rule('tbe', '2025-01-01', '2026-11-30'), rule('other', '2025-01-01'), rule('tbe-2026-12-01', '2026-12-01')])
  expect(withEdition(twice, rule('x', '2027-01-01'), 'tbe-2026-12-01').map(({ id, validTo }) => [id, validTo])).toEqual([['tbe', '2026-11-30'], ['other', null], ['tbe-2026-12-01', '2026-12-31'], ['tbe-2027-01-01', null]])
})

test('from the same day on it is a correction, and before that day none at all', () => {
  expect(withEdition([first], rule('x', '2025-01-01', '2026-01-01'), 'tbe')).toEqual([rule('tbe', '2025-01-01', '2026-01-01')])
  expect([beginsTooEarly(rule('x', '2024-12-31'), first), beginsTooEarly(rule('x', '2025-01-01'), first), beginsTooEarly(rule('x', '2024-01-01'), undefined)]).toEqual([true, false, false])
})

test('one that is over stays as it ended, and no two have one name', () => {
  const over = rule('tbe', '2025-01-01', '2025-12-31')
  expect(withEdition([over], rule('x', '2026-12-01'), 'tbe')[0]).toEqual(over)
  expect(withEdition([first], rule('tbe', '2026-01-01'), undefined).map(({ id }) => id)).toEqual(['tbe', 'tbe-2'])
})

test('rules stand under now, ahead and past by their days', () => {
  const { now, ahead, past } = editionsByTime([rule('a', '2025-01-01', '2026-11-23'), rule('b', '2026-11-24', '2026-11-24'), rule('c', '2026-11-25')], '2026-11-24')
  expect([now, ahead, past].map(list => list.map(({ id }) => id))).toEqual([['b'], ['c'], ['a']])
})
