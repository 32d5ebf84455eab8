import { expect, test } from 'vitest'
import { holderKey, holderOf } from './same-holder.ts'
import { aConsent, aNoticeContent } from './testing.ts'

test.each([
  ['Änne Großkopf', '4711.0815.1', true], ['AENNE  GROSSKOPF', '4711 0815 1', true], ['Anne Großkopf', '4711.0815.1', false], ['Änne Großkopf', '4711.0815.2', false], ['', '', false],
] as const)('%s under %s is the holder of the notice: %s', (name, reference, isSame) => {
  const content = aNoticeContent({ reference: '4711.0815.1' })
  expect(holderKey(aConsent({ name, reference })) === holderOf(content)).toBe(isSame)
})
