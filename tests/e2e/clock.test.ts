import type { BrowserContextOptions, Locator, Page } from 'playwright'
import { beforeEach, expect, test } from 'vitest'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { endOfGermanDay } from '../../shared/german-days.ts'
import { instantFromMs, plusDays } from '../../shared/time.ts'
import { accessibilityFindings, contrastFindings, showCase } from '../support/browser.ts'
import { statusWith } from '../support/demo-core.ts'
import { DEMO_NOW_MS } from '../support/demo-now.ts'
import { demoScene } from '../support/scene.ts'
import { caseWhere, enter, pageWidth, resetDesk } from '../support/screens.ts'

const ROWS = 120

const here = demoScene(ROWS)

beforeEach(() => resetDesk(here.server.desk))

const own = (wanted: Partial<Application>): Application => caseWhere(here.server.desk, { status: 'in-progress', assigneeName: 'Katrin Sommer', ...wanted })

/** An own case with two weeks left, as it is before anything happens to its clock. */
function runningCase(): Application {
  const running: Application = { ...own({ unreadMessages: 0 }), suspendedAt: null, heldDueAt: null, extendedAt: null, dueAt: endOfGermanDay('2026-12-04'), serviceId: caseWhere(here.server.desk, { subject: 'Hundeanmeldung: Bello' }).serviceId }
  here.server.desk.rows.applications.set(running.id, running)
  return running
}

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await here.open(options)
  await page.getByRole('heading', { name: 'Guten Tag.' }).waitFor()
  enter(here.server.desk)
  await page.getByText(`${ROWS} Vorgänge`).waitFor()
  return page
}

async function openCase(page: Page, { id }: Application): Promise<Locator> {
  await showCase(page, id)
  await page.locator('.case[tabindex="-1"]').waitFor()
  return page.getByRole('region', { name: 'Entscheidung' })
}

const stored = ({ id }: Application): Application | undefined => here.server.desk.rows.applications.get(id)

test('asked for by keyboard, a case waits for its answer and then goes on', async () => {
  const asked = runningCase()
  const page = await openPage()
  const decision = await openCase(page, asked)
  await decision.getByText('Frist bis 04.12.2026 · eigenes Ziel').waitFor()

  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Unterlagen oder Angaben nachfordern' })
  await dialog.getByText('Bis zur Antwort ruht die Frist.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog.getByText('Schreiben Sie zuerst hinein, was fehlt.').waitFor()
  await page.keyboard.type('die Bestätigung der Haftpflichtversicherung')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Alt+n')
  expect(await dialog.getByLabel('Nachricht').inputValue()).toContain('brauchen wir noch von Ihnen:\n\n– die Bestätigung der Haftpflichtversicherung\n\n')
  await page.keyboard.press('Control+Enter')
  await decision.getByText('Frist ruht seit 20.11.2026 – es wird auf eine Antwort gewartet').waitFor()
  await page.getByText('Katrin Sommer hat nachgefordert, die Frist ruht').waitFor()

  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  await page.keyboard.press('Alt+6')
  await page.getByRole('heading', { level: 1, name: 'Warten auf Antwort' }).waitFor()
  await page.getByRole('row').filter({ hasText: asked.reference }).getByText('ruht seit 20.11.').waitFor()

  await openCase(page, asked)
  await page.keyboard.press('Alt+u')
  await decision.getByText('Frist bis 04.12.2026 · eigenes Ziel').waitFor()
  expect(stored(asked)).toMatchObject({ suspendedAt: null, heldDueAt: null })
  await page.context().close()
})

test('extended by keyboard: a later day and a reason, once', async () => {
  const extended = runningCase()
  const page = await openPage()
  const decision = await openCase(page, extended)
  await decision.getByText('Frist bis 04.12.2026').waitFor()

  await page.keyboard.press('Alt+v')
  const dialog = page.getByRole('dialog', { name: 'Frist verlängern' })
  await dialog.getByText('TT.MM.JJJJ, nach dem 04.12.2026').waitFor()
  await page.keyboard.type('04.12.2026')
  await page.keyboard.press('Enter')
  await dialog.getByText('Der neue Tag liegt nicht nach dem 04.12.2026.').waitFor()
  await dialog.getByText('Die Begründung fehlt.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  expect(stored(extended)?.extendedAt).toBeNull()

  await page.keyboard.press('Control+a')
  await page.keyboard.type('18.12.2026')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Das Gutachten steht noch aus.')
  await page.keyboard.press('Control+Enter')
  await decision.getByText('Frist bis 18.12.2026').waitFor()
  await decision.getByText('verlängert am 20.11.2026').waitFor()
  await page.getByText('Katrin Sommer hat die Frist bis 18.12.2026 verlängert').waitFor()
  await decision.getByText('Die Frist wurde schon am 20.11.2026 verlängert.').waitFor()
  await page.keyboard.press('Alt+v')
  expect(await dialog.count()).toBe(0)
  await page.context().close()
})

test('an extension without a connection is reserved, and said to be', async () => {
  const extended = runningCase()
  const page = await openPage()
  const decision = await openCase(page, extended)
  here.server.desk.status.tell(statusWith({ connection: 'offline' }))
  await page.keyboard.press('Alt+v')
  await page.getByText('Ohne Verbindung wird die Verlängerung vorgemerkt').waitFor()
  await page.keyboard.type('18.12.2026')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Das Gutachten steht noch aus.')
  await page.keyboard.press('Control+Enter')
  await decision.getByText('Verlängerung vorgemerkt').waitFor()
  expect(here.server.desk.pending.map(({ name, tentative }) => ({ name, tentative }))).toEqual([{ name: 'applications.extend', tentative: true }])
  await page.context().close()
})

const WAYS: readonly (readonly [string, BrowserContextOptions, (page: Page) => Promise<readonly string[]>])[] = [
  ['light', { colorScheme: 'light' }, accessibilityFindings],
  ['dark', { colorScheme: 'dark' }, contrastFindings],
  ['320 px', { viewport: { width: 320, height: 640 } }, accessibilityFindings],
]

const STATES: readonly (readonly [string, string, (row: Application) => Application])[] = [
  ['a clock that stands', 'Frist ruht seit 18.11.2026', row => ({ ...row, suspendedAt: plusDays(instantFromMs(DEMO_NOW_MS), -2), heldDueAt: row.dueAt, dueAt: null })],
  ['due tomorrow', 'Frist bis 21.11.2026, morgen fällig', row => ({ ...row, dueAt: endOfGermanDay('2026-11-21') })],
  ['over', 'Frist am 18.11.2026 abgelaufen, seit 2 Tagen überfällig', row => ({ ...row, dueAt: endOfGermanDay('2026-11-18') })],
]

test.each(WAYS)('seen at %s: every state of a period is said in words, nothing found by axe, nothing cut off', async (_way, options, findings) => {
  const page = await openPage(options)
  for (const [state, seen, change] of STATES) {
    const shown = change(runningCase())
    here.server.desk.rows.applications.set(shown.id, shown)
    here.server.desk.changes.tell({ tables: ['applications'], ids: [shown.id] })
    const decision = await openCase(page, shown)
    await decision.getByText(seen).waitFor()
    expect(await findings(page), state).toEqual([])
  }
  await page.keyboard.press('Alt+n')
  await page.getByRole('dialog').waitFor()
  expect(await findings(page), 'the window').toEqual([])
  expect(await pageWidth(page)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
  await page.context().close()
})
