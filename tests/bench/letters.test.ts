import { expect, test } from 'vitest'
import { letterFiles } from '../contract/letter-files.ts'
import { ourLetters } from './letters.ts'

test('the letters that are measured are made', async () => {
  const { typeset, finished } = await ourLetters(letterFiles(2, 1))
  expect([typeset > 0, finished > 0]).toEqual([true, true])
})
