import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright'
import { expect, test } from 'vitest'
import { startChild, type Child } from '../../build/children.ts'
import { ensureRenderer } from '../../build/renderer.ts'
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

interface TwoHomes {
  readonly browser: Browser
  readonly homes: readonly Home[]
  desk(home: Home): Promise<Page>
}

const script = (name: string): string => fileURLToPath(new URL(`../../build/${name}.ts`, import.meta.url))

/** Both towns are made as whoever runs the service makes them. */
const here = sharedInFile<TwoHomes>(async endLater => {
  const folder = await endLater(temporaryFolder())
  const mail = await endLater(startTestMail())
  const port = await freePort()
  const environment = { TOWNS_DIR: join(folder.path, 'towns'), DATABASE_URL: join(folder.path, 'data'), PORT: String(port) }
  const homes: Home[] = []
  for (const town of TOWNS) homes.push(await added(town, { environment, port, smtpUrl: mail.smtpUrl }))
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
  const desk = async ({ town, url, login: { login, password } }: Home): Promise<Page> => {
    const ready = await start('desk', ['--headless', '--service', url, '--profile', join(folder.path, `desk-${town.id}`)])
    const page = await newPage(browser)
    await page.goto(String(ready['url']))
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByLabel('Benutzername').fill(login)
    await page.getByLabel('Passwort').fill(password)
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
    return page
  }
  return { browser, homes, desk }
})

async function temporaryFolder(): Promise<{ readonly path: string; close(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rathaus-two-towns-'))
  return { path, close: () => rm(path, { recursive: true, force: true }) }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** What the one command says of the first sign-in. */
async function added(town: Town, { environment, port, smtpUrl }: { readonly environment: { readonly TOWNS_DIR: string }; readonly port: number; readonly smtpUrl: string }): Promise<Home> {
  const { id, name, host, prefix } = town
  const args = Object.entries({ id, name, host, prefix, mail: `rathaus@${id}.example`, smtp: smtpUrl }).flatMap(([flag, value]) => [`--${flag}`, value])
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

test('two towns side by side each have their own name, crest and services, and a service goes from one to the other as a draft', { timeout: 240_000 }, async () => {
  const desks = new Map<string, Page>()
  for (const home of here.homes) {
    const page = await here.desk(home)
    desks.set(home.town.id, page)
    await page.getByRole('link', { name: 'Einrichtung' }).click()
    await page.getByRole('heading', { name: 'Schritt 1 von 7: Wappen und Farbe' }).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'wappen.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(crestOf(home.town.colour)) })
    await page.getByLabel('Farbe der Stadt').fill(home.town.colour)
    await page.getByLabel('Farbe der Stadt').press('Enter')
    await page.getByRole('button', { name: 'Wappen und Farbe – erledigt' }).waitFor()
  }
  const title = aTownService().title.de
  for (const { town, url } of here.homes) {
    const [other, offers] = town.id === 'stendal' ? [TOWNS[1], true] : [TOWNS[0], false]
    const portal = await newPage(here.browser)
    await portal.goto(`${url}/portal`)
    const shown = await portal.content()
    expect([shown.includes(town.name), shown.includes(other.name), shown.includes(title)]).toEqual([true, false, offers])
    expect(await (await fetch(`${url}/portal/crest`)).text()).toContain(town.colour)
    expect(await (await fetch(`${url}/portal/town.css`)).text()).not.toContain(other.colour)
  }

  const [giving, taking] = [desks.get('stendal'), desks.get('arneburg')]
  if (!giving || !taking) throw new Error('a desk is missing')
  for (const page of [giving, taking]) await page.getByRole('button', { name: /^Leistungen –/ }).click()
  const [download] = await Promise.all([giving.waitForEvent('download'), giving.getByRole('button', { name: 'Datei speichern' }).click()])
  await taking.locator('input[type=file]').setInputFiles(await download.path())
  const form = taking.getByRole('form', { name: 'Aus der Datei auswählen' })
  await form.getByText('Datei der Stadt Hansestadt Stendal').waitFor()
  expect(await form.getByRole('checkbox', { name: `${title} – neu für Sie` }).isChecked()).toBe(true)
  await form.getByRole('button', { name: 'Einen Entwurf anlegen' }).press('Enter')
  await taking.getByText('Ein Entwurf übernommen am').waitFor()
  expect(await (await fetch(`${here.homes[1]?.url ?? ''}/portal`)).text()).not.toContain(title)
  await taking.getByRole('button', { name: 'Übernahme zurücknehmen' }).press('Enter')
  await taking.getByText('Ein Entwurf ist verworfen.').waitFor()
  expect(await taking.getByText('Ein Entwurf übernommen am').count()).toBe(0)
})
