import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerScreen, listScreens, type Screens } from './screens.ts'

const SECRET = 'not for the page'
const folder = mkdtempSync(join(tmpdir(), 'screens-'))
let screens: Screens

beforeAll(() => {
  mkdirSync(join(folder, 'out/assets'), { recursive: true })
  writeFileSync(join(folder, 'out/index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'out/assets/app-B1.js'), 'export {}')
  writeFileSync(join(folder, 'out/.sources'), SECRET)
  writeFileSync(join(folder, 'secret.html'), SECRET)
  symlinkSync(join(folder, 'secret.html'), join(folder, 'out/link.html'))
  screens = listScreens(join(folder, 'out'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (url: string, method = 'GET') => answerScreen(screens, { url, method })

test('serves the screens with a strict policy', async () => {
  const [page, script, head] = [await ask('app://rathaus/'), await ask('app://rathaus/assets/app-B1.js'), await ask('app://rathaus/index.html', 'HEAD')]
  expect([page.status, script.status, head.status]).toEqual([200, 200, 200])
  expect([await page.text(), await head.text()]).toEqual(['<!doctype html>', ''])
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(page.headers.get('content-security-policy')?.split('; ')).toEqual([
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
    "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ])
})

test.each([
  'app://rathaus/.sources', 'app://rathaus/link.html', 'app://rathaus/../secret.html', 'app://rathaus/%2e%2e/secret.html', 'app://rathaus/..%5csecret.html',
  'app://rathaus//secret.html', 'app://rathaus/assets', 'app://rathaus/INDEX.HTML', 'app://rathaus/index.html%00', 'app://rathaus/index.html?a', 'app://other/index.html', 'app://another/index.html',
  'app://rathaus.evil/index.html', 'app://evil@rathaus/index.html', 'app://rathaus:80/index.html', 'file:///etc/passwd', 'app:/index.html', '',
])('has nothing at %j', async url => {
  expect((await ask(url)).status).toBe(404)
})

test('answers no other method', async () => {
  expect((await ask('app://rathaus/index.html', 'POST')).status).toBe(405)
})

test('no path reads a file that is not in the list', async () => {
  const step = fc.constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '%5c..', '\\', '/', '//', 'assets', 'secret.html', '.sources', 'index.html', '\u0000', '%00', folder)
  await fc.assert(fc.asyncProperty(fc.oneof(fc.array(step, { maxLength: 6 }).map(steps => steps.join('/')), fc.string({ unit: 'binary' })), async path => {
    const answer = await ask(`app://rathaus/${path}`)
    expect(await answer.text()).not.toContain(SECRET)
  }), { numRuns: 10_000 })
})
