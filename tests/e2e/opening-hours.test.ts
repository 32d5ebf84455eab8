import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { lead: { login: 'sabine.roessler', isOverCable: true } } })

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Öffnungszeit ändern' })

test('a shorter Tuesday shows whom it leaves standing; one is moved, one cancelled, the others stay in reach', { timeout: 240_000 }, async () => {
  const { page, problems } = here.lead
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Öffnungszeiten' }).click()
  await page.getByRole('heading', { name: 'Regeln' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('button', { name: /^Ändern: Geöffnet: jeden Dienstag, 9–18 Uhr/ }).click()
  await dialog(page).getByLabel('Ende').fill('8')
  await dialog(page).getByText('Sobald alles ausgefüllt ist').waitFor()
  await dialog(page).getByRole('button', { name: 'Speichern' }).click()
  await dialog(page).getByText('Das Ende liegt vor dem Beginn.').waitFor()
  await dialog(page).getByLabel('Ende').fill('17:30')
  await dialog(page).getByText(/Geöffnet: jeden Dienstag, 9–17:30 Uhr/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog(page).getByRole('button', { name: /^Weiter: \d+ Termine klären/ }).click()

  const rows = dialog(page).getByRole('listitem')
  const names = await rows.locator('strong').allTextContents()
  expect(names.length).toBeGreaterThan(2)
  await rows.nth(1).getByRole('combobox').selectOption({ label: 'Absagen' })
  for (let index = 2; index < names.length; index++) await rows.nth(index).getByRole('combobox').selectOption({ label: 'Vorerst stehen lassen und anrufen' })
  await rows.nth(0).getByText('Nachricht', { exact: true }).click()
  await rows.nth(0).getByText(`Guten Tag ${names[0] ?? ''},`).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await dialog(page).getByRole('button', { name: 'Speichern und 2 Termine ändern' }).click()
  await dialog(page).getByText(`${names.length} von ${names.length} bearbeitet.`).waitFor()
  expect(await rows.getByText('Erledigt').count()).toBe(2)
  await rows.nth(0).getByText(/^Neu: Dienstag/).waitFor()
  await rows.nth(1).getByText('Abgesagt').waitFor()
  await dialog(page).locator('.work__foot').getByRole('button', { name: 'Schließen' }).click()

  const outside = page.getByRole('region', { name: new RegExp(`^${names.length - 2} Termine? ohne Öffnungszeit$`) })
  await outside.getByRole('button', { name: 'Termine klären' }).click()
  expect(await page.getByRole('dialog').getByRole('listitem').locator('strong').allTextContents()).toEqual(names.slice(2))
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Verlauf' }).click()
  const change = page.getByRole('row').filter({ hasText: 'Sabine Rößler' })
  await change.getByText(/9–18 Uhr/).waitFor()
  await change.getByText(/9–17:30 Uhr/).waitFor()
  expect(problems).toEqual([])
})

test('from a day on: the rule stays until the day before, another goes on from it, and the history tells both', { timeout: 120_000 }, async () => {
  const { page, problems } = here.lead
  await page.getByRole('tab', { name: 'Öffnungszeiten' }).click()
  await page.getByRole('button', { name: /^Ändern: Geöffnet: jeden Dienstag, 9–17:30 Uhr/ }).click()
  await dialog(page).getByText('Erst ab einem Tag').click()
  await dialog(page).getByLabel('Gilt ab').fill('1.1.2001')
  await dialog(page).getByRole('button', { name: 'Speichern' }).click()
  await dialog(page).getByText(/^So früh wäre es die ganze Regel/).waitFor()
  await dialog(page).getByLabel('Gilt ab').fill('1.7.2030')
  await dialog(page).getByLabel('Ende').fill('16')
  await dialog(page).getByText(/^Bis dahin bleibt: .* bis 30.06.2030/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog(page).getByText('Kein gebuchter Termin ist betroffen.').waitFor()
  await dialog(page).getByRole('button', { name: 'Speichern' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  for (const rule of [/9–17:30 Uhr.* bis 30.06.2030/, /9–16 Uhr, ab 01.07.2030/]) await page.getByRole('button', { name: rule }).first().waitFor()
  await page.getByRole('tab', { name: 'Verlauf' }).click()
  const change = page.getByRole('row').filter({ hasText: 'Geändert ab 01.07.2030' })
  await change.getByText(/^Bis dahin: /).waitFor()
  await change.getByText(/^Danach: /).waitFor()
  expect(problems).toEqual([])
})

test('in the dark, on a narrow screen and without a network the page holds', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Öffnungszeiten' }).click()
  await page.getByRole('tab', { name: 'Öffnungszeiten' }).click()
  await page.getByRole('heading', { name: 'Regeln' }).waitFor()
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.evaluate(() => { document.documentElement.dataset['kernTheme'] = 'dark' })
  expect(await contrastFindings(page)).toEqual([])
  await page.getByRole('tab', { name: /^Ort, Schalter/ }).click()
  expect(await contrastFindings(page)).toEqual([])
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tabpanel', { name: 'Auslastung' }).getByText(/ist zu \d+ % belegt/).waitFor()
  await page.getByText('3 Monate').click()
  await page.getByRole('region', { name: 'Nicht erschienen, je nach Vorlauf' }).getByText(/^\(\d+ von \d+\)$/).first().waitFor()
  expect(await contrastFindings(page)).toEqual([])
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
  expect(await accessibilityFindings(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('tab', { name: /^Ort, Schalter/ }).click()

  here.cable.off()
  await here.lead.transfer.getByText('Ohne Verbindung').waitFor()
  const add = page.getByRole('button', { name: 'Öffnungszeit hinzufügen' })
  expect(await add.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('Geht nur mit Verbindung: Der Dienst prüft, wer gebucht hat.').first().waitFor()
  here.cable.on()
})
