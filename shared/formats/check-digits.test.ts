import { expect, test } from 'vitest'
import { isSnomedId } from './check-digits.ts'

test('a code of SNOMED CT with one wrong digit, or two that changed places, is none', () => {
  const code = '840539006'
  expect(isSnomedId(code)).toBe(true)
  const wrong = Array.from(code).flatMap((digit, place) => Array.from('0123456789').filter(other => other !== digit).map(other => `${code.slice(0, place)}${other}${code.slice(place + 1)}`))
  const swapped = Array.from(code).slice(1).flatMap((digit, index) => (digit === code[index] ? [] : [`${code.slice(0, index)}${digit}${code.charAt(index)}${code.slice(index + 2)}`]))
  expect([wrong.length, swapped.length, [...wrong, ...swapped].filter(isSnomedId)]).toEqual([81, 7, []])
  expect(['', '61420', '06142004', '6142004x', '1'.repeat(19)].filter(isSnomedId)).toEqual([])
})
