import type { Page } from 'playwright'
import type { Studio } from './studio.ts'

const go = (page: Page, hash: string): Promise<void> => page.evaluate(to => { location.hash = to }, hash)
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** Calendar, counter and opening hours as the front office has them on a Monday morning, and the plan of the houses. */
export async function pictureFrontOffice(studio: Studio, service: string): Promise<void> {
  const clerk = await studio.openDesk({ name: 'front-office', service, login: 'kerstin.wulf' })
  await go(clerk, '#/calendar')
  await title(clerk, 'Kalender').waitFor()
  await studio.inBothLooks(clerk, 'calendar')
  await clerk.locator('.cal-tools__view', { hasText: 'Woche' }).click()
  await drawn(clerk)
  await studio.picture(clerk, 'calendar-week')
  await go(clerk, '#/counter')
  await clerk.getByRole('heading', { level: 2, name: 'Mein Schalter' }).waitFor()
  await studio.picture(clerk, 'counter')
  const lead = await studio.openDesk({ name: 'front-office-lead', service, login: 'sabine.roessler' })
  await go(lead, '#/hours')
  await title(lead, 'Öffnungszeiten').waitFor()
  await studio.picture(lead, 'hours')
  const letting = await studio.openDesk({ name: 'houses', service, login: 'rene.schernikau' })
  await go(letting, '#/halls')
  await title(letting, 'Räume und Häuser').waitFor()
  await letting.locator('.hall-bar').first().waitFor()
  await studio.picture(letting, 'halls')
}

/** A long week is drawn piece by piece: until ten frames have brought nothing new. */
const drawn = (page: Page): Promise<void> => page.evaluate(async () => {
  let before = 0
  for (let same = 0; same < 10;) {
    await new Promise(requestAnimationFrame)
    const now = document.querySelectorAll('*').length
    same = now === before ? same + 1 : 0
    before = now
  }
})

/** What a citizen is asked first. */
export async function pictureBooking(studio: Studio, service: string): Promise<void> {
  const page = await studio.newPage()
  await page.goto(`${service}/portal/appointments`)
  await page.getByRole('link', { name: 'Bürgerbüro' }).click()
  await studio.picture(page, 'booking')
}
