import { chromium } from 'playwright'
import { expect, test } from 'vitest'
import { ensureRenderer } from '../../build/renderer.ts'
import { PAGE_HEADERS } from '../../main/electron/screens.ts'
import { BROWSER, newPage } from '../support/browser.ts'
import { startDemoServer } from '../support/demo-server.ts'
import { sharedInFile } from '../support/scene.ts'

// The screens under the very policy that the Electron shell sends, trusted types included, in the system's Chromium.
const POLICY = PAGE_HEADERS['content-security-policy'] ?? ''
const violations: string[] = []
const failures: string[] = []
const here = sharedInFile(async endLater => {
  const server = await endLater(startDemoServer(await ensureRenderer(), 500))
  // Answers that were changed on their way count as the internet's, and may then not ask this computer for a socket.
  const browser = await endLater(chromium.launch({ ...BROWSER, args: [...BROWSER.args, '--disable-features=LocalNetworkAccessChecks'] }))
  const page = await newPage(browser)
  page.on('pageerror', error => failures.push(error.message))
  await page.exposeFunction('noteViolation', (text: string) => void violations.push(text))
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event => {
    (globalThis as unknown as { noteViolation(text: string): void }).noteViolation(`${event.violatedDirective} ${event.sample}`)
  }))
  await page.route('**/*', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } })
  })
  return { server, page }
})

test('list, search and case need nothing the policy forbids', async () => {
  const { page } = here
  await page.goto(here.server.url)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.locator('.ag-row', { hasText: /\S/ }).first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.ag-row').first().dblclick()
  await page.getByRole('heading', { name: 'Angaben im Antrag' }).waitFor()
  // zod asks once whether code may be made from text, is refused, and goes on without.
  expect([failures, violations.filter(text => !text.startsWith('require-trusted-types-for Function|'))]).toEqual([[], []])
})

test.each([
  ['markup from text', () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>') }],
  ['a script from elsewhere', () => { Object.assign(document.body.appendChild(document.createElement('script')), { src: 'https://evil.example/a.js' }) }],
  ['code from text', () => { Object.assign(document.createElement('script'), { text: '1' }) }],
  ['a policy of its own', () => { (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('a', {}) }],
])('the policy refuses %s', async (_name, attempt) => {
  await expect(here.page.evaluate(attempt)).rejects.toThrow(/TrustedHTML|TrustedScriptURL|TrustedScript|Policy/)
})
