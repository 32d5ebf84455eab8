// The pictures of README and handbook, taken from a demo town of a fixed day and seed: `npm run screenshots`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { startChild, type Child } from './children.ts'
import { networkSwitch } from './network-switch.ts'
import { ROOT } from './paths.ts'
import { ensureRenderer } from './renderer.ts'
import { pictureAlerts } from './screenshots/alerts.ts'
import { openCase, pictureOfflineAndAfter, proposeWithLetter, transferred } from './screenshots/case-work.ts'
import { pictureBooking, pictureFrontOffice } from './screenshots/front-office.ts'
import { submitDog } from './screenshots/citizen.ts'
import { pictureDiagnosisRead, pictureHelp, pictureTraining } from './screenshots/help.ts'
import { pictureNotices } from './screenshots/notices.ts'
import { pictureCapture, pictureDay, pictureLetters, pictureList, picturePrivacy, pictureReports, pictureServices } from './screenshots/pages.ts'
import { pictureServiceCards } from './screenshots/service-cards.ts'
import { pictureStaff } from './screenshots/staff.ts'
import { createStudio, NOW, type Studio } from './screenshots/studio.ts'
import { pictureTowns } from './screenshots/towns.ts'
import { pictureVaccinations } from './screenshots/vaccinations.ts'
import { createPortalClient } from './simulate/portal-client.ts'

const ROWS = 2_000

const folder = mkdtempSync(join(tmpdir(), 'rathaus-pictures-'))
const children: Child[] = []
try {
  await takePictures()
} finally {
  await Promise.all(children.map(child => child.stop()))
  rmSync(folder, { recursive: true, force: true })
}

async function takePictures(): Promise<void> {
  await ensureRenderer()
  const town = startChild(join(ROOT, 'build', 'service.ts'), ['--demo', '--data', join(folder, 'town'), '--rows', String(ROWS), '--seed', '1', '--now', NOW.town])
  children.push(town)
  const service = String((await town.ready)['url'])
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
  try {
    const studio = createStudio(browser, folder, child => children.push(child))
    await picturePortal(studio, service)
    await pictureServiceCards(studio, service)
    const administrator = await studio.openDesk({ name: 'administrator', service, login: 'lars.behrends' })
    await pictureServices(administrator, studio)
    await pictureLetters(administrator, studio)
    await pictureStaff(administrator, studio)
    await pictureDiagnosisRead(administrator, studio)
    await pictureWork(studio, service)
    await pictureFrontOffice(studio, service)
    await pictureBooking(studio, service)
    await pictureVaccinations(studio, service)
    await pictureAlerts(studio, service)
    await pictureNotices(studio, service)
    await pictureTowns(studio, { browser, folder, onChild: child => children.push(child) })
    await pictureTraining(studio, { folder, onChild: child => children.push(child) })
    await picturePrivacy(await studio.openDesk({ name: 'officer', service, login: 'ruth.seehausen' }), studio)
  } finally {
    await browser.close()
  }
}

async function pictureWork(studio: Studio, service: string): Promise<void> {
  const portal = createPortalClient({ serviceUrl: service, fetch, pause: ms => new Promise(resolve => setTimeout(resolve, ms)) })
  const cable = await networkSwitch(service)
  const contested = await submitDog(portal, { firstName: 'Rüdiger', lastName: 'Vollmer', locality: 'Grieben', dogName: 'Asta' })
  const dog = await submitDog(portal, { firstName: 'Annegret', lastName: 'Paasche', locality: 'Bellingen', dogName: 'Bruno' })
  const clerk = await studio.openDesk({ name: 'clerk', service: cable.url, login: 'katrin.sommer' })
  await proposeWithLetter(clerk, dog, studio)
  await pictureList(clerk, studio)
  await pictureCapture(clerk, studio)
  const lead = await studio.openDesk({ name: 'lead', service, login: 'petra.lindner' })
  await openCase(lead, dog)
  await lead.getByRole('button', { name: 'Freigeben' }).waitFor()
  await transferred(lead)
  await studio.inBothLooks(lead, 'case')
  await pictureDay(lead, studio)
  await pictureReports(lead, studio)
  await pictureHelp(lead, studio)
  await pictureOfflineAndAfter(clerk, lead, contested, cable, studio)
  await cable.close()
}

async function picturePortal(studio: Studio, service: string): Promise<void> {
  const page = await studio.newPage()
  await page.goto(`${service}/portal/services/dog-registration`)
  await page.getByRole('button', { name: 'Antrag abschicken' }).waitFor()
  await studio.picture(page, 'portal')
}
