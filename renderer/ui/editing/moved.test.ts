import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test('what stands at an end stays there', () => {
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 0, 1)).toEqual(['b', 'a'])
})
