import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright'

/** A busy machine is slow, and slow is not wrong. */
const PATIENCE_MS = 60_000

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** The system's browser, quiet and without a window. */
export const BROWSER = {
  executablePath: EXECUTABLE,
  args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
}

export const launchBrowser = (): Promise<Browser> => chromium.launch(BROWSER)

/** A page of its own profile; what goes wrong in it is gathered in `problems`. */
export async function openPage(browser: Browser, url: string): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin' })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(url)
  return { page, problems }
}

/** Signs in through the provider's page and waits for the list. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByLabel('Benutzername').fill(login)
  await page.getByLabel('Passwort').fill('rathaus-demo')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}

/** What axe finds wrong by WCAG 2.2 AA, as `rule: element`. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze()
  if (passes.length === 0) return ['axe looked at nothing']
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
}
