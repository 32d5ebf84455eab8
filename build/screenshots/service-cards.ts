import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

const details = (page: Page) => page.getByRole('dialog', { name: /· (?:FW|WW)-\d{4}-\d{4}$/ })

/** What is to be done about service ID cards, one that waits for its holder, as it is printed, and what a telephone says of it. Early in the day: a telephone's clock has to be about the town's. */
export async function pictureServiceCards(studio: Studio, service: string): Promise<void> {
  const lead = await studio.openDesk({ name: 'service-cards', service, login: 'joerg.wernicke' })
  await lead.evaluate(() => { location.hash = '#/service-cards' })
  await lead.getByRole('heading', { level: 1, name: 'Dienstausweise' }).waitFor()
  await lead.locator('.card-open').first().waitFor()
  await studio.inBothLooks(lead, 'service-cards')
  await lead.getByRole('region', { name: 'Zu übergeben' }).getByRole('button').click()
  await lead.locator('.card-open').first().click()
  await details(lead).getByRole('img').waitFor()
  await studio.picture(lead, 'service-card')
  await picturePrint(lead, studio)
  await pictureCheck(await addressOf(lead), studio)
}

async function picturePrint(page: Page, studio: Studio): Promise<void> {
  await details(page).getByRole('button', { name: 'Ausweis ansehen und drucken' }).click()
  const sheet = page.getByRole('dialog', { name: 'Dienstausweis', exact: true })
  await sheet.locator('canvas').first().waitFor()
  await sheet.getByText('Ortsfeuerwehr', { exact: false }).or(sheet.getByText('Wasserwehr', { exact: false })).first().waitFor({ state: 'attached' })
  await studio.picture(page, 'service-card-print')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
}

/** The address that the code of the open card holds. */
async function addressOf(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await details(page).getByRole('button', { name: 'Digitaler Ausweis' }).click()
  const dialog = page.getByRole('dialog', { name: 'Digitaler Ausweis' })
  await dialog.getByRole('button', { name: 'Adresse kopieren' }).click()
  await dialog.getByText('Kopiert').first().waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

async function pictureCheck(address: string, studio: Studio): Promise<void> {
  const phone = await studio.newPage()
  await phone.setViewportSize({ width: 420, height: 900 })
  await phone.goto(address)
  await phone.locator('#result').getByText('Gültig.', { exact: true }).waitFor()
  await phone.locator('[data-list]').waitFor()
  // The page gives what it says the focus, and a ring around that would be in the picture.
  await phone.locator('#result').blur()
  await studio.picture(phone, 'service-card-check')
}
