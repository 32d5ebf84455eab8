import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { germanDayAt } from '../../shared/german-days.ts'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { lead: { login: 'tanja.helm' }, outsider: { login: 'rene.schernikau' } } })

/** The town's day is today's. */
const YEAR = Number(germanDayAt(Date.now()).slice(0, 4))

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
/** A button of what only the service can do, once the desk has found it. */
const possible = (page: Page, name: string) => page.getByRole('button', { name }).and(page.locator(':not([aria-disabled])'))
const card = (page: Page, title: string) => page.getByRole('article', { name: title })

test('a session is planned, stocked and cancelled, and who has no right at a place of health is not offered the page', { timeout: 180_000 }, async () => {
  const { lead: { page, openView, problems }, outsider } = here
  await openView('Impfplanung')
  expect(await outsider.page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Impfplanung' }).count()).toBe(0)

  await possible(page, 'Impftag planen').press('Enter')
  const plan = dialog(page, 'Impftag planen')
  await plan.getByRole('button', { name: 'Speichern' }).click()
  await plan.getByText('Bitte prüfen Sie die markierten Felder.').waitFor()
  await plan.getByLabel('Bezeichnung').fill('FSME im Kulturhaus')
  await plan.getByLabel('Tag', { exact: true }).fill(`31.12.${YEAR + 1}`)
  await plan.locator('label', { hasText: 'Beispiel-FSME' }).click()
  await plan.getByRole('button', { name: /Verantwortliche Ärztin/ }).press('Enter')
  await page.getByRole('option', { name: 'Dr. med. Eva Arndt' }).click()
  await plan.getByText('3 Stationen × 6 Stunden: 108 Termine').waitFor()
  expect(await plan.getByLabel('Anschrift').inputValue()).toContain('39517 Tangerhütte')
  expect(await accessibilityFindings(page)).toEqual([])
  await plan.getByRole('button', { name: 'Speichern' }).click()
  await plan.waitFor({ state: 'detached' })
  await card(page, 'FSME im Kulturhaus').getByText('3 Stationen × 6 Stunden: 108 Termine, 0 gebucht, 108 öffentlich frei').waitFor()

  await card(page, 'FSME im Kulturhaus').getByRole('button', { name: 'Vorrat und Nachrückliste' }).press('Enter')
  const supplies = dialog(page, /FSME im Kulturhaus/)
  await supplies.getByRole('button', { name: 'Charge eintragen' }).click()
  await supplies.getByRole('button', { name: /Impfstoff und Charge/ }).press('Enter')
  await page.getByRole('option', { name: /Beispiel-FSME .* TBE7K21/ }).click()
  await supplies.getByLabel('Mitgebracht').fill('20')
  await page.keyboard.press('Enter')
  await supplies.getByRole('row', { name: /TBE7K21/ }).getByRole('cell', { name: '20', exact: true }).first().waitFor()
  // The form is gone, and the focus is back where it was opened, not on the button that closes the window.
  await supplies.getByRole('button', { name: 'Charge eintragen' }).and(page.locator(':focus')).waitFor()
  await supplies.getByRole('button', { name: 'Person eintragen' }).click()
  for (const [label, text] of [['Name', 'Horst Güldenpfennig'], ['Telefon', '03935 220 118'], ['Minuten Weg', '15']] as const) await supplies.getByLabel(label, { exact: true }).fill(text)
  await page.keyboard.press('Enter')
  await supplies.getByRole('button', { name: 'Anrufen', exact: true }).click()
  await supplies.getByText('am Telefon').waitFor()
  await supplies.getByRole('button', { name: 'Horst Güldenpfennig: Kommt', exact: true }).and(page.locator(':focus')).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Escape')

  await card(page, 'FSME im Kulturhaus').getByRole('button', { name: 'Absagen' }).press('Enter')
  await dialog(page, /absagen$/).getByText('Niemand hat einen Termin gebucht.').waitFor()
  await dialog(page, /absagen$/).getByRole('button', { name: 'Absagen', exact: true }).click()
  await page.getByRole('row', { name: /FSME im Kulturhaus .* abgesagt/ }).waitFor()
  expect(problems).toEqual([])
})

test('a new edition of a rule is tried before it holds, and the one before stays; a wrong number of a product is refused', { timeout: 180_000 }, async () => {
  const { lead: { page, problems } } = here
  await page.getByRole('tab', { name: 'Impfregeln' }).click()
  await page.getByRole('navigation', { name: 'Krankheiten' }).getByRole('button', { name: 'FSME' }).press('Enter')
  await page.getByRole('row', { name: /2\. Dosis – – 14 Tage 1 Monat bis 3 Monate/ }).waitFor()
  await possible(page, 'Neue Fassung').press('Enter')
  const edition = dialog(page, 'Neue Fassung: FSME')
  await edition.getByLabel('Gilt ab').fill(`1.1.${YEAR + 1}`)
  await edition.getByRole('group', { name: '2. Dosis' }).getByLabel('Mindestabstand').fill('3 W')
  await edition.getByLabel('Geburtsdatum').fill('2.3.48')
  await edition.getByLabel('Frühere Dosen (Tage)').fill(`1.12.${YEAR}, 20.12.${YEAR}`)
  await edition.getByText(`Die Dosis vom 20. Dezember ${YEAR} zählt nicht: 2 Tage zu früh`).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await edition.getByRole('button', { name: 'Speichern' }).click()
  await edition.waitFor({ state: 'detached' })
  await page.getByText(`Gilt vom 01.01.2025 bis 31.12.${YEAR}`).waitFor()
  await page.getByText(`Gilt ab 01.01.${YEAR + 1}`).waitFor()

  await page.getByRole('tab', { name: 'Impfstoffe' }).click()
  await page.getByRole('button', { name: 'Beispiel-FSME 0,5 ml ändern' }).click()
  const product = dialog(page, 'Impfstoff ändern')
  await product.getByLabel('PZN').fill('99900282')
  await product.getByRole('button', { name: 'Speichern' }).click()
  await product.getByText('Die Prüfziffer einer PZN stimmt nicht.').waitFor()
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await pageWidth(page)).toBeLessThanOrEqual(320)
  // What can be done with a line is in sight, too: lines stand one below the other.
  expect(await page.getByRole('button', { name: 'Beispiel-FSME 0,5 ml ändern' }).evaluate(button => button.getBoundingClientRect().right)).toBeLessThanOrEqual(320)
  expect([await accessibilityFindings(page), await contrastFindings(page)]).toEqual([[], []])
  expect(problems).toEqual([])
})
