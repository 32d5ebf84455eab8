import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'annett.falke' } } })

const search = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Person suchen').fill(text)
  await page.getByLabel('Person suchen').press('Enter')
}

const setSecrecy = async (page: Page): Promise<void> => {
  const secrecy = page.getByRole('region', { name: 'Auskunftssperre' })
  await secrecy.getByRole('button', { name: 'Eintragen' }).press('Enter')
  const setting = page.getByRole('dialog', { name: 'Auskunftssperre' })
  await setting.getByLabel('Grundlage').fill('Bescheid der Meldebehörde vom 20.11.2026')
  await page.keyboard.press('Enter')
  await setting.waitFor({ state: 'detached' })
}

test('by keyboard alone two files become one and are taken apart again, and a secrecy hides how somebody is reached', { timeout: 240_000 }, async () => {
  const { clerk } = here
  const { page } = clerk
  await clerk.openView('Personen')
  await page.getByRole('tab', { name: 'Suchen' }).focus()
  await page.keyboard.press('ArrowRight')
  const pair = page.locator('.likely').first()
  await pair.waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const [one = '', other = ''] = await pair.locator('h2').allInnerTexts()

  await pair.getByRole('button', { name: /^Zusammenführen/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Zwei Akten zusammenführen' })
  await dialog.getByRole('button', { name: 'Zusammenführen' }).press('Enter')
  await dialog.getByText('Bitte sagen Sie, woran.').waitFor()
  await dialog.getByLabel('Woran haben Sie es erkannt?').fill('Am Schalter mit Ausweis bestätigt')
  await page.keyboard.press('Control+Enter')
  await clerk.toasts.getByText('Die Akten sind zusammengeführt.').waitFor()
  await page.getByRole('heading', { level: 2, name: other, exact: true }).waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: 'Mögliche Dubletten' }).press('ArrowLeft')
  await search(page, other)
  await page.getByRole('table', { name: '1 Person gefunden' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: `Akte öffnen: ${one}` }).press('Enter')
  await page.getByRole('heading', { level: 1, name: one }).waitFor()
  await page.locator('.file-timeline__entry').first().waitFor()
  expect([...await accessibilityFindings(page), ...await contrastFindings(page)]).toEqual([])

  const merges = page.getByRole('region', { name: 'Zusammengeführte Akten' })
  await merges.getByRole('button', { name: 'Rückgängig machen' }).press('Enter')
  await page.getByRole('dialog').getByLabel('Warum?').fill('Es sind Mutter und Tochter')
  await page.keyboard.press('Control+Enter')
  await merges.getByText(/Es sind Mutter und Tochter/).waitFor()

  await page.getByRole('button', { name: 'Weg festlegen' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Eintragen' }).press('Enter')
  await page.getByText('Bevorzugter Weg: Brief').first().waitFor()

  await setSecrecy(page)
  const veil = page.locator('.secrecy-veil')
  await veil.waitFor()
  const email = page.locator('.citizen__head').getByText(/@example\.org/)
  expect(await email.count()).toBe(0)

  // Every desk knows it: the case is marked, and what it says of them is hidden until one says what for.
  await page.getByRole('button', { name: /^Öffnen: Antrag/ }).first().press('Enter')
  await clerk.decision.waitFor()
  await page.locator('.case__head').getByText('Auskunftssperre').waitFor()
  await page.locator('.case .secrecy-veil').getByRole('button', { name: 'Angaben zeigen' }).press('Enter')
  const why = page.getByRole('dialog', { name: 'Auskunftssperre' })
  await why.getByLabel('Wofür?').fill('Rückfrage zum Antrag')
  await page.keyboard.press('Control+Enter')
  await why.waitFor({ state: 'detached' })
  await page.getByText('Die Angaben sind sichtbar, bis Sie diese Ansicht verlassen.').waitFor()
  await clerk.transferred()
  expect(clerk.problems).toEqual([])
})
