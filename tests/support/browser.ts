import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'

/** A busy machine is slow, and slow is not wrong. */
const PATIENCE_MS = 60_000

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** The list under the address bar is a page of its own, made anew with every window, though nobody sees or uses it here: half of what a browser costs. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

/** What Playwright switches off; to be named again, because of two lists the browser takes the last. */
const SWITCHED_OFF_ANYWAY = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding',
  'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
]

/** The system's browser, quiet and without a window. */
export const BROWSER = {
  executablePath: EXECUTABLE,
  args: [
    '--disable-gpu', '--disable-background-networking', `--disable-features=${[...SWITCHED_OFF_ANYWAY, ...ADDRESS_BAR].join(',')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}

export const launchBrowser = (): Promise<Browser> => chromium.launch(BROWSER)

/** A page in a profile of its own: a German desk, unless said otherwise. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  // The system's chooser is held back while somebody listens for it. The page learns of that on another way than of a key: begun with the key, it may be too late.
  page.on('filechooser', () => {})
  return page
}

/** A page in a profile of its own; what goes wrong in it is gathered in `problems`. */
export async function openPage(browser: Browser, url: string): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const page = await newPage(browser)
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(url)
  return { page, problems }
}

/** Leads the page to a case by its address, as a link from outside does. */
export const showCase = (page: Page, id: string): Promise<void> => page.evaluate(hash => { location.hash = hash }, `#/applications/${id}?view=all`)

/** Signs in through the provider's page and waits for the list. */
export async function signIn(page: Page, login: string): Promise<void> {
  await giveCredentials(page, login)
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}

/** The sign-in up to its answer, whatever that is. */
export async function giveCredentials(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByLabel('Benutzername').fill(login)
  await page.getByLabel('Passwort').fill('rathaus-demo')
  await page.getByRole('button', { name: 'Anmelden' }).click()
}

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong by WCAG 2.2 AA, as `rule: element`. */
export const accessibilityFindings = (page: Page): Promise<readonly string[]> => findings(page, axe => axe.withTags(WCAG_2_2_AA))

/** Only what a change of colours can break. */
export const contrastFindings = (page: Page): Promise<readonly string[]> => findings(page, axe => axe.withRules('color-contrast'))

async function findings(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // A window stays hidden for a moment where a keyboard on the screen may be about to come up: what is looked at is what people see.
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>('.overlay')].every(overlay => overlay.style.opacity !== '0'))
  // Our pages have no frames, so axe needs no second page to put its findings together; of what passed, one element is enough.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations, passes } = await choose(axe).analyze()
  if (passes.length === 0) return ['axe looked at nothing']
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
}
