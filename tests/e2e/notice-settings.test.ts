import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { lead: { login: 'petra.lindner' }, administrator: { login: 'lars.behrends' }, protection: { login: 'ruth.seehausen' } } })

const dialog = (page: Page) => page.getByRole('dialog')
const law = (page: Page) => page.getByRole('region', { name: 'Verwaltungsverfahrensgesetz', exact: true })

test('a lead changes a kind of notice by keys and makes another one', { timeout: 120_000 }, async () => {
  const page = here.lead.page
  await page.evaluate(() => { location.hash = '#/notices/settings' })
  await page.getByRole('button', { name: 'Umlage der Unterhaltungsverbände' }).press('Enter')
  await dialog(page).getByLabel('Bezeichnung').and(page.locator(':focus')).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const hold = dialog(page).getByLabel('Liegezeit im Druckzentrum: Tage')
  await hold.fill('32')
  await page.keyboard.press('Enter')
  await dialog(page).getByText('Bitte eine Zahl von 0 bis 31.').waitFor()
  await hold.fill('3')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /Umlage der Unterhaltungsverbände.*3 Tage/ }).waitFor()
  await page.getByRole('button', { name: 'Neue Bescheidart' }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Speichern' }).press('Enter')
  await dialog(page).getByText('Bitte ein Recht wählen.').waitFor()
  await page.keyboard.press('Escape')
})

test('an administrator tries a change of law, enters it and takes it out while it is ahead', { timeout: 120_000 }, async () => {
  const page = here.administrator.page
  await page.getByRole('link', { name: 'Recht der Bescheide' }).click()
  await page.getByRole('button', { name: 'Verwaltungsverfahrensgesetz: Änderung eintragen' }).press('Enter')
  await dialog(page).getByLabel('Gilt ab').and(page.locator(':focus')).fill('01.01.2099')
  await dialog(page).getByRole('group', { name: 'Bekanntgabe: Brief im Inland' }).getByLabel('Tage', { exact: true }).fill('6')
  await dialog(page).getByLabel('Tag der Sendung').fill('02.03.2026')
  await dialog(page).getByText('am 6. März 2026, dem vierten Tag danach').waitFor()
  await dialog(page).getByText('am 8. März 2026, dem sechsten Tag danach').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog(page).getByLabel('Gilt ab').press('Enter')
  await law(page).getByText('gilt noch nicht').waitFor()
  await law(page).getByRole('button', { name: /Fassung ab 01.01.2099 herausnehmen/ }).press('Enter')
  await dialog(page).getByRole('button', { name: 'Herausnehmen' }).press('Enter')
  await law(page).getByText('gilt noch nicht').waitFor({ state: 'detached' })
  await page.locator('section.screen:focus').waitFor()
  await page.getByRole('button', { name: 'Weiteres Recht' }).press('Enter')
  await dialog(page).getByText('Keine Regel: Dieses Recht gibt es noch nicht.').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('tab', { name: 'Bescheidarten' }).count()).toBe(0)
  await page.setViewportSize({ width: 320, height: 720 })
  expect(await pageWidth(page)).toBe(320)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastFindings(page)).toEqual([])
})

test('the data protection officer finds who got notices, and sees who opened one', { timeout: 120_000 }, async () => {
  const lead = here.lead.page
  await lead.evaluate(() => { location.hash = '#/notices' })
  await lead.getByRole('link', { name: 'Umlage 2025: Bittkau, Kehnert', exact: true }).click()
  const panel = lead.getByRole('complementary', { name: 'Gewählter Bescheid' })
  await lead.locator('.grid [row-index="0"] [col-id="name"]').filter({ hasText: /\p{L}{3}/u }).click()
  const heading = panel.getByRole('heading', { level: 3 }).first()
  await heading.waitFor()
  const name = (await heading.textContent()) ?? ''
  expect(name).toMatch(/\p{L}{3}/u)
  const page = here.protection.page
  await page.evaluate(() => { location.hash = '#/privacy' })
  await page.getByRole('tab', { name: 'Auskunft' }).click()
  await page.getByLabel('Name, E-Mail-Adresse oder Kassenzeichen').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name }).first().waitFor()
  await page.getByRole('tab', { name: 'Zugriffe' }).click()
  await page.getByRole('row', { name: /Petra Lindner.*Bescheid angesehen/ }).first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})
