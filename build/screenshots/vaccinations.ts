import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

const go = (page: Page, hash: string): Promise<void> => page.evaluate(to => { location.hash = to }, hash)
const heading = (page: Page, level: number, name: string | RegExp) => page.getByRole('heading', { level, name })

/** A vaccination day as physician and lead have it: planned, under way at board and station, and what is kept of it. */
export async function pictureVaccinations(studio: Studio, service: string): Promise<void> {
  const physician = await studio.openDesk({ name: 'vaccination', service, login: 'eva.arndt' })
  await go(physician, '#/vaccination-planning')
  await heading(physician, 2, 'Geplant').waitFor()
  await studio.picture(physician, 'vaccination-planning')
  await pictureDay(physician, studio)
  await go(physician, '#/vaccination-records')
  await physician.locator('.recall-one').waitFor()
  await physician.locator('.recall-list [row-index="3"]').first().waitFor()
  await studio.inBothLooks(physician, 'vaccination-recall')
  await pictureCertificate(physician, studio)
}

async function pictureDay(page: Page, studio: Studio): Promise<void> {
  await go(page, '#/vaccination')
  await page.locator('.figures-line').waitFor()
  await studio.inBothLooks(page, 'vaccination-board')
  await page.getByRole('region', { name: /^Bereit/ }).getByRole('button').first().click()
  await page.getByRole('article', { name: /^Am Platz: / }).waitFor()
  await studio.picture(page, 'vaccination-station')
}

async function pictureCertificate(page: Page, studio: Studio): Promise<void> {
  await page.getByRole('tab', { name: 'Dokumentationen' }).click()
  await page.getByLabel('Wozu suchen Sie?').fill('Bescheinigung für die Person')
  await page.getByLabel('Nachname').fill('sch')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: / öffnen$/ }).first().click()
  await page.getByRole('button', { name: 'Impfbescheinigung' }).click()
  await page.getByRole('dialog').getByText('Impfbescheinigung').nth(1).waitFor({ state: 'attached' })
  await studio.picture(page, 'vaccination-certificate')
}
