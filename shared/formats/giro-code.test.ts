import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { giroCode, readGiroCode, type GiroCodeProblem, type Payment } from './giro-code.ts'

const PAYMENT: Payment = { bic: '', name: 'Einheitsgemeinde Stadt Tangerhütte', iban: 'DE89370400440532013000', cents: 1_785, text: 'Kassenzeichen 70.4711.00012' }

describe('the code for a transfer', () => {
  test('holds the lines of EPC069-12 in their order, with two digits of cents', () => {
    expect(giroCode(PAYMENT)).toEqual({
      ok: true,
      value: 'BCD\n002\n1\nSCT\n\nEinheitsgemeinde Stadt Tangerhütte\nDE89370400440532013000\nEUR17.85\n\n\nKassenzeichen 70.4711.00012',
    })
  })

  test('takes an IBAN as people write it, and a BIC where there is one', () => {
    const code = giroCode({ ...PAYMENT, iban: 'de89 3704 0044 0532 0130 00', bic: 'cobadeffxxx' })
    expect(code.ok && code.value.split('\n').slice(4, 7)).toEqual(['COBADEFFXXX', PAYMENT.name, PAYMENT.iban])
  })

  test('ends with the last line that holds something', () => {
    const code = giroCode({ ...PAYMENT, text: '' })
    expect(code.ok && code.value).toMatch(/EUR17\.85$/)
    expect(readGiroCode(code.ok ? code.value : '')).toEqual({ ok: true, value: { ...PAYMENT, text: '' } })
  })

  test.each<readonly [GiroCodeProblem, string, Partial<Payment>]>([
    ['name', 'nobody is paid', { name: ' ' }],
    ['name', 'the name has 71 letters', { name: 'ü'.repeat(71) }],
    ['name', 'the name would begin a field of its own', { name: 'Stadt\nDE02120300000000202051' }],
    ['iban', 'a digit is wrong', { iban: 'DE89370400440532013001' }],
    ['iban', 'it is too short', { iban: 'DE8937040044053201300' }],
    ['bic', 'it is none', { bic: 'COBADE' }],
    ['amount', 'there is nothing to pay', { cents: 0 }],
    ['amount', 'less than nothing is to pay', { cents: -1 }],
    ['amount', 'cents are divided', { cents: 0.5 }],
    ['amount', 'no transfer is that large', { cents: 100_000_000_000 }],
    ['text', 'it has 141 letters', { text: 'x'.repeat(141) }],
    ['text', 'it has two lines', { text: 'one\ntwo' }],
  ])('is refused for its %s: %s', (problem, _, part) => {
    expect(giroCode({ ...PAYMENT, ...part })).toEqual({ ok: false, error: problem })
  })

  test('holds the smallest and the largest amount', () => {
    for (const cents of [1, 99_999_999_999]) {
      const code = giroCode({ ...PAYMENT, cents })
      expect(code.ok && readGiroCode(code.value)).toEqual({ ok: true, value: { ...PAYMENT, cents } })
    }
  })

  test('is read as it was written, and is never longer than a code may be', () => {
    const words = (most: number) => fc.string({ unit: fc.constantFrom('a', 'Z', 'ß', 'ä', '€', '😀', ' ', '.', '-', '7'), maxLength: most }).map(text => text.trim())
    fc.assert(fc.property(words(70).filter(name => name !== ''), words(140), fc.integer({ min: 1, max: 99_999_999_999 }), (name, text, cents) => {
      const payment = { ...PAYMENT, name, text, cents }
      const code = giroCode(payment)
      expect(code.ok && readGiroCode(code.value)).toEqual({ ok: true, value: payment })
    }), { verbose: true })
  })
})

describe('another code', () => {
  test.each([
    '', 'https://example.org', 'BCD\n003\n1\nSCT', 'BCD\n002\n2\nSCT\n\nStadt\nDE89370400440532013000\nEUR1',
    'BCD\n002\n1\nINST\n\nStadt\nDE89370400440532013000\nEUR1',
  ])('is not read: %j', content => {
    expect(readGiroCode(content)).toEqual({ ok: false, error: 'unreadable' })
  })

  test.each(['EUR1,00', 'EUR1.234', 'USD1.00', 'EUR'])('is not read with the amount %s', amount => {
    expect(readGiroCode(`BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\n${amount}`)).toEqual({ ok: false, error: 'amount' })
  })

  test('never breaks the reader', () => {
    fc.assert(fc.property(fc.string(), content => {
      expect(readGiroCode(content)).toMatchObject({ ok: false })
    }), { verbose: true })
  })
})
