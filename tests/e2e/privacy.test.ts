import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROWSER, signIn } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import type { TestDesk } from '../support/town.ts'
import { workplaceOn, type Workplace } from '../support/workplace.ts'

/** Made of letters only, so that nothing on the way changes them; new ones every time, so that no earlier run is found. */
const canary = (): string => `ZZCANARY${randomBytes(8).toString('hex').replace(/\d/g, digit => 'GHIJKLMNOP'[Number(digit)] ?? 'X').toUpperCase()}`
const CANARIES = {
  name: canary(), dog: canary(), street: canary(), paper: canary(), message: canary(), note: canary(), reason: canary(), draft: canary(), search: canary(),
} as const

const here = townScene()
let desk: TestDesk
let browserFolder: string
let context: BrowserContext

beforeAll(async () => {
  desk = await here.town.openDesk('desk', { service: here.cable.url })
  browserFolder = mkdtempSync(join(tmpdir(), 'rathaus-browser-'))
  context = await chromium.launchPersistentContext(browserFolder, {
    ...BROWSER, env: { ...process.env, TMPDIR: here.town.temporary }, locale: 'de-DE', viewport: { width: 1440, height: 900 },
  })
  context.setDefaultTimeout(60_000)
})

afterAll(async () => {
  await context.close()
  rmSync(browserFolder, { recursive: true, force: true })
})

test('after a whole day of work nothing personal lies in plain text on the disk or in a log', { timeout: 240_000 }, async () => {
  const openWhileWorking = await workADay()
  await context.close()
  expect(openWhileWorking.length, 'files looked at through the open descriptors').toBeGreaterThan(3)
  expect(openWhileWorking.filter(({ found }) => found.length > 0)).toEqual([])
  const looked = [desk.profile, here.town.logs, here.town.temporary, browserFolder].flatMap(filesIn)
  expect(looked.filter(path => path.startsWith(desk.profile)).length).toBeGreaterThan(2)
  expect(looked.filter(path => path.startsWith(browserFolder)).length).toBeGreaterThan(10)
  expect(looked.map(path => ({ path, found: canariesIn(path) })).filter(({ found }) => found.length > 0)).toEqual([])
  expect(filesIn(join(here.town.folder, 'town')).flatMap(canariesIn), 'the search would find them: the service keeps them').not.toEqual([])
})

async function workADay(): Promise<readonly Finding[]> {
  let clerk = await sitDownHere()
  const citizen = { lastName: CANARIES.name, dogName: CANARIES.dog, street: CANARIES.street }
  const { applicationId } = await here.citizens.registerDog(citizen, [CANARIES.paper])
  const { page } = clerk
  await page.getByRole('row').filter({ hasText: CANARIES.name }).waitFor()
  await page.getByRole('columnheader', { name: 'Antragsteller' }).click()
  await page.locator('#list-search').fill(CANARIES.search)
  await page.getByText(`Nichts gefunden für „${CANARIES.search}“.`).waitFor()
  await page.locator('#list-search').fill(CANARIES.name)
  await page.getByText('1 Vorgang', { exact: true }).waitFor()
  await clerk.openCase(applicationId)
  await page.getByRole('button', { name: /herunterladen/ }).click()
  await clerk.claim()
  here.cable.off()
  await clerk.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()
  await clerk.write(CANARIES.message, CANARIES.message)
  await clerk.note(CANARIES.note)
  await clerk.history.getByText(CANARIES.note).waitFor()
  await clerk.propose('Ablehnen', CANARIES.reason)
  await clerk.decision.getByText(CANARIES.reason).waitFor()
  await page.getByLabel('Kommentar oder Vermerk').fill(CANARIES.draft)
  const open = [desk.child.pid, here.town.pids.service].flatMap(openFiles)
  await desk.kill()
  here.cable.on()
  desk = await here.town.openDesk('desk', { service: here.cable.url })
  clerk = await sitDownHere()
  await clerk.transferred()
  await clerk.openCase(applicationId)
  await clerk.history.getByText(CANARIES.note).waitFor()
  await clerk.page.keyboard.press('Alt+l')
  await clerk.page.getByRole('heading', { name: 'Arbeitsplatz gesperrt' }).waitFor()
  return [...open, ...openFiles(desk.child.pid)]
}

async function sitDownHere(): Promise<Workplace> {
  const page = await context.newPage()
  await page.goto(desk.url)
  await signIn(page, 'katrin.sommer')
  return workplaceOn(page, [])
}

interface Finding {
  readonly path: string
  readonly found: readonly string[]
}

const ENCODINGS: readonly BufferEncoding[] = ['utf8', 'utf16le']

/** Which canaries stand in a file as text or as base64. */
function canariesIn(path: string): readonly string[] {
  const content = readFileSync(path)
  return Object.entries(CANARIES).filter(([, text]) => ENCODINGS.some(encoding => content.includes(Buffer.from(text, encoding))) || base64Forms(text).some(form => content.includes(form))).map(([name]) => name)
}

/** A text within base64 looks in one of three ways, depending on where it begins; the ends depend on the neighbours. */
const base64Forms = (text: string): readonly string[] =>
  [0, 1, 2].map(shift => Buffer.from(' '.repeat(shift) + text).toString('base64').slice(shift === 0 ? 0 : 4, -4))

/** The regular files a process holds open, deleted ones included; the service's own data are its own. */
function openFiles(pid: number): readonly Finding[] {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).flatMap(name => {
    const link = join(folder, name)
    try {
      const path = readlinkSync(link)
      const isOurs = path.startsWith('/') && !path.startsWith(join(here.town.folder, 'town')) && !path.startsWith('/dev/') && statSync(link).isFile()
      return isOurs ? [{ path, found: canariesIn(link) }] : []
    } catch {
      // It was closed between the two looks.
      return []
    }
  })
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
