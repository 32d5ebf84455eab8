import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

const go = (page: Page, hash: string): Promise<void> => page.evaluate(to => { location.hash = to }, hash)

/** The list with a view of one's own beside it and some cases marked. */
export async function pictureList(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/applications?view=all')
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  await saveView(page)
  await go(page, '#/applications?view=all')
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  await page.getByRole('button', { name: 'Alle Filter zurücksetzen' }).click()
  await page.locator('.grid [row-index="8"]').first().waitFor()
  for (const row of [1, 2, 4]) await page.locator(`.grid [row-index="${row}"] .grid__mark input`).click()
  await page.getByText('3 Vorgänge ausgewählt').waitFor()
  await studio.inBothLooks(page, 'list')
}

async function saveView(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leistung', exact: true }).click()
  await page.getByRole('option', { name: 'Hundeanmeldung' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ansicht speichern …' }).click()
  await page.getByRole('textbox', { name: 'Name der Ansicht' }).fill('Neue Hunde')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Neue Hunde' }).waitFor()
}

export async function pictureDay(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/day')
  await page.getByRole('heading', { level: 2, name: 'Für Sie' }).waitFor()
  await studio.picture(page, 'day')
}

export async function pictureCapture(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/capture')
  await page.getByRole('option', { name: 'Hundeabmeldung' }).click()
  await page.getByRole('heading', { level: 2, name: 'Hundeabmeldung' }).waitFor()
  await page.getByLabel('Tag des Eingangsstempels').fill('20.11.2026')
  await page.getByLabel('Vorname').fill('Änne')
  await page.getByLabel('Nachname').fill('Großkopf')
  await studio.picture(page, 'capture')
}

export async function pictureReports(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/reports')
  await page.locator('.report__body[aria-busy="false"]').waitFor()
  await studio.inBothLooks(page, 'reports')
}

export async function pictureServices(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/services')
  await page.getByRole('button', { name: 'Hundeanmeldung' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hundeanmeldung' }).waitFor()
  await studio.inBothLooks(page, 'services')
}

export async function pictureLetters(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/letters')
  await page.getByRole('button', { name: 'Bescheid: bewilligt' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bescheid: bewilligt' }).waitFor()
  await studio.picture(page, 'letter-template')
  await page.getByRole('button', { name: 'Alle Vorlagen' }).click()
  await page.getByRole('tab', { name: 'Textbausteine' }).click()
  await page.getByRole('button', { name: 'Zahlung', exact: true }).click()
  await page.getByRole('button', { name: 'Fassung 1 vergleichen' }).click()
  await studio.picture(page, 'letter-block')
}

export async function picturePrivacy(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/privacy')
  await page.getByText('können gelöscht werden').waitFor()
  await studio.picture(page, 'privacy')
}
