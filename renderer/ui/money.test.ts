import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../texts/languages.ts'
import { centsOf, formatEuros, writtenCents } from './money.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000)

test.each([
  ['', null], ['  ', null], ['12', 1_200], ['12,5', 1_250], ['12,50 €', 1_250], ['1.234,56', 123_456], ['1234.5', 123_450], ['1.234', 123_400], ['0', 0],
  ['zwölf', undefined], ['12,345', undefined], ['-5', undefined], ['1,234,5', undefined], ['12345678901', undefined],
])('%j is %s cents in German', (text, cents) => expect(centsOf(text, 'de')).toBe(cents))

test.each([
  ['12.5', 1_250], ['€12.50', 1_250], ['12,50', 1_250], ['1,234.56', 123_456], ['1,234', 123_400], ['1.234', undefined], ['1.234,56', undefined],
])('%j is %s cents in English', (text, cents) => expect(centsOf(text, 'en')).toBe(cents))

test(`what is written or told is read again, in both languages (seed ${seed})`, () => {
  fc.assert(fc.property(fc.nat(99_999_999_999), fc.constantFrom(...LANGUAGES), (cents, language) => {
    expect([centsOf(writtenCents(cents, language), language), centsOf(formatEuros(cents, language), language)]).toEqual([cents, cents])
  }), { seed })
})

test('amounts are told as the language tells them', () => {
  expect([formatEuros(123_450, 'de'), formatEuros(123_450, 'en'), writtenCents(1_250, 'de'), writtenCents(1_250, 'en')]).toEqual(['1.234,50\u00a0€', '€1,234.50', '12,50', '12.50'])
})
