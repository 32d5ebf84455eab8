import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { startChild, type Child } from '../children.ts'
import { ROOT } from '../paths.ts'

/** The desks are opened a little later than the town, and looked at a little later still. */
export const NOW = { town: '2026-11-23T09:30:00+01:00', desk: '2026-11-23T09:35:00+01:00', page: '2026-11-23T09:36:00+01:00' } as const
const PICTURES = join(ROOT, 'docs', 'pictures')

export interface Desk {
  /** The folder of the profile. */
  readonly name: string
  readonly service: string
  readonly login: string
}

/** Opens pages and desks at the fixed time and takes their pictures. */
export interface Studio {
  newPage(): Promise<Page>
  openDesk(desk: Desk): Promise<Page>
  picture(page: Page, name: string): Promise<void>
  /** Light and German under the name, dark and English under `<name>-en-dark`; light and German again afterwards. */
  inBothLooks(page: Page, name: string): Promise<void>
}

export function createStudio(browser: Browser, folder: string, onChild: (child: Child) => void): Studio {
  mkdirSync(PICTURES, { recursive: true })
  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await page.clock.setFixedTime(NOW.page)
    return page
  }
  return {
    newPage,
    picture,
    openDesk: async ({ name, service, login }) => {
      const desk = startChild(join(ROOT, 'build', 'desk.ts'), ['--headless', '--service', service, '--profile', join(folder, name), '--now', NOW.desk])
      onChild(desk)
      const page = await newPage()
      await page.goto(String((await desk.ready)['url']))
      await signIn(page, login)
      return page
    },
    inBothLooks: async (page, name) => {
      await picture(page, name)
      await chooseLanguage(page, 'English')
      await page.emulateMedia({ colorScheme: 'dark' })
      await picture(page, `${name}-en-dark`)
      await page.emulateMedia({ colorScheme: 'light' })
      await chooseLanguage(page, 'Deutsch')
    },
  }
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByLabel('Benutzername').fill(login)
  await page.getByLabel('Passwort').fill(DEMO_PASSWORD)
  if (login === 'katrin.sommer') await picture(page, 'sign-in')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}

async function chooseLanguage(page: Page, name: 'Deutsch' | 'English'): Promise<void> {
  await page.locator('.account').click()
  await page.getByRole('menuitemradio', { name }).click()
  await page.locator(`html[lang="${name === 'Deutsch' ? 'de' : 'en'}"]`).waitFor()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  // The menu gives the focus back to its button, and a ring around that would be in every picture.
  await page.locator('.account').blur()
}

/** Only what does not move: messages that go by themselves are waited for. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  // A screen that has just come has the focus, and a ring where it came by keyboard; the pictures are those of a mouse.
  const screen = page.locator('.screen:focus')
  if (await screen.count() > 0) await screen.blur()
  await page.locator('.toast').first().waitFor({ state: 'detached' })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}
