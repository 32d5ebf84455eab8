import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

/** Somebody with their tasks, and who may what. */
export async function pictureStaff(page: Page, studio: Studio): Promise<void> {
  await page.evaluate(() => { location.hash = '#/staff' })
  await page.getByLabel('Person suchen').fill('brandt')
  await page.locator('.grid [row-index="1"]').waitFor({ state: 'detached' })
  await page.locator('.grid [row-index="0"] [col-id="name"]').click()
  await page.getByRole('button', { name: 'Scheidet aus' }).waitFor()
  await studio.picture(page, 'staff')
  await page.evaluate(() => { location.hash = '#/rights' })
  await page.getByRole('rowheader', { name: 'Vorgänge, Bescheide, Termine und Nachrichten lesen' }).waitFor()
  await studio.picture(page, 'rights')
}
