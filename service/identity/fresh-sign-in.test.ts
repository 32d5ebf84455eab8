import { expect, test } from 'vitest'
import { freshSignIn } from './fresh-sign-in.ts'

const NOW_MS = Date.UTC(2026, 10, 24, 9)
const at = (secondsAgo: number) => freshSignIn(NOW_MS / 1000 - secondsAgo, NOW_MS)

test('a sign-in is fresh for five minutes, and one that no issuer tells of never is', () => {
  for (const secondsAgo of [0, 299, 300, -59]) expect(at(secondsAgo)).toEqual({ ok: true, value: null })
  for (const secondsAgo of [301, 3_600, -61]) expect(at(secondsAgo)).toEqual({ ok: false, error: { code: 'session/sign-in-again', facts: { minutes: 5 } } })
  expect(freshSignIn(0, NOW_MS).ok).toBe(false)
})
