import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { administrator: { login: 'lars.behrends' }, protection: { login: 'ruth.seehausen' } } })

const dialog = (page: Page) => page.getByRole('dialog')
const table = (page: Page, name: string) => page.getByRole('table', { name })

test('the data protection officer finds their own search, opens it and gives it out, by keys', { timeout: 120_000 }, async () => {
  const page = here.protection.page
  await page.evaluate(() => { location.hash = '#/audit' })
  await table(page, 'Einträge des Protokolls').waitFor()
  await page.getByLabel('Wer', { exact: true }).fill('Seehausen')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Ruth Seehausen.*Protokoll durchsucht/ }).first()
  await row.waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await row.getByRole('button').press('Enter')
  await dialog(page).getByText('An Vorgängen und anderen Einträgen hat sich dabei nichts geändert.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Für Prüfende ausgeben …' }).press('Enter')
  await dialog(page).getByLabel('Grund der Ausgabe').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog(page).getByText('Bitte nennen Sie den Grund').waitFor()
  await dialog(page).getByLabel('Grund der Ausgabe').fill('Prüfung durch den Landkreis')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Enter')])
  expect(download.suggestedFilename()).toMatch(/^Protokoll .*\.zip$/)
  await page.getByRole('tab', { name: 'Ausgaben' }).click()
  await page.getByRole('row', { name: /Ruth Seehausen.*Prüfung durch den Landkreis/ }).waitFor()
})

test('an administrator verifies the log, sees no citizen in it, and has no part of health', { timeout: 120_000 }, async () => {
  const page = here.administrator.page
  await page.evaluate(() => { location.hash = '#/audit' })
  await table(page, 'Einträge des Protokolls').waitFor()
  expect(await page.getByLabel('Teil', { exact: true }).count()).toBe(0)
  expect(await page.getByRole('cell', { name: /^TGH-/ }).count()).toBe(0)
  await page.getByRole('tab', { name: 'Prüfung' }).click()
  await page.getByRole('button', { name: 'Jetzt prüfen' }).press('Enter')
  await page.getByText(/unverändert, Lars Behrends/).waitFor()
  await page.getByLabel('Anker einfügen').fill('{}')
  await page.getByRole('button', { name: 'Mit Ankern vergleichen' }).press('Enter')
  await page.getByRole('row', { name: /nicht lesbar/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await page.getByRole('link', { name: 'Datenschutz-Überblick' }).count()).toBe(0)
})

test('a request is put down by keys, has its day, and is answered', { timeout: 120_000 }, async () => {
  const page = here.protection.page
  await page.getByRole('link', { name: 'Datenschutz-Überblick' }).click()
  await page.getByText('Es ist kein Antrag offen.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('tab', { name: 'Anträge' }).click()
  await page.getByRole('button', { name: 'Antrag aufnehmen' }).press('Enter')
  await dialog(page).getByLabel('Name').fill('Änne Großkopf')
  await page.keyboard.press('Enter')
  const row = page.getByRole('row', { name: /Auskunft \(Art\. 15\).*Änne Großkopf.*offen/ })
  await row.waitFor()
  await row.getByRole('button', { name: /^Beantwortet/ }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Festhalten' }).press('Enter')
  await dialog(page).getByText('Bitte ein Ergebnis wählen.').waitFor()
  await dialog(page).getByRole('button', { name: /Ergebnis/ }).press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Festhalten' }).press('Enter')
  await page.getByRole('row', { name: /Änne Großkopf.*erfüllt am/ }).waitFor()
  await page.getByRole('tab', { name: 'Verzeichnis' }).click()
  await page.getByRole('heading', { name: 'Anträge und Vorgänge' }).waitFor()
  await page.setViewportSize({ width: 640, height: 800 })
  expect(await pageWidth(page)).toBe(640)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
})
