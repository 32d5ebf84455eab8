// The pictures of README and handbook, taken from a demo town of a fixed day and seed: `npm run screenshots`.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { pagePdf } from '../service/demo/page-pdf.ts'
import { DEMO_PASSWORD } from '../service/demo/staff.ts'
import { startChild, type Child } from './children.ts'
import { networkSwitch, type NetworkSwitch } from './network-switch.ts'
import { ROOT } from './paths.ts'
import { ensureRenderer } from './renderer.ts'
import { createPortalClient, type PortalClient } from './simulate/portal-client.ts'

/** The desks are opened a little later than the town, and looked at a little later still. */
const NOW = { town: '2026-11-23T09:30:00+01:00', desk: '2026-11-23T09:35:00+01:00', page: '2026-11-23T09:36:00+01:00' } as const
const ROWS = 2_000
const PICTURES = join(ROOT, 'docs', 'pictures')

const folder = mkdtempSync(join(tmpdir(), 'rathaus-pictures-'))
const children: Child[] = []
try {
  await takePictures()
} finally {
  await Promise.all(children.map(child => child.stop()))
  rmSync(folder, { recursive: true, force: true })
}

function start(script: string, args: readonly string[]): Child {
  const child = startChild(join(ROOT, 'build', script), args)
  children.push(child)
  return child
}

async function takePictures(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await ensureRenderer()
  const service = start('service.ts', ['--demo', '--data', join(folder, 'town'), '--rows', String(ROWS), '--seed', '1', '--now', NOW.town])
  const url = String((await service.ready)['url'])
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
  try {
    const newPage = async (): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
      context.setDefaultTimeout(60_000)
      const page = await context.newPage()
      await page.clock.setFixedTime(NOW.page)
      return page
    }
    await pictureWork(newPage, url)
  } finally {
    await browser.close()
  }
}

async function pictureWork(newPage: () => Promise<Page>, service: string): Promise<void> {
  const portal = createPortalClient({ serviceUrl: service, fetch, pause: ms => new Promise(resolve => setTimeout(resolve, ms)) })
  const cable = await networkSwitch(service)
  const [clerk, lead] = [await newPage(), await newPage()]
  const contested = await submitDog(portal, { firstName: 'Rüdiger', lastName: 'Vollmer', locality: 'Grieben', dogName: 'Asta' })
  const dog = await submitDog(portal, { firstName: 'Annegret', lastName: 'Paasche', locality: 'Bellingen', dogName: 'Bruno' })
  await openDesk(clerk, 'clerk', ['--service', cable.url], 'katrin.sommer')
  await propose(clerk, dog)
  await clerk.evaluate(() => { location.hash = '#/applications?view=all' })
  await clerk.getByRole('row').nth(8).waitFor()
  await picture(clerk, 'list')
  await openDesk(lead, 'lead', ['--service', service], 'petra.lindner')
  await openCase(lead, dog)
  await lead.getByRole('button', { name: 'Freigeben' }).waitFor()
  await picture(lead, 'case')
  await lead.emulateMedia({ colorScheme: 'dark' })
  await picture(lead, 'dark')
  await pictureOfflineAndAfter(clerk, lead, contested, cable)
  await picturePortal(await newPage(), service)
  await cable.close()
}

/** Two people take the same case while one of them is without a network. */
async function pictureOfflineAndAfter(clerk: Page, lead: Page, contested: string, cable: NetworkSwitch): Promise<void> {
  cable.off()
  await clerk.locator('.transfer').filter({ hasText: 'Ohne Verbindung' }).waitFor()
  await openCase(clerk, contested)
  await claimAndPropose(clerk, 'Ablehnen', 'Die Versicherung ist nicht nachgewiesen (§ 3 Absatz 2 der Satzung).')
  await clerk.getByText('Ablehnung vorgeschlagen').first().waitFor()
  await picture(clerk, 'offline')
  await openCase(lead, contested)
  await lead.getByRole('button', { name: 'Übernehmen' }).click()
  await transferred(lead)
  cable.on()
  await clerk.locator('.button--attention').click()
  await clerk.getByRole('dialog').getByRole('table').waitFor()
  await picture(clerk, 'attention')
}

async function picturePortal(page: Page, service: string): Promise<void> {
  await page.goto(`${service}/portal/services/dog-registration`)
  await page.getByRole('button', { name: 'Antrag abschicken' }).waitFor()
  await picture(page, 'portal')
}

async function submitDog(portal: PortalClient, answers: Readonly<Record<'firstName' | 'lastName' | 'locality' | 'dogName', string>>): Promise<string> {
  const { formVersion } = await portal.form('dog-registration')
  const form = {
    ...answers, birthDate: '1971-09-14', street: 'Bahnhofstraße', houseNumber: '12', postalCode: '39517', email: 'hund@example.org',
    breed: 'Deutscher Wachtelhund', dogSex: 'male', dogBirthDate: '2025-02-03', keptSince: '2026-11-01', chipNumber: '276098100123456',
    insurer: 'ÖSA', insuranceNumber: 'VS-100200', otherDogs: 0, isAssistanceDog: false, isTruthful: true,
  }
  const paper = { filename: 'versicherungsschein.pdf', mediaType: 'application/pdf', content: Buffer.from(pagePdf(['Versicherungsschein'])).toString('base64') }
  const { applicationId } = await portal.submit({ key: randomUUID(), serviceId: 'dog-registration', formVersion, form, attachments: [paper] })
  return applicationId
}

/** Only what does not move: messages that go by themselves are waited for. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.locator('.toast').first().waitFor({ state: 'detached' })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}

async function openDesk(page: Page, name: string, service: readonly string[], login: string): Promise<void> {
  const desk = start('desk.ts', ['--headless', ...service, '--profile', join(folder, name), '--now', NOW.desk])
  await page.goto(String((await desk.ready)['url']))
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByLabel('Benutzername').fill(login)
  await page.getByLabel('Passwort').fill(DEMO_PASSWORD)
  if (name === 'clerk') await picture(page, 'sign-in')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}

async function openCase(page: Page, id: string): Promise<void> {
  await page.evaluate(hash => { location.hash = hash }, `#/applications/${id}?view=all`)
  await page.getByRole('region', { name: 'Entscheidung', exact: true }).waitFor()
}

async function propose(page: Page, id: string): Promise<void> {
  await openCase(page, id)
  await claimAndPropose(page, 'Bewilligen', 'Chip und Haftpflichtversicherung sind nachgewiesen. Die Steuer beginnt mit dem 1. Dezember 2026.')
  await transferred(page)
}

async function claimAndPropose(page: Page, outcome: 'Bewilligen' | 'Ablehnen', reason: string): Promise<void> {
  const decision = page.getByRole('region', { name: 'Entscheidung', exact: true })
  await decision.getByRole('button', { name: 'Übernehmen' }).click()
  await decision.locator('label', { hasText: outcome }).click()
  await decision.getByLabel('Begründung').fill(reason)
  await decision.getByRole('button', { name: /vorschlagen$/ }).click()
}

async function transferred(page: Page): Promise<void> {
  await page.locator('.transfer').filter({ hasText: 'Verbunden' }).filter({ hasText: 'Alles übertragen' }).waitFor()
}
