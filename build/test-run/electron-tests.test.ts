import { expect, test } from 'vitest'
import { countTests } from './electron-tests.ts'

test('counts tests, and a table of cases as one', () => {
  const text = `
    import { test, it, describe, expect } from 'vitest'
    describe('a', () => { test('b', () => { expect(1).toBe(1) }); it('c', () => undefined) })
    test.each([1, 2])('d %s', () => undefined)
    test('e', { timeout: 5 }, () => undefined)
  `
  expect(countTests('a.test.ts', text)).toBe(4)
})
