import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

const go = (page: Page, hash: string): Promise<void> => page.evaluate(to => { location.hash = to }, hash)
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** A fire as two persons send it, the same as a drill, and what those see who are told. */
export async function pictureAlerts(studio: Studio, service: string): Promise<void> {
  const officer = await studio.openDesk({ name: 'emergency-officer', service, login: 'steffen.albrecht' })
  const second = await studio.openDesk({ name: 'emergency-second', service, login: 'joerg.wernicke' })
  await go(officer, '#/alerts')
  await title(officer, 'Meldungen').waitFor()
  await studio.inBothLooks(officer, 'alerts')
  await pictureWarnings(officer, studio)
  await begin(officer, 'Tangerhütte')
  await studio.picture(officer, 'alert-composer')
  await askToRelease(officer, second, 'Brand am Bahndamm in Tangerhütte')
  await studio.picture(second, 'alert-release')
  await second.keyboard.type('ECHT')
  await second.keyboard.press('Enter')
  await second.getByRole('table', { name: 'Versand' }).getByRole('row', { name: /^E-Mail fertig/ }).waitFor()
  await studio.picture(second, 'alert-board')
  await pictureDrill(officer, second, studio)
  await pictureInfo(studio, service)
}

/** What other authorities warn of, above every screen and in its window. */
async function pictureWarnings(page: Page, studio: Studio): Promise<void> {
  await page.getByRole('region', { name: 'Hinweise' }).getByRole('button', { name: 'Lesen' }).click()
  await page.getByRole('dialog').waitFor()
  await studio.picture(page, 'official-warnings')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function begin(page: Page, place: string): Promise<void> {
  await page.getByRole('button', { name: 'Neue Meldung' }).click()
  await page.getByRole('menuitem', { name: 'Brand am Bahndamm' }).click()
  await page.getByRole('textbox', { name: 'Ort', exact: true }).fill(place)
  await page.getByText('Entwurf gespeichert').waitFor()
}

/** Leads the second person from the notice above their screen to the last question. */
async function askToRelease(officer: Page, second: Page, headline: string): Promise<void> {
  await officer.keyboard.press('Control+Enter')
  await second.locator('.release-banner', { hasText: headline }).getByRole('link').click()
  await second.getByRole('button', { name: 'Freigeben' }).click()
  await second.getByRole('alertdialog').getByText(/\d (?:Menschen|Adressen der Übung) in /).waitFor()
}

async function pictureDrill(officer: Page, second: Page, studio: Studio): Promise<void> {
  for (const page of [officer, second]) {
    await go(page, '#/alerts')
    await page.getByRole('button', { name: 'Übung beginnen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Übung beginnen' }).click()
    await page.getByText('Echte Warnungen gehen von hier nicht hinaus.').waitFor()
  }
  await begin(officer, 'Tangerhütte')
  await studio.picture(officer, 'alert-drill')
  await askToRelease(officer, second, 'ÜBUNG – Brand am Bahndamm')
  await studio.picture(second, 'alert-drill-release')
}

/** The page on which everybody reads what holds and subscribes. */
async function pictureInfo(studio: Studio, service: string): Promise<void> {
  const page = await studio.newPage()
  await page.goto(`${service}/portal/info`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await studio.picture(page, 'alert-info')
}
