import { expect, test } from 'vitest'
import { postageOf, pricesOn, type PostPrices } from './price.ts'

const prices = pricesOn('2026-11-23')
const cents = (pages: readonly number[], isColor = false, isDuplex = true): number | undefined => prices && postageOf({ pages, isColor, isDuplex }, prices).cents

test('one letter costs what the list says, by ink and sides', () => {
  expect([cents([1], false, false), cents([1]), cents([1], true, false), cents([1], true)]).toEqual([80, 81, 83, 90])
})

test('sheets after the first are paid each, and printing on both sides halves them', () => {
  expect([cents([2]), cents([3]), cents([3], false, false), cents([5], true)]).toEqual([81, 85, 88, 118])
})

test('many letters together are cheaper from the step on', () => {
  const [few, many] = [249, 250].map(count => cents(Array.from({ length: count }, () => 2)))
  expect([few, many]).toEqual([249 * 81, 250 * 74])
})

test('a list holds from its day until the next one', () => {
  const list = (from: string): PostPrices => ({ from, source: '', letter: { black: { simplex: 1, duplex: 1 }, color: { simplex: 1, duplex: 1 } }, furtherSheet: { black: 1, color: 1 }, steps: [] })
  const lists = [list('2025-01-01'), list('2027-01-01')]
  expect(['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'].map(day => pricesOn(day, lists)?.from)).toEqual([undefined, '2025-01-01', '2025-01-01', '2027-01-01'])
})
