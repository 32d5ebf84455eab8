import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startElectron, type RunningElectron } from './desk.ts'

let desk: RunningElectron
let profile: string

beforeAll(async () => {
  desk = await startElectron()
  profile = await desk.app.evaluate(({ app }) => app.getPath('userData'))
})
afterAll(() => desk.close())

test('opens one window on our own page', async () => {
  expect(desk.app.windows().map(window => window.url())).toEqual(['app://rathaus/index.html'])
  expect(await desk.page.title()).toBe('Rathaus Desk')
})

test('a person signs in through the browser, sees the list and opens a case', async () => {
  await desk.signIn('katrin.sommer')
  await desk.page.locator('.ag-row').first().dblclick()
  await desk.page.getByRole('heading', { name: 'Angaben im Antrag' }).waitFor()
  expect(desk.page.url()).toMatch(/^app:\/\/rathaus\/index\.html#\/applications\/[0-9a-f-]{36}/)
})

test('a link leads to the case without loading the page anew', async () => {
  const id = /applications\/([0-9a-f-]{36})/.exec(desk.page.url())?.[1] ?? ''
  await desk.page.evaluate(() => { Object.assign(globalThis, { isSamePage: true }); location.hash = '#/applications' })
  await desk.app.evaluate(({ app }, link) => { app.emit('second-instance', {}, ['.', link], '', null) }, `rathaus://application/${id}`)
  await desk.page.waitForURL(url => url.href.includes(id))
  expect(await desk.page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
})

test('the core comes back after it was killed, and the page goes on', async () => {
  const kill = (): Promise<number> => desk.app.evaluate(({ app }) => {
    const core = app.getAppMetrics().find(({ name }) => name === 'Rathaus Desk Core')
    if (core) process.kill(core.pid, 'SIGKILL')
    return core?.pid ?? 0
  })
  const first = await kill()
  const pidOf = (): Promise<number> => desk.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Rathaus Desk Core')?.pid ?? 0)
  await expect.poll(pidOf, { timeout: 15_000 }).not.toBe(0)
  expect(await pidOf()).not.toBe(first)
  await desk.page.getByRole('button', { name: 'Anmelden' }).waitFor()
})

test('the page is loaded again after it has crashed', async () => {
  const gone = desk.app.evaluate(({ BrowserWindow }) => new Promise<void>(resolve => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('dom-ready', () => resolve())
    contents?.forcefullyCrashRenderer()
  }))
  await gone
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toMatch(/^app:\/\/rathaus\/index\.html/)
})

test('the profile is for this person alone and keeps nothing of the page', () => {
  expect((statSync(profile).mode & 0o077).toString(8)).toBe('0')
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const telling = files.filter(file => existsSync(file) && /Sommer|Hundeanmeldung/.test(readFileSync(file, 'latin1')))
  expect(telling).toEqual([])
})
