import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ERROR_CODES } from '../../shared/errors.ts'

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const documented = [...page.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm)].map(([, code]) => code)

test('every error code stands once on its page, and no other', () => {
  expect(documented).toHaveLength(ERROR_CODES.length)
  expect(new Set(documented)).toEqual(new Set(ERROR_CODES))
})
