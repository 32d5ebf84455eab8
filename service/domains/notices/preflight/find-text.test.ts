import { expect, test } from 'vitest'
import { says, searchable } from './find-text.ts'

test.each<readonly [string, string, boolean]>([
  ['Flur 3, Flurstück 12/4', '12/4', true],
  ['Flur 3, Flurstück 12/40', '12/4', false],
  ['Flur 3, Flurstück 112/4', '12/4', false],
  ['Flurstück 12/40 und 12/4.', '12/4', true],
  ['Flurstück 12/\n4', '12/4', true],
  ['zu zahlen 1.234,\u{A0}50 €', '1.234,50 €', true],
  ['zu zahlen 11 .234,50 €', '1.234,50 €', false],
  ['\u{10400}4711', '4711', false],
  ['4711\u{10400}', '4711', false],
  ['', '4711', false],
  ['4711', ' ', true],
])('%j says %j: %s', (text, wanted, isThere) => {
  expect(says(searchable(text), wanted)).toBe(isThere)
})
