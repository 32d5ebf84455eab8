import { request } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLoopback, type Loopback } from './loopback.ts'

let loopback: Loopback
let answers: string[]
beforeEach(async () => {
  answers = []
  loopback = await openLoopback(address => void answers.push(address))
})
afterEach(() => loopback.close())

const ask = (address: string, options: { readonly method?: string; readonly headers?: Record<string, string> } = {}) =>
  new Promise<number | 'closed'>(resolve => {
    request(address, { ...options, agent: false }, response => resolve(response.resume().statusCode ?? 0)).on('error', () => resolve('closed')).end()
  })

test('takes one answer, shows a page that says so, and gives the port up', async () => {
  const callback = loopback.expect()
  const reply = await fetch(`${callback}?code=c&state=s`)
  const page = await reply.text()
  await vi.waitUntil(() => answers.length === 1)
  expect(page).toContain('Sie können dieses Fenster schließen')
  expect(page).toContain('You can close this window')
  expect(page).not.toContain('state=s')
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await ask(`${callback}?code=c&state=s`)).toBe('closed')
  expect(answers).toEqual([`${callback}?code=c&state=s`])
  await vi.waitUntil(() => loopback.expect() !== callback)
})

test('answers nothing while no sign-in is on its way', async () => {
  const callback = loopback.expect()
  await ask(`${callback}?error=access_denied&state=s`)
  await vi.waitUntil(() => answers.length === 1)
  expect(await ask(`${callback}?code=c&state=s`)).toBe('closed')
})

test('gives a sign-in up that took too long', async () => {
  const callback = loopback.expect()
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.advanceTimersByTime(16 * 60_000)
  const late = await ask(`${callback}?code=c&state=s`)
  vi.useRealTimers()
  expect([late, answers]).toEqual(['closed', []])
})

test('answers nothing that is not the provider\'s answer at this address', async () => {
  const callback = loopback.expect()
  const { origin } = new URL(callback)
  const tries = await Promise.all([
    ask(callback), ask(`${callback}?code=c`), ask(`${origin}/?code=c&state=s`), ask(`${origin}/callback/../x?code=c&state=s`),
    ask(`${callback}?code=c&state=s`, { method: 'POST' }), ask(`${callback}?code=c&state=s`, { headers: { host: 'evil.example' } }),
    ask(`${callback}?code=c&state=${'s'.repeat(9_000)}`),
  ])
  expect([new Set(tries), answers]).toEqual([new Set(['closed']), []])
  expect(await ask(`${callback}?code=c&state=s`)).toBe(200)
})
