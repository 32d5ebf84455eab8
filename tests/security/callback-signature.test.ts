import { expect, test } from 'vitest'
import { callbackSignature, verifyCallback } from '../../service/fit-connect/callback/verify.ts'

const SECRET = 'a secret of the portal and the town'
const NOW_MS = Date.UTC(2026, 10, 23, 9, 0)
const timestamp = String(NOW_MS / 1_000)
const body = Buffer.from('{"type":"new-submissions"}')
const signature = callbackSignature(SECRET, timestamp, body)
const verdictOn = (authentication: string): string => verifyCallback(SECRET, { timestamp, authentication, body }, NOW_MS)

test('the right signature is taken, so that the refusals below mean something', () => {
  expect(verdictOn(signature)).toBe('genuine')
})

test('every single bit of the signature counts', () => {
  const bytes = Buffer.from(signature, 'hex')
  const taken = Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const other = Buffer.from(bytes)
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return verdictOn(other.toString('hex'))
  }).filter(verdict => verdict !== 'forged')
  expect(taken).toEqual([])
})

test.each([
  ['nothing', ''], ['a part', signature.slice(0, 126)], ['more', `${signature}00`], ['another kind of letters', Buffer.from(signature, 'hex').toString('base64')], ['the one of another secret', callbackSignature('b', timestamp, body)],
])('%s is no signature', (_, authentication) => {
  expect(verdictOn(authentication)).toBe('forged')
})
