import { expect, test } from 'vitest'
import { secretsOf } from './secrets-of.ts'

test('until it is known who stands under secrecy, everybody is taken to', () => {
  expect([secretsOf(undefined)('one'), secretsOf([])('one'), secretsOf(['one'])('one'), secretsOf(['one'])('other')]).toEqual([true, false, true, false])
})
