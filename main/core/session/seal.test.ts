import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const key = randomBytes(32)
const content = randomBytes(32)

test('opens with its key and purpose, and with no other', () => {
  const sealed = seal(content, key, 'a', randomBytes)
  expect(unseal(sealed, key, 'a')).toEqual(content)
  expect(unseal(sealed, randomBytes(32), 'a')).toBeNull()
  expect(unseal(sealed, key, 'b')).toBeNull()
  expect(Buffer.from(sealed).includes(content)).toBe(false)
})

test('does not open when any byte was changed or cut off', () => {
  const sealed = seal(content, key, 'a', randomBytes)
  for (let index = 0; index < sealed.length; index++) {
    const changed = Uint8Array.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(unseal(changed, key, 'a')).toBeNull()
    expect(unseal(sealed.subarray(0, index), key, 'a')).toBeNull()
  }
})

test('the same content is never sealed the same way twice', () => {
  expect(seal(content, key, 'a', randomBytes)).not.toEqual(seal(content, key, 'a', randomBytes))
})
