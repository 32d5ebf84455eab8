import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { readDiagnosis } from '../../shared/formats/diagnosis.ts'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'katrin.sommer' }, administrator: { login: 'lars.behrends' } } })

const help = (page: Page) => page.locator('aside.help')

test('F1 opens the help of the screen, follows it, finds by words, and gives the focus back', { timeout: 240_000 }, async () => {
  const { clerk: { page, openView } } = here
  await openView('Kalender')
  await page.keyboard.press('F1')
  await help(page).getByRole('heading', { name: 'Kalender' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Kalender')
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await contrastFindings(page)).toEqual([])
  await openView('Personen')
  await help(page).getByRole('heading', { name: 'Personen' }).waitFor()
  await help(page).getByLabel('In der Hilfe suchen').fill('offnungszeiten schliesstage')
  await help(page).getByText('1 Seite gefunden').waitFor()
  await help(page).getByRole('button', { name: 'Öffnungszeiten' }).press('Enter')
  await help(page).getByRole('heading', { name: 'Öffnungszeiten' }).waitFor()
  await page.keyboard.press('Escape')
  await help(page).waitFor({ state: 'detached' })

  const search = page.getByLabel('Person suchen')
  await search.fill('Rohr')
  await page.keyboard.press('F1')
  await help(page).getByRole('heading', { name: 'Personen' }).waitFor()
  await page.keyboard.press('Escape')
  await help(page).waitFor({ state: 'detached' })
  expect(await search.evaluate(input => input === document.activeElement)).toBe(true)
  expect(await search.inputValue()).toBe('Rohr')
})

test('the tour goes over the real screens, is left and taken up again at the same step', { timeout: 240_000 }, async () => {
  const { clerk: { page } } = here
  const tour = page.locator('.tour')
  await page.keyboard.press('F1')
  await help(page).getByRole('button', { name: 'Rundgang für den ersten Tag' }).press('Enter')
  await tour.getByText('Schritt 1 von 7').waitFor()
  await tour.getByRole('button', { name: 'Weiter', exact: true }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await tour.getByRole('button', { name: 'Später weitermachen' }).press('Enter')
  await tour.waitFor({ state: 'detached' })
  await page.keyboard.press('F1')
  await help(page).getByRole('button', { name: 'Rundgang für den ersten Tag' }).press('Enter')
  await tour.getByText('Schritt 2 von 7').waitFor()
  // Recording has a field of its own that takes the focus: going on takes no more than the same key.
  await tour.getByRole('button', { name: 'Weiter', exact: true }).press('Enter')
  await tour.getByText('Schritt 3 von 7').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Antrag aufnehmen' }).waitFor()
  await page.getByLabel('Leistung suchen').waitFor()
  await page.keyboard.press('Enter')
  await tour.getByText('Schritt 5 von 7').waitFor()
  await tour.getByRole('button', { name: 'Später weitermachen' }).press('Enter')
})

test('a clerk saves a diagnosis without a name in it, and the administrator reads what is the matter', { timeout: 240_000 }, async () => {
  const { clerk, administrator } = here
  await clerk.page.keyboard.press('F1')
  await help(clerk.page).getByRole('button', { name: 'Diagnose erstellen …' }).press('Enter')
  const dialog = clerk.page.getByRole('dialog', { name: 'Diagnose erstellen' })
  const words = await dialog.getByLabel('Die ganze Datei').inputValue()
  expect(readDiagnosis(words).kind).toBe('read')
  expect(words).not.toMatch(/katrin|sommer|@|[0-9a-f]{8}-[0-9a-f]{4}/i)
  expect(await accessibilityFindings(clerk.page)).toEqual([])

  await administrator.openView('Diagnose öffnen')
  const chosen = administrator.page.waitForEvent('filechooser')
  await administrator.page.getByRole('button', { name: 'Datei wählen …' }).click()
  await (await chosen).setFiles({ name: 'diagnose.json', mimeType: 'application/json', buffer: Buffer.from(words) })
  await administrator.page.getByRole('heading', { name: 'Was wahrscheinlich los ist' }).waitFor()
  expect(await accessibilityFindings(administrator.page)).toEqual([])
})
