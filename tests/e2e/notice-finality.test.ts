import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { chooseByKeys } from '../support/choose-by-keys.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { clerk: { login: 'jana.thiele' }, lead: { login: 'petra.lindner' } } })

const firstRow = (page: Page) => page.locator('.grid [row-index="0"]')
const panel = (page: Page) => page.getByRole('complementary')

async function openFinality(page: Page): Promise<void> {
  await page.evaluate(() => { location.hash = '#/notices' })
  await page.getByRole('link', { name: 'Rechtskraft', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Rechtskraft' }).waitFor()
}

/** Shows those of one state and opens the one with this Kassenzeichen. */
async function choose(page: Page, state: string, reference: string): Promise<void> {
  await page.locator('label.segment', { hasText: state }).click()
  await page.getByLabel('Name oder Kassenzeichen').fill(reference)
  await firstRow(page).filter({ hasText: reference }).click()
  await panel(page).getByRole('heading', { level: 3, name: 'Fristen' }).waitFor()
}

test('the list says how many are how far, which are final by a day, and gives them along as a table', { timeout: 180_000 }, async () => {
  const { page, problems } = here.lead
  await openFinality(page)
  const segment = (name: string) => page.locator('label.segment', { hasText: name })
  expect(await segment('Brief kam zurück').locator('strong').innerText()).toBe('2')
  expect(Number(await segment('neu bekannt geben').locator('strong').innerText())).toBeGreaterThanOrEqual(3)
  await segment('bestandskräftig').click()
  const final = Number(await segment('bestandskräftig').locator('strong').innerText())
  expect(final).toBeGreaterThan(0)
  await page.getByLabel('Bestandskräftig spätestens am').fill('99.99.2026')
  await page.getByText('Bitte ein Datum wie 02.03.2026 eingeben.').waitFor()
  await page.getByLabel('Bestandskräftig spätestens am').fill('')
  await segment('Brief kam zurück').click()
  await page.locator('.grid [row-index="2"]').waitFor({ state: 'detached' })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Als CSV speichern' }).click()])
  const [head = '', ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(head.replace('\uFEFF', '')).toBe('Empfänger;Kassenzeichen;Abgesandt;Bekanntgabe;Frist endet;Bestandskraft ab;Stand')
  expect(lines.map(line => line.split(';').slice(1))).toEqual([expect.arrayContaining(['neu bekannt geben']), expect.arrayContaining(['neu bekannt geben'])])
  expect(lines[0]).toMatch(/;\d\d\.\d\d\.\d{4};;;;neu bekannt geben$/)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(problems).toEqual([])
})

test('an objection is entered and put right by keys alone, and the days say why', { timeout: 180_000 }, async () => {
  const { page, problems } = here.clerk
  await openFinality(page)
  await choose(page, 'Frist läuft', '70.2025.00100')
  const one = panel(page)
  await one.getByText(/zur Post gegeben, am .* dem vierten Tag danach, bekannt gegeben/).waitFor()
  await one.getByText(/^Die Widerspruchsfrist von einem Monat beginnt nach dem/).waitFor()
  await one.getByRole('button', { name: 'Eintragen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Eintrag zum Bescheid' })
  await chooseByKeys(page, 'Widerspruch oder Klage eingegangen')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByLabel('Tag', { exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await one.getByText('Widerspruch offen').waitFor()
  await one.getByText(/ging ein Widerspruch oder eine Klage ein\.$/).waitFor()
  await one.getByRole('button', { name: /^Widerspruch oder Klage eingegangen vom .* berichtigen$/ }).press('Enter')
  const correction = page.getByRole('dialog', { name: 'Eintrag berichtigen' })
  await correction.getByRole('checkbox', { name: /gar nicht geschehen/ }).press('Space')
  await correction.getByLabel('Warum war der Eintrag falsch?').fill('')
  await page.keyboard.press('Control+Enter')
  await correction.getByText('Bitte kurz begründen.').waitFor()
  await correction.getByLabel('Warum war der Eintrag falsch?').fill('Gehörte zu einem anderen Bescheid')
  await page.keyboard.press('Control+Enter')
  await correction.waitFor({ state: 'detached' })
  await one.getByText(/^Der Eintrag „Widerspruch“ vom .* war falsch; er zählt nicht\.$/).waitFor()
  await one.getByText('Frist läuft').waitFor()
  expect(problems).toEqual([])
})

test('what came back goes to a new address, another is corrected, both in one run that names what they replace', { timeout: 240_000 }, async () => {
  const { page, problems } = here.clerk
  await openFinality(page)
  await choose(page, 'Brief kam zurück', '70.2025.00027')
  const one = panel(page)
  await one.getByText('Kennen Sie die neue Anschrift').waitFor()
  await one.getByRole('button', { name: 'An neue Anschrift senden' }).press('Enter')
  const again = page.getByRole('dialog', { name: 'Neue Anschrift zu 70.2025.00027' })
  await again.getByLabel('Name', { exact: true }).and(page.locator(':focus')).waitFor()
  await again.getByLabel('Straße', { exact: true }).fill('Bahnhofstraße')
  await again.getByLabel('Hausnummer', { exact: true }).fill('3')
  await page.keyboard.press('Enter')
  await again.getByText('Die Begründung fehlt.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await again.getByLabel('Begründung').fill('Anschrift laut Melderegister')
  await again.getByRole('button', { name: 'Vorbereiten' }).press('Enter')
  await again.waitFor({ state: 'detached' })
  await one.getByText('Ein neuer Bescheid ist in Vorbereitung.').waitFor()

  await page.getByLabel('Name oder Kassenzeichen').fill('')
  await choose(page, 'bestandskräftig', '70.2025.00038')
  await panel(page).getByRole('button', { name: 'Berichtigung vorbereiten' }).press('Enter')
  const corrected = page.getByRole('dialog', { name: 'Berichtigung zu 70.2025.00038' })
  await corrected.getByText(/ist seit dem .* bestandskräftig/).waitFor()
  await corrected.getByRole('checkbox', { name: 'Zu „Neue Anschrift zu 70.2025.00027“ hinzufügen (1 Bescheid, in Vorbereitung)' }).waitFor()
  await corrected.getByLabel('Betrag (€)').first().fill('1,00')
  expect(await accessibilityFindings(page)).toEqual([])
  await corrected.getByLabel('Begründung').fill('Fläche war zu groß, § 48 VwVfG')
  await page.keyboard.press('Control+Enter')
  await corrected.waitFor({ state: 'detached' })
  await panel(page).getByRole('link', { name: /^Zum Lauf: Neue Bescheide zu 70\.2025\.00027 und 1 weiterem$/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Neue Bescheide zu 70.2025.00027 und 1 weiterem' }).waitFor()
  await page.locator('.grid [row-index="1"]').filter({ hasText: '70.2025.00038' }).first().click()
  await page.getByText(/^Ersetzt den Bescheid 70\.2025\.00038 vom/).waitFor()
  await page.getByText('Grund: Fläche war zu groß, § 48 VwVfG').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Früheren Bescheid ansehen' }).click()
  await panel(page).getByText('Ein neuer Bescheid ist in Vorbereitung.').waitFor()
  expect(problems).toEqual([])
})

test('a case is said to object to a notice, shows its days, and each leads to the other', { timeout: 180_000 }, async () => {
  const { page, problems } = here.clerk
  await here.clerk.openView('Alle')
  await firstRow(page).dblclick()
  const objections = page.getByRole('region', { name: 'Widerspruch gegen Bescheid' })
  await objections.getByRole('button', { name: 'Bescheid zuordnen' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Widerspruch gegen welchen Bescheid?' })
  await dialog.getByLabel('Bescheid', { exact: true }).fill('70.2025.00101')
  await dialog.getByRole('option', { name: /70\.2025\.00101/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByText(/^70\.2025\.00101 · /).waitFor()
  await dialog.getByRole('button', { name: /^Anderen wählen/ }).and(page.locator(':focus')).press('Enter')
  await dialog.getByLabel('Bescheid', { exact: true }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: /^Anderen wählen/ }).and(page.locator(':focus')).waitFor()
  await dialog.getByLabel('Eingegangen am').press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await objections.getByText(/eingegangen: rechtzeitig\.$/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await objections.getByRole('link', { name: '70.2025.00101' }).click()
  await panel(page).getByText('Widerspruch offen').waitFor()
  await panel(page).getByRole('button', { name: 'Vorgang öffnen' }).click()
  await objections.getByRole('link', { name: '70.2025.00101' }).waitFor()
  expect(problems).toEqual([])
})

test('the list and the chosen notice are readable in the dark and in a small window', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await page.emulateMedia({ colorScheme: 'dark' })
  await openFinality(page)
  await choose(page, 'alle', '70.2025.00046')
  await panel(page).getByText('Jahresfrist endet am').waitFor()
  await page.setViewportSize({ width: 320, height: 640 })
  expect([await accessibilityFindings(page), await contrastFindings(page), await pageWidth(page)]).toEqual([[], [], 320])
  await panel(page).getByRole('button', { name: 'Berichtigung vorbereiten' }).click()
  await page.getByRole('dialog').waitFor()
  expect([await accessibilityFindings(page), await contrastFindings(page), await pageWidth(page)]).toEqual([[], [], 320])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1280, height: 800 })
})
