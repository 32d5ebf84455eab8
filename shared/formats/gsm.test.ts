import { expect, test } from 'vitest'
import { inDefaultAlphabet, mobileLength, smsParts } from './gsm.ts'

test('umlauts and paragraph signs take one unit each, brackets and the euro sign two', () => {
  expect(mobileLength('Grüße § äöüÄÖÜß')).toEqual({ encoding: 'gsm-7', units: 15, foreign: [] })
  expect(mobileLength('\f^{}\\[~]|€')).toEqual({ encoding: 'gsm-7', units: 20, foreign: [] })
  expect(mobileLength('[5 €]')).toEqual({ encoding: 'gsm-7', units: 8, foreign: [] })
})

test('one character outside the alphabet makes all wide, and is named once with what says the same', () => {
  const length = mobileLength('„Achtung“ – „Rauch“ ŵ 🔥')
  expect(length).toMatchObject({ encoding: 'ucs-2', units: 24 })
  expect(length.foreign).toEqual([
    { character: '„', replacement: '"' }, { character: '“', replacement: '"' }, { character: '–', replacement: '-' }, { character: 'ŵ', replacement: 'w' }, { character: '🔥', replacement: null },
  ])
})

test('letters written as letter and mark are the letter', () => {
  expect(mobileLength('u\u0308ber')).toEqual({ encoding: 'gsm-7', units: 4, foreign: [] })
  expect(mobileLength('u\u0308ber ŵ')).toMatchObject({ encoding: 'ucs-2', units: 6 })
})

test('what has something that says the same is replaced, the rest stays', () => {
  expect(inDefaultAlphabet('„Łódź“ … 20 °C')).toBe('"Łodz" ... 20 Grad C')
  expect(mobileLength(inDefaultAlphabet('„Fenster zu“ – bitte sofort …')).encoding).toBe('gsm-7')
})

test.each([
  ['a'.repeat(160), 1], ['a'.repeat(161), 2], ['a'.repeat(306), 2], ['a'.repeat(307), 3], ['€'.repeat(80), 1], ['€'.repeat(81), 2], ['ŵ'.repeat(70), 1], ['ŵ'.repeat(71), 2], ['', 1],
  // 306 units, of which the 153rd and the 154th are one sign; and 134 of which the 67th and the 68th are.
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3], [`${'a'.repeat(153)}€${'a'.repeat(151)}`, 2], [`${'a'.repeat(66)}🔥${'a'.repeat(66)}`, 3],
] as const)('case %#: %s takes %i SMS', (text, parts) => {
  expect(smsParts(text)).toBe(parts)
})
