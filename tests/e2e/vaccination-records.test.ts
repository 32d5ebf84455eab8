import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { lead: { login: 'tanja.helm', isOverCable: true }, outsider: { login: 'rene.schernikau' } } })

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
const one = (page: Page) => page.locator('.recall-one')

test('a recall is worked through by keyboard, one person after the other, and without a connection what needs the service says so', { timeout: 180_000 }, async () => {
  const { lead: { page, openView, problems }, outsider, cable } = here
  await openView('Impfnachweise')
  expect(await outsider.page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Impfnachweise' }).count()).toBe(0)
  await page.getByText(/\d+ von \d+ benachrichtigt/).waitFor()
  await page.locator('label', { hasText: 'Offen' }).click()
  const name = one(page).locator('.recall-one__name')
  const first = await name.innerText()
  const told = Number((await page.getByText(/\d+ von \d+ benachrichtigt/).innerText()).split(' ')[0])
  await page.keyboard.press('Alt+Enter')
  await page.getByText(`${told + 1} von`, { exact: false }).waitFor()
  await page.waitForFunction(before => document.querySelector('.recall-one__name')?.textContent !== before, first)
  expect(await accessibilityFindings(page)).toEqual([])

  cable.off()
  await page.getByRole('button', { name: 'Charge zurückrufen' }).and(page.locator('[aria-disabled="true"]')).waitFor()
  const second = await name.innerText()
  await one(page).getByRole('button', { name: 'Nicht erreicht' }).press('Enter')
  await page.waitForFunction(before => document.querySelector('.recall-one__name')?.textContent !== before, second)
  await tab(page, 'Dokumentationen')
  await page.getByText('Gesucht werden kann nur mit Verbindung.', { exact: false }).waitFor()
  await tab(page, 'Zahlen')
  await page.getByText('Sobald wieder Verbindung besteht, geht es weiter.', { exact: false }).waitFor()
  cable.on()
  await page.getByRole('heading', { name: 'Dosen je Impfstoff' }).waitFor()
  expect(problems).toEqual([])
})

test('a documentation is found with a purpose only, corrected as a version beside the one before; figures and suspicions are there', { timeout: 180_000 }, async () => {
  const { lead: { page, problems } } = here
  await tab(page, 'Dokumentationen')
  await page.getByLabel('Geburtsdatum').fill('1.1.1900')
  await page.getByRole('button', { name: 'Suchen', exact: true }).click()
  await page.getByText('Ohne Zweck wird nicht gesucht', { exact: false }).waitFor()
  await page.getByLabel('Wozu suchen Sie?').fill('Berichtigung auf Wunsch der Person')
  await page.getByLabel('Geburtsdatum').fill('')
  await page.getByLabel('Nachname').fill('sch')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: / öffnen$/ }).first().click()
  await page.getByRole('button', { name: 'Berichtigen' }).click()
  const correction = page.getByRole('dialog', { name: 'Berichtigen' })
  await correction.getByLabel('Vorname').fill('Neuname')
  await correction.getByText('Die Unterschrift', { exact: false }).or(correction.getByText('Unterschrieben wird', { exact: false })).waitFor()
  await correction.getByLabel('Warum wird berichtigt?').fill('Verschrieben')
  expect(await accessibilityFindings(page)).toEqual([])
  await correction.getByRole('button', { name: 'Neue Fassung speichern' }).click()
  await page.getByRole('columnheader', { name: '2. Fassung' }).waitFor()
  await page.getByRole('row', { name: /Vorname .* Neuname \(geändert\)/ }).waitFor()
  await page.getByRole('button', { name: 'Zurück zu den Treffern' }).press('Enter')
  await page.getByRole('button', { name: / öffnen$/ }).first().and(page.locator(':focus')).waitFor()

  await tab(page, 'Nebenwirkungen')
  await page.getByRole('button', { name: 'Als gemeldet vermerken' }).first().click()
  await page.getByRole('dialog').getByLabel('Gemeldet an').fill('Gesundheitsamt Stendal')
  await page.keyboard.press('Enter')
  await page.getByText('Alles ist gemeldet.').waitFor()
  await tab(page, 'Zahlen')
  await page.getByRole('heading', { name: 'Dosen je Impfstoff' }).waitFor()
  expect([await accessibilityFindings(page), await contrastFindings(page)]).toEqual([[], []])
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
  expect(problems).toEqual([])
})
