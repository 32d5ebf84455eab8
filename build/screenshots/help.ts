import { join } from 'node:path'
import type { Page } from 'playwright'
import { writeDiagnosis, type Diagnosis } from '../../shared/formats/diagnosis.ts'
import { Instant } from '../../shared/time.ts'
import { startChild, type Child } from '../children.ts'
import { ROOT } from '../paths.ts'
import { NOW, type Studio } from './studio.ts'

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

/** The diagnosis of a desk whose disk is full, as the administrator reads it. */
export async function pictureDiagnosisRead(page: Page, studio: Studio): Promise<void> {
  await page.evaluate(() => { location.hash = '#/diagnosis' })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Datei wählen' }).click()])
  await chooser.setFiles({ name: 'diagnose.json', mimeType: 'application/json', buffer: Buffer.from(writeDiagnosis(fullDisk)) })
  await page.getByRole('heading', { name: 'Was wahrscheinlich los ist' }).waitFor()
  await studio.picture(page, 'diagnosis-read')
}

const fullDisk: Diagnosis = {
  format: 'rathaus-diagnosis', version: 1, madeAt: Instant.parse('2026-11-23T08:20:00.000Z'),
  program: { version: '0.1.0', shell: 'electron', wire: 1, node: '24.11.0', runningMinutes: 212 },
  machine: { system: 'windows', memoryMb: 410, freeDiskMb: 38, cacheMb: 164 },
  state: { connection: 'online', sinceMinutes: 190, lastSyncMinutesAgo: 41, isReady: true, isLoading: false, waiting: 3, oldestWaitingMinutes: 44, attention: 1, problem: null, clockAheadMinutes: 0 },
  roles: ['clerk'], rows: { applications: 1_284, application_events: 9_120, messages: 342, attachments: 611 }, countingMs: 14,
  waiting: [{ command: 'comments.add', count: 3, attempts: 5 }],
  refused: [{ command: 'applications.assign', code: 'commands/blocked', count: 1 }],
  events: [
    { event: 'blobs.not-kept', level: 'warn', code: null, reason: 'ENOSPC', count: 18, lastMinutesAgo: 2 },
    { event: 'sync.push-failed', level: 'warn', code: 'sync/service-away', reason: 'TypeError', count: 4, lastMinutesAgo: 41 },
  ],
}

interface House {
  readonly folder: string
  onChild(child: Child): void
}

/** A desk of the town for practice, which nobody is to take for the one in earnest. */
export async function pictureTraining(studio: Studio, { folder, onChild }: House): Promise<void> {
  const town = startChild(join(ROOT, 'build', 'service.ts'), ['--demo', '--data', join(folder, 'training'), '--rows', '300', '--seed', '1', '--now', NOW.town], { TRAINING: 'yes' })
  onChild(town)
  const page = await studio.openDesk({ name: 'training', service: String((await town.ready)['url']), login: 'jana.thiele' })
  await page.getByText('ÜBUNGSSTADT').waitFor()
  await page.getByText('Verbunden', { exact: true }).waitFor()
  await page.locator('.ag-row').nth(9).waitFor()
  await studio.picture(page, 'training')
}
