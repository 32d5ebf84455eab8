import type { Page } from 'playwright'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { instantFromMs } from '../../shared/time.ts'
import { accessibilityFindings, showCase } from '../support/browser.ts'
import { run, statusWith } from '../support/demo-core.ts'
import { DEMO_NOW_MS } from '../support/demo-now.ts'
import { demoScene } from '../support/scene.ts'
import { caseWhere, enter, resetDesk } from '../support/screens.ts'

const here = demoScene(200)
let page: Page
beforeAll(async () => {
  page = await here.open({ reducedMotion: null })
})

beforeEach(async () => {
  resetDesk(here.server.desk)
  await page.getByRole('heading', { name: 'Guten Tag.' }).waitFor()
})

async function enterList(): Promise<void> {
  enter(here.server.desk)
  await page.getByText('200 Vorgänge').waitFor()
}

test('a search hit says how its case was decided', async () => {
  const refused = caseWhere(here.server.desk, { status: 'decided', outcome: 'refused' })
  await enterList()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(refused.reference)
  const hit = page.getByRole('menuitem').filter({ hasText: refused.reference })
  await expect.poll(() => hit.locator('.status').textContent()).toBe('Abgelehnt')
  await page.keyboard.press('Escape')
})

test('what waits for its transfer leads to its case', async () => {
  const own = caseWhere(here.server.desk, { status: 'in-progress', assigneeName: 'Katrin Sommer' })
  await enterList()
  here.server.desk.status.tell(statusWith({ connection: 'offline' }))
  const note = { applicationId: own.id, text: 'Rückruf am Montag' }
  run(here.server.desk, 'applications.note', note)
  await page.keyboard.press('Alt+t')
  const panel = page.getByRole('dialog', { name: 'Stand der Übertragung' })
  await panel.getByRole('link', { name: own.subject }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await panel.getByRole('link', { name: own.subject }).click()
  await expect.poll(() => page.locator('.case__reference').textContent()).toBe(own.reference)
  expect(await panel.count()).toBe(0)
})

test('ages are told by the clock of the desk, whatever day it shows', async () => {
  const fresh = caseWhere(here.server.desk, { status: 'received' })
  const before = fresh.receivedAt
  here.server.desk.rows.applications.set(fresh.id, { ...fresh, receivedAt: instantFromMs(DEMO_NOW_MS - 5 * 60_000) })
  await enterList()
  await showCase(page, fresh.id)
  await expect.poll(() => page.locator('.case__facts time').textContent()).toContain('vor 5 Minuten')
  here.server.desk.rows.applications.set(fresh.id, { ...fresh, receivedAt: before })
})

test('the last wrong PIN: what happened, that nothing is lost, and the sign-in that is left', async () => {
  here.server.desk.session.tell({ kind: 'locked', name: 'Katrin Sommer', pinSet: true, attemptsLeft: 1 })
  await page.getByLabel('PIN', { exact: true }).fill('000111')
  await page.getByRole('button', { name: 'Entsperren' }).click()
  await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/fünfmal falsch.*Nichts ist verloren.*Melden Sie sich/)
  expect(await page.getByLabel('PIN', { exact: true }).count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Anmelden')
  expect(await accessibilityFindings(page)).toEqual([])
})

test('the last wrong PIN without a sign-in is told too', async () => {
  here.server.desk.session.tell({ kind: 'signed-out', offlineUnlock: null, problem: 'session/wrong-pin' })
  await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/fünfmal falsch/)
})

test.each([
  ['Status', 'Status'], ['Leistung', 'Leistung'], ['Eingang', 'Eingang'], ['Spalten', 'Spalten anzeigen'],
])('the window below %s is one dialog with its name, and axe finds nothing around it', async (name, title) => {
  await enterList()
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.getByRole('dialog', { name: title, exact: true }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

test('where the administration allows one language only, the page speaks it from the sign-in on, and the person’s own choice stays what it is elsewhere', async () => {
  const { desk } = here.server
  desk.languages = ['en']
  desk.preferences.set('appearance', { theme: 'dark', language: 'de' })
  const english = await here.open()
  await english.getByRole('heading', { name: 'Hello.' }).waitFor()
  enter(desk)
  await english.getByRole('button', { name: 'Katrin Sommer' }).click()
  expect(await english.getByRole('menuitemradio').allTextContents()).toEqual(['Light', 'Dark', 'Like the system'])
  await english.getByRole('menuitemradio', { name: 'Light' }).click()
  await expect.poll(() => desk.preferences.get('appearance')).toEqual({ theme: 'light', language: 'de' })
  expect(await english.evaluate(() => document.documentElement.lang)).toBe('en')
  await english.close()
})

test('a desk with wrong settings says what is wrong line by line, and offers no sign-in', async () => {
  const facts = { file: '/etc/rathaus-desk/policy.json', mistakes: '• Zeile 2, serviceUrl: Die Adresse muss mit https:// beginnen.\n• Zeile 5, autostart: Diese Angabe gibt es nicht.' }
  here.server.desk.session.tell({ kind: 'signed-out', offlineUnlock: null, problem: 'start/policy-wrong', facts })
  const alert = page.getByRole('alert')
  await expect.poll(() => alert.innerText()).toMatch(/was in \/etc\/rathaus-desk\/policy\.json falsch ist:\n\n• Zeile 2, .*\n• Zeile 5, .*\n\nIst die Datei berichtigt/)
  expect(await page.getByRole('button', { name: 'Anmelden' }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
})
