import { expect, test } from 'vitest'
import { createRefusedSenders } from './limit-asking-refused.ts'

test('only so many are remembered, and none after their time', () => {
  const refused = createRefusedSenders(2)
  const known = () => ['first', 'second', 'third', 'fourth'].map(refused.untilOf)
  refused.note('first', 100, 0)
  refused.note('second', 50, 10)
  expect(known()).toEqual([100, 50, 0, 0])
  refused.note('third', 200, 20)
  expect(known()).toEqual([0, 50, 200, 0])
  refused.note('fourth', 210, 50)
  expect(known()).toEqual([0, 0, 200, 210])
})
