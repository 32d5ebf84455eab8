import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openDatabase } from '../../service/store/database.ts'
import { giveCredentials, openPage, signIn } from '../support/browser.ts'
import { townScene } from '../support/scene.ts'
import { sitDown, workplaceOn } from '../support/workplace.ts'

const PIN = '824613'

const here = townScene()

/** Runs one of our scripts until it ends by itself, and answers what it said on the console. */
async function runToEnd(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number; readonly said: string }> {
  const file = fileURLToPath(new URL(`../../build/${script}.ts`, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
  const [code] = await once(child, 'close') as [number]
  return { code, said }
}

test('wrong settings are told all at once, by service and desk alike', { timeout: 60_000 }, async () => {
  const [service, desk, demo] = await Promise.all([
    runToEnd('service', ['--port', 'eighty', '--rows', 'few'], { PUBLIC_URL: 'ftp://x', SMTP_URL: 'mail', MAIL_FROM: 'nobody' }),
    runToEnd('desk', ['--service', 'ftp://x', '--port', '99999']),
    runToEnd('start', ['--rows', 'many', '--port', '70000', '--now', 'noon']),
  ])
  expect(service.code).toBe(2)
  for (const name of ['--port', '--rows', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM']) expect(service.said).toContain(name)
  expect(desk.code).toBe(2)
  for (const name of ['--service', '--port']) expect(desk.said).toContain(name)
  expect(demo.code).toBe(2)
  for (const name of ['--rows', '--port', '--now']) expect(demo.said).toContain(name)
  for (const { said } of [service, desk, demo]) expect(said).not.toMatch(/\n\s+at /)
})

test('a port in use is named, with the way out', { timeout: 60_000 }, async () => {
  const taken = new URL(here.town.service).port
  const [service, desk] = await Promise.all([
    runToEnd('service', ['--demo', '--port', taken, '--rows', '0']),
    runToEnd('desk', ['--headless', '--service', here.town.service, '--port', taken, '--profile', join(here.town.folder, 'port-in-use')]),
  ])
  for (const { code, said } of [service, desk]) {
    expect(code).not.toBe(0)
    expect(said).toContain(taken)
    expect(said).toMatch(/--port/)
    expect(said).not.toMatch(/\n\s+at /)
  }
})

test('a second program on the same profile says that one is running', { timeout: 120_000 }, async () => {
  await here.town.openDesk('twice')
  const { url } = await here.town.openDesk('twice')
  const { page } = await openPage(here.browser, url)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await expectSentences(page, 'Rathaus Desk läuft auf diesem Rechner schon.', 'Wechseln Sie zum offenen Fenster')
  await page.context().close()
})

test('a service that is away at the start: told on the first page, and the sign-in works as soon as it is back', { timeout: 120_000 }, async () => {
  here.cable.off()
  const { url } = await here.town.openDesk('early', { service: here.cable.url })
  const { page } = await openPage(here.browser, url)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await expectSentences(page, 'Der zentrale Dienst ist nicht erreichbar.', 'prüfen Sie das Netz')
  here.cable.on()
  await signIn(page, 'mandy.kunze')
  await page.context().close()
})

const clockAhead = (minutes: number): Record<string, string> =>
  ({ NODE_OPTIONS: `--import ${new URL('../support/wrong-clock.ts', import.meta.url).href}`, CLOCK_AHEAD_MINUTES: String(minutes) })

test('a computer whose clock is wrong: a day ahead it is told at the sign-in, a day behind above every page, each with the way out', { timeout: 120_000 }, async () => {
  const [ahead, behind] = await Promise.all([
    here.town.openDesk('clock-ahead', { environment: clockAhead(24 * 60) }),
    here.town.openDesk('clock-behind', { environment: clockAhead(-26 * 60) }),
  ])
  const first = await openPage(here.browser, ahead.url)
  await giveCredentials(first.page, 'mandy.kunze')
  await expectSentences(first.page, 'Die Uhr dieses Rechners geht falsch.', 'Nichts ist verloren', 'Stellen Sie Datum und Uhrzeit')
  await first.page.context().close()
  const { page } = await sitDown(here.browser, behind.url, 'mandy.kunze')
  await page.getByRole('alert').filter({ hasText: 'Die Uhr dieses Rechners geht 26 Stunden nach.' }).waitFor()
  await expectSentences(page, 'Stellen Sie Datum und Uhrzeit')
  await page.context().close()
})

async function expectSentences(page: Page, ...sentences: readonly string[]): Promise<void> {
  for (const sentence of sentences) await page.getByText(sentence).first().waitFor()
}

test('a wrong PIN leaves four attempts, then three; after the fifth only the sign-in is left', { timeout: 120_000 }, async () => {
  const { url } = await here.town.openDesk('pin')
  const { page } = await sitDown(here.browser, url, 'jana.thiele')
  await setPin(page, '123456')
  await expectSentences(page, 'Diese PIN ist zu leicht zu erraten.')
  await page.keyboard.press('Escape')
  await setPin(page, PIN)
  await page.getByText('Die PIN ist festgelegt.').waitFor()
  await page.keyboard.press('Alt+l')
  for (const sentence of ['Noch 4 Versuche.', 'Noch 3 Versuche.', 'Noch 2 Versuche.', 'Noch ein Versuch', 'Die PIN wurde fünfmal falsch eingegeben.']) {
    await page.getByLabel('PIN', { exact: true }).fill('000111')
    await page.getByRole('button', { name: 'Entsperren' }).click()
    await expectSentences(page, sentence)
  }
  await expectSentences(page, 'Nichts ist verloren gegangen', 'Melden Sie sich mit Ihrem Dienstkonto an')
  expect(await page.getByLabel('PIN', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).waitFor()
  await page.context().close()
})

async function setPin(page: Page, pin: string): Promise<void> {
  await page.locator('.account').click()
  await page.getByRole('menuitem', { name: 'PIN festlegen' }).click()
  await page.getByLabel('Neue PIN').fill(pin)
  await page.getByLabel('PIN wiederholen').fill(pin)
  await page.getByRole('dialog').getByRole('button', { name: 'PIN festlegen' }).click()
}

test('an ended sign-in is told; what was not transferred is kept and goes out after the next one', { timeout: 180_000 }, async () => {
  const { applicationId, mailbox } = await here.citizens.registerDog({ lastName: 'Abgelaufen' })
  const first = await here.town.openDesk('expired')
  const clerk = await sitDown(here.browser, first.url, 'katrin.sommer')
  await setPin(clerk.page, PIN)
  await clerk.page.getByText('Die PIN ist festgelegt.').waitFor()
  await clerk.openCase(applicationId)
  const again = await here.town.whileServiceIsAway(async data => {
    await clerk.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()
    await clerk.write('Vor dem Ablauf', 'Bleibt erhalten.')
    await clerk.transfer.filter({ hasText: '1 offen' }).waitFor()
    await endEverySignIn(data)
    await first.kill()
    return openUnlocked('expired')
  })
  await expectSentences(again, 'Ihre Anmeldung ist abgelaufen.', 'wird nach der Anmeldung übertragen', 'Melden Sie sich noch einmal an.')
  await signIn(again, 'katrin.sommer')
  await workplaceOn(again, []).transferred()
  expect((await here.citizens.portal.mailbox(mailbox)).messages.map(({ text }) => text)).toContain('Bleibt erhalten.')
  await again.context().close()
})

async function endEverySignIn(data: string): Promise<void> {
  const database = await openDatabase(data)
  await database.db.deleteFrom('sign_in_payloads').execute()
  await database.close()
}

async function openUnlocked(name: string): Promise<Page> {
  const { url } = await here.town.openDesk(name)
  const { page } = await openPage(here.browser, url)
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.getByRole('button', { name: 'Entsperren' }).click()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  return page
}

test('a full disk: nothing is called saved, the text stays, and it works again once there is room', { timeout: 120_000 }, async () => {
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Randvoll' })
  const desk = await here.town.openDesk('full')
  const clerk = await sitDown(here.browser, desk.url, 'olaf.hesse')
  await clerk.openCase(applicationId)
  await limitFileSize(desk.child.pid, '1024')
  await clerk.note('Passt nicht mehr hin')
  await clerk.toasts.getByText('Der Speicherplatz auf diesem Rechner ist voll.').waitFor()
  await clerk.toasts.getByText('Schaffen Sie Platz auf der Festplatte und speichern Sie dann noch einmal.').waitFor()
  expect(await clerk.page.getByLabel('Kommentar oder Vermerk').inputValue()).toBe('Passt nicht mehr hin')
  expect(await clerk.history.getByText('Passt nicht mehr hin').count()).toBe(0)
  await limitFileSize(desk.child.pid, 'unlimited')
  await clerk.page.getByRole('button', { name: 'Vermerk speichern' }).click()
  await clerk.history.getByText('Passt nicht mehr hin').waitFor()
  await clerk.transferred()
  await clerk.page.context().close()
})

/** What a full disk is to a process: its files grow no further. */
async function limitFileSize(pid: number, most: string): Promise<void> {
  const [code] = await once(spawn('prlimit', ['--pid', String(pid), `--fsize=${most}:unlimited`], { stdio: 'inherit' }), 'close')
  if (code !== 0) throw new Error(`prlimit ended with ${String(code)}.`)
}
