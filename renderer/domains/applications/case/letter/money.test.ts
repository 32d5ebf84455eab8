import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsOf, writtenCents } from './money.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000)

test.each([
  ['', null], ['  ', null], ['12', 1_200], ['12,5', 1_250], ['12,50 €', 1_250], ['1.234,56', 123_456], ['1234.5', 123_450], ['1.234', 123_400], ['0', 0],
  ['zwölf', undefined], ['12,345', undefined], ['-5', undefined], ['1,234,5', undefined], ['12345678901', undefined],
])('%j is %s cents', (text, cents) => expect(centsOf(text)).toBe(cents))

test(`what is written is read again (seed ${seed})`, () => {
  fc.assert(fc.property(fc.nat(99_999_999_999), cents => { expect(centsOf(writtenCents(cents))).toBe(cents) }), { seed })
})
