import { join } from 'node:path'
import type { Page } from 'playwright'
import { ROOT } from '../paths.ts'
import type { Studio } from './studio.ts'

const EXAMPLE = join(ROOT, 'docs', 'examples', 'umlage-2025.csv')

const go = (page: Page, hash: string): Promise<void> => page.evaluate(to => { location.hash = to }, hash)
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** A table with mistakes, what the check of the finished letters finds, the second person's look, and what is final when. */
export async function pictureNotices(studio: Studio, service: string): Promise<void> {
  const clerk = await studio.openDesk({ name: 'notices-clerk', service, login: 'jana.thiele' })
  const lead = await studio.openDesk({ name: 'notices-lead', service, login: 'petra.lindner' })
  await go(lead, '#/notices')
  await title(lead, 'Bescheide').waitFor()
  await lead.getByRole('heading', { level: 2, name: /^Wartet auf Ihre Freigabe/ }).waitFor()
  await studio.inBothLooks(lead, 'notices')
  await pictureTable(clerk, studio)
  await pictureFaults(clerk, studio)
  await pictureRelease(lead, studio)
  await pictureFinality(lead, studio)
  await pictureReturned(clerk, studio)
  await pictureConsents(lead, studio)
  await pictureDeliveries(lead, studio)
  await pictureLaws(lead, studio)
}

async function pictureTable(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/notices/import')
  await page.getByRole('button', { name: 'Bescheidart' }).click()
  await page.getByRole('option', { name: 'Umlage der Unterhaltungsverbände' }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Datei wählen' }).click()])
  await chooser.setFiles(EXAMPLE)
  const mistakes = page.getByRole('heading', { level: 2, name: '3. Zeilen prüfen' })
  await page.getByText('3 Stellen sind zu berichtigen').waitFor()
  await mistakes.evaluate(heading => heading.scrollIntoView({ block: 'start' }))
  await studio.picture(page, 'notice-import')
  await page.getByRole('button', { name: 'Tabelle verwerfen' }).click()
}

/** The run that was given back goes to the check as it is: three addresses are too long for the window. */
async function pictureFaults(page: Page, studio: Studio): Promise<void> {
  await openRun(page, /^Umlage 2025: Bittkau/)
  await page.getByRole('button', { name: 'Zur Freigabe geben' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Zur Freigabe geben' }).click()
  await page.getByText('Fehler gefunden', { exact: true }).waitFor()
  await page.getByRole('table', { name: 'Was nicht in Ordnung ist' }).waitFor()
  await studio.picture(page, 'notice-check')
}

async function pictureRelease(page: Page, studio: Studio): Promise<void> {
  await openRun(page, /^Umlage 2025: Uchtdorf/)
  await page.locator('.grid [row-index="0"]').first().click()
  await page.getByRole('button', { name: 'Brief ansehen' }).click()
  await page.getByRole('dialog').locator('canvas').first().waitFor()
  await studio.picture(page, 'notice-letter')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Freigeben', exact: true }).click()
  await page.getByRole('alertdialog').getByText(/^angesehen: 1 von/).waitFor()
  await studio.picture(page, 'notice-release')
  await page.keyboard.type('36')
  await page.keyboard.press('Enter')
  await page.getByText('Freigegeben, noch nicht hinaus').waitFor()
}

async function pictureFinality(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/notices/finality')
  await title(page, 'Rechtskraft').waitFor()
  await page.getByText('Frist läuft').first().click()
  await page.locator('.grid [row-index="0"]').first().click()
  await page.getByRole('heading', { level: 3, name: 'Fristen' }).waitFor()
  await studio.picture(page, 'notice-finality')
}

async function pictureConsents(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/notices/consents')
  await title(page, 'Postfach statt Post').waitFor()
  await page.getByRole('table', { name: 'Zustimmungen' }).waitFor()
  await studio.picture(page, 'notice-consents')
}

async function pictureDeliveries(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/notices/deliveries')
  await title(page, 'Zustellungen').waitFor()
  await page.locator('.grid [row-index="1"]').first().click()
  await page.getByRole('button', { name: 'Zustellnachweis ansehen' }).waitFor()
  await studio.picture(page, 'notice-deliveries')
}

async function pictureLaws(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/notices/settings')
  await page.getByRole('tab', { name: 'Recht', exact: true }).click()
  await page.getByRole('heading', { name: 'Verwaltungsverfahrensgesetz', exact: true }).waitFor()
  await studio.picture(page, 'notice-laws')
}

/** Why no period runs for a letter that came back, and what can be done. */
async function pictureReturned(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/notices/finality')
  await title(page, 'Rechtskraft').waitFor()
  await page.getByText('Brief kam zurück').first().click()
  await page.locator('.grid [row-index="0"]').first().click()
  await page.getByRole('button', { name: 'An neue Anschrift senden' }).scrollIntoViewIfNeeded()
  await studio.picture(page, 'notice-returned')
}

async function openRun(page: Page, name: RegExp): Promise<void> {
  await go(page, '#/notices')
  await page.getByRole('link', { name }).click()
  await title(page, name).waitFor()
  await page.locator('.grid [row-index="2"]').first().waitFor()
}
