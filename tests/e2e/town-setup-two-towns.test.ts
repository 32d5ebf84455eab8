import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright'
import { expect, test } from 'vitest'
import { startChild, type Child } from '../../build/children.ts'
import { ensureRenderer } from '../../build/renderer.ts'
import { freePort } from '../../build/test-run/free-port.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase } from '../../service/store/database.ts'
import { aForm, aTownService } from '../../shared/domains/applications/testing.ts'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { launchBrowser, newPage } from '../support/browser.ts'
import { startTestMail } from '../support/mail-server.ts'
import { sharedInFile } from '../support/scene.ts'

/** Both lead to this machine, and are two names all the same. */
const TOWNS = [{ id: 'stendal', name: 'Hansestadt Stendal', host: 'localhost', prefix: 'SDL', colour: '#7a1f5c' }, { id: 'arneburg', name: 'Stadt Arneburg', host: '127.0.0.1', prefix: 'ARN', colour: '#1f5c3a' }] as const
type Town = (typeof TOWNS)[number]

const crestOf = (colour: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20T0 28z" fill="${colour}"/></svg>`

interface Home {
  readonly town: Town
  readonly url: string
  readonly login: { readonly login: string; readonly password: string }
}

interface Desk {
  readonly home: Home
  readonly page: Page
}

/** Where the first administrator of each town sits. */
interface TwoDesks {
  readonly browser: Browser
  readonly desks: readonly [Desk, Desk]
}

const script = (name: string): string => fileURLToPath(new URL(`../../build/${name}.ts`, import.meta.url))

/** Both towns are made as whoever runs the service makes them. */
const here = sharedInFile<TwoDesks>(async endLater => {
  const folder = await endLater(temporaryFolder())
  const mail = await endLater(startTestMail())
  const port = await freePort()
  const environment = { TOWNS_DIR: join(folder.path, 'towns'), DATABASE_URL: join(folder.path, 'data'), PORT: String(port) }
  const add = (town: Town): Promise<Home> => added(town, { environment, port, smtpUrl: mail.smtpUrl })
  const homes = [await add(TOWNS[0]), await add(TOWNS[1])] as const
  await prepare(environment.DATABASE_URL)
  const children: Child[] = []
  await endLater(Promise.resolve({ close: () => Promise.all(children.map(child => child.stop())) }))
  const start = async (name: string, args: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
    const child = startChild(script(name), args, environment)
    children.push(child)
    return child.ready
  }
  await ensureRenderer()
  await start('service', [])
  const browser = await endLater(launchBrowser())
  const sitDown = async (home: Home): Promise<Desk> => {
    const { town, url, login: { login, password } } = home
    const ready = await start('desk', ['--headless', '--service', url, '--profile', join(folder.path, `desk-${town.id}`)])
    const page = await newPage(browser)
    await page.goto(String(ready['url']))
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByLabel('Benutzername').fill(login)
    await page.getByLabel('Passwort').fill(password)
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
    return { home, page }
  }
  return { browser, desks: await Promise.all([sitDown(homes[0]), sitDown(homes[1])]) }
})

async function temporaryFolder(): Promise<{ readonly path: string; close(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rathaus-two-towns-'))
  return { path, close: () => rm(path, { recursive: true, force: true }) }
}

/** What the one command says of the first sign-in. */
async function added(town: Town, { environment, port, smtpUrl }: { readonly environment: { readonly TOWNS_DIR: string }; readonly port: number; readonly smtpUrl: string }): Promise<Home> {
  const { id, name, host, prefix } = town
  const args = Object.entries({ id, name, host, state: 'ST', prefix, mail: `rathaus@${id}.example`, smtp: smtpUrl }).flatMap(([flag, value]) => [`--${flag}`, value])
  const child = spawn(process.execPath, [script('town'), 'add', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } })
  let said = ''
  for await (const chunk of child.stdout) said += String(chunk)
  const [, login = '', password = ''] = /Erste Anmeldung: (\S+), Kennwort (\S+)/.exec(said) ?? []
  expect(said).toContain('PRIVATE KEY')
  const url = `http://${host}:${port}`
  // Without a certificate, as on this machine alone.
  await appendFile(join(environment.TOWNS_DIR, `${id}.env`), `PUBLIC_URL='${url}'\n`)
  return { town, url, login: { login, password } }
}

/** One town has a service of its own. Desks of both may keep their key in a file: a machine for tests has no keychain. */
async function prepare(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl)
  await database.db.updateTable('towns').set({ demo: true }).execute()
  const origin = { townId: TownId.parse(TOWNS[0].id), actor: null, action: 'test', commandId: null, at: instantFromMs(Date.UTC(2026, 10, 23, 9)) }
  const service = aTownService({ departmentId: DepartmentId.parse('verwaltung') })
  await database.db.transaction().execute(trx => commitChanges(trx, origin, [{ table: 'services', row: service }, { table: 'forms', row: aForm() }]))
  await database.close()
}

/** What citizens of a town get at an address; a busy service asks them to come again. */
async function shownAt({ url }: Home, path: string): Promise<string> {
  await expect.poll(async () => (await fetch(url + path)).status, { timeout: 60_000, interval: 500 }).toBe(200)
  return (await fetch(url + path)).text()
}

async function giveCrestAndColour(page: Page, { colour }: Town): Promise<void> {
  await page.getByRole('link', { name: 'Einrichtung' }).click()
  await page.getByRole('heading', { name: 'Schritt 1 von 7: Wappen und Farbe' }).waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'wappen.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(crestOf(colour)) })
  await page.getByLabel('Farbe der Stadt').fill(colour)
  await page.getByLabel('Farbe der Stadt').press('Enter')
  await page.getByRole('button', { name: 'Wappen und Farbe – erledigt' }).waitFor()
  await page.getByRole('button', { name: /^Leistungen –/ }).click()
}

test('two towns side by side each have their own name, crest and services, and a service goes from one to the other as a draft', { timeout: 240_000 }, async () => {
  const { title } = aTownService()
  const [giving, taking] = here.desks
  for (const { page, home } of here.desks) await giveCrestAndColour(page, home.town)
  for (const [{ home }, other, offers] of [[giving, taking.home.town, true], [taking, giving.home.town, false]] as const) {
    const portal = await shownAt(home, '/portal')
    expect([portal.includes(home.town.name), portal.includes(other.name), portal.includes(title.de)]).toEqual([true, false, offers])
    expect(await shownAt(home, '/portal/crest')).toContain(home.town.colour)
    expect(await shownAt(home, '/portal/town.css')).not.toContain(other.colour)
  }

  const [download] = await Promise.all([giving.page.waitForEvent('download'), giving.page.getByRole('button', { name: 'Datei speichern' }).click()])
  const { page } = taking
  await page.locator('input[type=file]').setInputFiles(await download.path())
  const form = page.getByRole('form', { name: 'Aus der Datei auswählen' })
  await form.getByText(`Datei der Stadt ${giving.home.town.name}`).waitFor()
  expect(await form.getByRole('checkbox', { name: `${title.de} – neu für Sie` }).isChecked()).toBe(true)
  await form.getByRole('button', { name: 'Einen Entwurf anlegen' }).press('Enter')
  await page.getByText('Ein Entwurf übernommen am').waitFor()
  expect(await shownAt(taking.home, '/portal')).not.toContain(title.de)
  await page.getByRole('button', { name: 'Übernahme zurücknehmen' }).press('Enter')
  await page.getByText('Ein Entwurf ist verworfen.').waitFor()
  await page.getByText('Ein Entwurf übernommen am').waitFor({ state: 'detached' })
})
