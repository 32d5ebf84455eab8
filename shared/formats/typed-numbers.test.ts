import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount, readArea, type NumberProblem } from './typed-numbers.ts'

const centsOf = (typed: string): number | string => {
  const read = readAmount(typed)
  return read.ok ? read.value.cents : read.error
}

describe('an amount', () => {
  test.each<readonly [string, number]>([
    ['1.234,56', 123_456], ['1234,5', 123_450], ['1 234,56 €', 123_456], ['1\u00A0234,56\u00A0€', 123_456], ['1.234', 123_400], ['17', 1_700], ['0,05', 5],
    ['17,85 EUR', 1_785], ['€ 17,85', 1_785], ['12,-', 1_200], ['12,--', 1_200], ['12,–', 1_200], ['1.234.567,89', 123_456_789], ['17,850', 1_785], ['0', 0], [' 3,10 ', 310],
  ])('%s is %i cents', (typed, cents) => {
    expect(readAmount(typed)).toEqual({ ok: true, value: { cents, isEnglish: false } })
  })

  test.each<readonly [string, number]>([['1,234.56', 123_456], ['12.50', 1_250], ['1234.5', 123_450], ['1,234,567.00', 123_456_700]])('%s is English and told so', (typed, cents) => {
    expect(readAmount(typed)).toEqual({ ok: true, value: { cents, isEnglish: true } })
  })

  test.each<readonly [string, NumberProblem]>([
    ['', 'not-a-number'], ['zwölf', 'not-a-number'], ['1.23.4', 'not-a-number'], ['12,3,4', 'not-a-number'], ['1.2345,00', 'not-a-number'], ['1e3', 'not-a-number'],
    ['12,3456', 'too-exact'], ['12,345', 'too-exact'], ['12.3456', 'too-exact'], ['-5,00', 'negative'], ['5,00-', 'negative'], ['(5,00)', 'negative'], ['−5', 'negative'],
    ['123456789012', 'too-large'], ['#WERT!', 'not-a-number'], ['=A1*2', 'not-a-number'], ['١٢', 'not-a-number'], ['-', 'not-a-number'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(centsOf(typed)).toBe(problem)
  })

  test('may be negative where that is allowed', () => {
    for (const typed of ['-5,00', '5,00-', '(5,00)']) expect(readAmount(typed, { isNegativeAllowed: true })).toEqual({ ok: true, value: { cents: -500, isEnglish: false } })
    expect(readAmount('-0,00', { isNegativeAllowed: true })).toEqual({ ok: true, value: { cents: 0, isEnglish: false } })
  })

  test('is not guessed at among English ones', () => {
    expect(readAmount('1.234', { isAmongEnglish: true })).toEqual({ ok: false, error: 'ambiguous' })
    expect(readAmount('1.234,50', { isAmongEnglish: true })).toMatchObject({ ok: true })
  })

  test('is read as it was written in Germany, whatever its size', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), cents => {
      const written = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(cents / 100)
      expect(centsOf(written)).toBe(cents)
    }), { verbose: true })
  })

  test('never breaks on what people write', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '0', '.', ',', '-', '(', ')', '€', ' ', 'E', 'x') }), typed => {
      const read = readAmount(typed)
      expect(!read.ok || Number.isSafeInteger(read.value.cents)).toBe(true)
    }), { verbose: true })
  })
})

describe('an area', () => {
  test.each<readonly [string, number]>([['1.234 m²', 1_234], ['1234', 1_234], ['1.234 qm', 1_234], ['0,5432 ha', 5_432], ['2 ha', 20_000], ['12,5ha', 125_000], ['1234,00', 1_234], ['0', 0]])(
    '%s is %i square metres', (typed, squareMetres) => {
      expect(readArea(typed)).toEqual({ ok: true, value: squareMetres })
    })

  test('is in hectares where the heading says so, and as the cell says where it says it', () => {
    expect(readArea('0,5', 'ha')).toEqual({ ok: true, value: 5_000 })
    expect(readArea('500 m²', 'ha')).toEqual({ ok: true, value: 500 })
  })

  test.each<readonly [string, NumberProblem]>([['12,5', 'too-exact'], ['0,54321 ha', 'too-exact'], ['-5', 'negative'], ['viel', 'not-a-number'], ['', 'not-a-number'], ['ha', 'not-a-number']])(
    '%j is refused: %s', (typed, problem) => {
      expect(readArea(typed)).toEqual({ ok: false, error: problem })
    })
})
