import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { Core } from '../core/core.ts'
import { startBrowserShell, type BrowserShell } from './shell.ts'

let folder: string
let shell: BrowserShell
const signedIn: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-'))
  mkdirSync(join(folder, 'screens/assets'), { recursive: true })
  writeFileSync(join(folder, 'screens/index.html'), '<!doctype html><title>Desk</title>')
  writeFileSync(join(folder, 'screens/assets/app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'outside')
})

afterEach(async () => {
  await shell.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (tokenIsReusable: boolean): Promise<{ origin: string; token: string }> => {
  shell = await startBrowserShell({ screens: join(folder, 'screens'), port: 0, tokenIsReusable })
  const core = { router: {}, completeSignIn: async (url: string) => void signedIn.push(url), close: async () => {} }
  shell.serve(core as unknown as Core)
  const url = new URL(shell.url)
  return { origin: url.origin, token: url.hash.slice('#t='.length) }
}

const exchange = (origin: string, token: string, headers: Record<string, string> = { origin }) =>
  fetch(`${origin}/session`, { method: 'POST', body: token, headers })

/** `fetch` normalises paths and hosts; this does not. */
const rawStatus = (origin: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    request({ hostname, port, path, headers }, response => resolve(response.resume().statusCode)).on('error', reject).end()
  })

const connect = (origin: string, headers: Record<string, string>) =>
  new Promise<'open' | 'refused'>(resolve => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/core`, { headers })
    socket.on('open', () => (socket.close(), resolve('open')))
    socket.on('error', () => resolve('refused'))
  })

describe('the token', () => {
  test('is good for one page, whose cookie survives a reload', async () => {
    const { origin, token } = await start(false)
    const admitted = await exchange(origin, token)
    const cookie = admitted.headers.get('set-cookie')?.split(';')[0] ?? ''
    const [again, reloaded, wrong] = [
      await exchange(origin, token),
      await exchange(origin, '', { origin, cookie }),
      await exchange(origin, 'x'.repeat(43)),
    ]
    expect([admitted.status, again.status, reloaded.status, wrong.status]).toEqual([204, 401, 204, 401])
    expect(admitted.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  })

  test('stays good in a headless shell', async () => {
    const { origin, token } = await start(true)
    expect([(await exchange(origin, token)).status, (await exchange(origin, token)).status]).toEqual([204, 204])
  })

  test('is refused from another origin and in a long body', async () => {
    const { origin, token } = await start(false)
    const foreign = await exchange(origin, token, { origin: 'http://evil.example' })
    expect([foreign.status, (await exchange(origin, 'x'.repeat(10_000))).status]).toEqual([403, 413])
  })
})

test('the socket opens to an admitted page of this origin and host only', async () => {
  const { origin, token } = await start(false)
  const cookie = (await exchange(origin, token)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const attempts = await Promise.all([
    connect(origin, { origin, cookie }),
    connect(origin, { origin }),
    connect(origin, { origin: 'http://evil.example', cookie }),
    connect(origin, { origin, cookie, host: 'evil.example' }),
  ])
  expect(attempts).toEqual(['open', 'refused', 'refused', 'refused'])
})

test('serves the screens with a strict policy and nothing beside them', async () => {
  const { origin } = await start(false)
  const page = await fetch(origin)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
  const paths = ['/assets/app.js', '/../secret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '//secret.txt', '/assets', '/nothing']
  const answers = await Promise.all(paths.map(path => rawStatus(origin, path, { host: new URL(origin).host })))
  expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404])
  expect(await rawStatus(origin, '/', { host: 'evil.example' })).toBe(421)
})

test('hands the way back from the sign-in to the core and shows the page again', async () => {
  const { origin } = await start(false)
  const back = await fetch(`${origin}/callback?code=c&state=s`, { redirect: 'manual' })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/'])
  expect(signedIn.at(-1)).toBe(`${origin}/callback?code=c&state=s`)
})
