import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { accessibilityFindings, contrastFindings } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { pageWidth } from '../support/screens.ts'

const here = townScene({ people: { clerk: { login: 'katrin.sommer' }, lead: { login: 'petra.lindner' } } })

const RUN = 'Umlage 2025: Bittkau, Kehnert'

const chosen = (page: Page) => page.getByRole('complementary', { name: 'Gewählter Bescheid' })
const faultyRow = (page: Page) => page.locator('.grid [row-index="0"] [col-id="name"]')

/** Sets right an address that is too long for its window, by keys alone once the notice is chosen. */
async function mendFirst(page: Page): Promise<void> {
  const panel = chosen(page)
  await page.locator('label', { hasText: 'Mit Problemen' }).click()
  await faultyRow(page).filter({ hasText: 'Erbengemeinschaft' }).click()
  await panel.getByText('Die Anschrift hat zu viele Zeilen').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await panel.getByRole('button', { name: 'Berichtigen' }).press('Enter')
  await panel.getByLabel('Name', { exact: true }).and(page.locator(':focus')).fill('')
  await page.keyboard.press('Enter')
  await panel.getByText('Eine Angabe ist noch nicht richtig.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  for (const [label, text] of [['Name', 'Erbengemeinschaft Hohenstein'], ['Zusatz', ''], ['Straße', 'Lange Straße']] as const) await panel.getByLabel(label, { exact: true }).fill(text)
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: 'Erbengemeinschaft Hohenstein' }).and(page.locator(':focus')).waitFor()
  await panel.getByText('Lange Straße 12').waitFor()
}

/** `rows`: how many with problems are left; before the list has that length, its first row may be one that is done. */
async function leaveOutFirst(page: Page, rows: number): Promise<void> {
  await page.locator(`.grid [row-index="${rows}"]`).waitFor({ state: 'detached' })
  await faultyRow(page).filter({ hasText: 'Friederike' }).click()
  await chosen(page).getByRole('heading', { name: /Friederike/ }).waitFor()
  await chosen(page).getByRole('button', { name: 'Nicht versenden' }).click()
  const dialog = page.getByRole('dialog', { name: /nicht versenden$/ })
  await dialog.getByLabel('Begründung').fill('Anschrift wird geklärt')
  await dialog.getByRole('button', { name: 'Nicht versenden' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Looks at two of the sample, types a wrong number and then the right one. */
async function releaseRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Freigeben' }).click()
  const release = page.getByRole('alertdialog', { name: 'Lauf freigeben' })
  await release.getByText('22 Bescheide über zusammen').waitFor()
  await release.getByRole('button', { name: 'Nächster' }).click()
  await release.getByText(/angesehen: 2 von \d/).waitFor()
  // At the end of the sample the key pressed last keeps the focus, and says why it rests.
  await release.getByRole('button', { name: 'Voriger' }).press('Enter')
  await release.getByText('Das ist der erste.').waitFor()
  await release.getByRole('button', { name: 'Voriger' }).and(page.locator(':focus')).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  const number = release.getByLabel('Wie viele Bescheide gehen hinaus?', { exact: false })
  await number.fill('24')
  await page.keyboard.press('Enter')
  await release.getByText('Die Zahl stimmt nicht.').waitFor()
  await number.fill('22')
  await page.keyboard.press('Enter')
  await release.waitFor({ state: 'detached' })
}

test('a run that was given back is mended, given for release, checked and released by somebody else, who can still take it back', { timeout: 240_000 }, async () => {
  const { clerk: { page, problems }, lead } = here
  await here.clerk.openView('Bescheide')
  await page.getByRole('link', { name: `Weiter prüfen: ${RUN}` }).click()
  await page.getByRole('heading', { level: 1, name: RUN }).waitFor()
  await mendFirst(page)
  await leaveOutFirst(page, 2)
  await leaveOutFirst(page, 1)
  await page.locator('label', { hasText: 'Bleiben hier 2' }).waitFor()

  await here.clerk.transferred()
  await page.getByRole('button', { name: 'Zur Freigabe geben' }).and(page.locator(':not([aria-disabled])')).click()
  const submit = page.getByRole('dialog', { name: 'Zur Freigabe geben' })
  await submit.getByText('22 Bescheide').waitFor()
  await page.keyboard.press('Enter')
  await submit.waitFor({ state: 'detached' })
  await page.getByText('Alle Briefe sind in Ordnung').waitFor()
  await page.getByText('Das entscheidet die Teamleitung.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await lead.openView('Bescheide')
  await lead.page.getByRole('link', { name: `Ansehen und freigeben: ${RUN}` }).click()
  await releaseRun(lead.page)
  await lead.page.getByText('Freigegeben, noch nicht hinaus').waitFor()

  await page.getByRole('button', { name: 'Freigabe zurücknehmen' }).click()
  const back = page.getByRole('dialog', { name: 'Freigabe zurücknehmen' })
  await back.getByLabel('Begründung').fill('Ein Eigentümer fehlt noch')
  await back.getByRole('button', { name: 'Freigabe zurücknehmen' }).click()
  await lead.page.getByText('Zurückgegeben von Katrin Sommer: Ein Eigentümer fehlt noch').waitFor()
  expect([...problems, ...lead.problems]).toEqual([])
})

test('a notice is found by a part of a name or of its Kassenzeichen, and its days stand beside it', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  await here.lead.openView('Bescheide')
  await page.getByRole('link', { name: 'Umlage 2025: Lüderitz, Grieben, Bellingen, Demker', exact: true }).click()
  await page.getByText('117 von 118 übergeben').waitFor()
  const first = page.locator('.grid [row-index="0"]')
  await page.getByLabel('Name oder Kassenzeichen').fill('70 2025 00002')
  await first.getByText('70.2025.00002').waitFor()
  await first.getByText('70.2025.00002').click()
  await chosen(page).getByText('Fristen', { exact: true }).waitFor()
  await page.getByLabel('Name oder Kassenzeichen').fill('')
  await page.getByRole('button', { name: 'Fehlgeschlagene zeigen' }).click()
  await first.getByText('Fehlgeschlagen').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})

test('runs are readable in the dark and in a small window', { timeout: 120_000 }, async () => {
  const { page } = here.lead
  const isReadable = async (): Promise<void> => {
    await page.setViewportSize({ width: 320, height: 640 })
    expect([await accessibilityFindings(page), await contrastFindings(page), await pageWidth(page)]).toEqual([[], [], 320])
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await here.lead.openView('Bescheide')
  await isReadable()
  await page.getByRole('link', { name: 'Umlage 2025: Lüderitz, Grieben, Bellingen, Demker', exact: true }).click()
  await page.getByText('117 von 118 übergeben').waitFor()
  await page.locator('.grid [row-index="1"] [col-id="name"]').click()
  await chosen(page).getByText('Fristen', { exact: true }).waitFor()
  await isReadable()
})
