import type { Page } from 'playwright'
import { beforeAll, expect, test } from 'vitest'
import { accessibilityFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends' } } })
let page: Page
beforeAll(() => {
  ;({ page } = here.administrator)
})

const TITLE = 'Patenschaft für eine Bank'
const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key)
}
/** Goes on by the tabulator until something of this name has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
      return element?.getAttribute('aria-label') ?? (label || (element?.textContent ?? ''))
    })
    if (name.test(focused.trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the tabulator does not lead to ${name.source}`)
}
const portal = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await fetch(`${here.town.service}${path}`)
  return { status: answer.status, text: await answer.text() }
}
const write = (text: string): Promise<void> => page.keyboard.type(text)

test('an administrator makes a service by keyboard alone: begun, named what is missing, seen as citizens will, published', { timeout: 120_000 }, async () => {
  await page.getByRole('link', { name: 'Leistungen' }).press('Enter')
  await page.getByText('31 Leistungen').waitFor()
  await page.getByRole('button', { name: 'Neue Leistung' }).press('Enter')
  await page.getByRole('dialog').waitFor()
  await write(TITLE)
  await keys('Tab')
  await write('Sponsoring a bench')
  await keys('Tab', 'Enter', 'b', 'Enter')
  await tabTo(/^Entwurf beginnen$/)
  await keys('Enter')
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await keys('Alt+Enter')
  await page.getByText('Zum Veröffentlichen fehlen noch 2 Stellen.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await write('Satzung über Patenschaften')
  await tabTo(/^Frage hinzufügen$/)
  await keys('Enter')
  await page.getByRole('menuitem', { name: 'Text', exact: true }).press('Enter')
  await page.getByLabel('Frage (Deutsch)').waitFor()
  await write('Welche Bank?')
  await keys('Tab')
  await write('Which bench?')
  await tabTo(/^Aufbewahren/)
  await write('24')
  await keys('Tab')
  await write('Aktenplan')
  await page.getByText('Entwurf gespeichert').waitFor()
  await page.getByRole('tab', { name: 'Bearbeiten' }).press('End')
  await page.getByRole('article', { name: 'Vorschau Bürgerportal' }).getByLabel('Welche Bank?').waitFor()
  expect((await portal('/portal')).text).not.toContain(TITLE)
  await keys('Alt+Enter')
  await page.getByRole('dialog').getByText('Anträge sind dann sofort möglich.').waitFor()
  await tabTo(/^Veröffentlichen$/)
  await keys('Enter')
  await page.getByText('32 Leistungen').waitFor()
  const shown = await portal('/portal/services/patenschaft-fuer-eine-bank')
  expect({ status: shown.status, asks: shown.text.includes('Welche Bank?') }).toEqual({ status: 200, asks: true })
})

test('withdrawn, the service takes no application any more and says so', { timeout: 60_000 }, async () => {
  await page.getByRole('button', { name: TITLE }).press('Enter')
  await page.getByRole('button', { name: 'Zurückziehen' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Zurückziehen' }).press('Enter')
  await page.getByText('Diese Leistung ist zurückgezogen').waitFor()
  expect((await portal('/portal/services/patenschaft-fuer-eine-bank')).status).toBe(410)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(here.administrator.problems).toEqual([])
})
