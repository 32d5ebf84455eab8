import { expect, test } from 'vitest'
import { deletableBefore } from './retention.ts'

test('a dose is kept for ten whole years, and to the end of the tenth', () => {
  expect(['2036-11-24', '2036-12-31', '2037-01-01'].map(deletableBefore)).toEqual(['2026-01-01', '2026-01-01', '2027-01-01'])
})
