import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test('one goes a place up or down, and no further than the end', () => {
  expect([moved(['a', 'b', 'c'], 1, -1), moved(['a', 'b', 'c'], 1, 1), moved(['a', 'b', 'c'], 0, -1), moved(['a', 'b', 'c'], 2, 1)])
    .toEqual([['b', 'a', 'c'], ['a', 'c', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c']])
})
