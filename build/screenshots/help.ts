import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

/** The help beside a case list, the first step of the tour, and a diagnosis before it is saved. */
export async function pictureHelp(page: Page, studio: Studio): Promise<void> {
  await page.evaluate(() => { location.hash = '#/applications?view=all' })
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  await page.getByRole('button', { name: 'Hilfe zu diesem Bildschirm' }).click()
  const help = page.getByRole('complementary', { name: 'Die Liste der Vorgänge' })
  await help.waitFor()
  await studio.picture(page, 'help')
  await help.getByRole('button', { name: 'Diagnose erstellen …' }).click()
  await page.getByLabel('Die ganze Datei').waitFor()
  await studio.picture(page, 'diagnosis')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await help.getByRole('button', { name: 'Rundgang für den ersten Tag' }).click()
  const tour = page.getByRole('region', { name: 'Ihre Bereiche' })
  await tour.waitFor()
  await studio.picture(page, 'tour')
  await tour.getByRole('button', { name: 'Später weitermachen' }).click()
  await tour.waitFor({ state: 'detached' })
}
