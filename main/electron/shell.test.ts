import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { implement } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coreContract, type CoreContract } from '../../shared/contract/contract.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { InHand, Status } from '../../shared/contract/status.ts'
import { RELEASED_AT_MS } from '../../shared/formats/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { Core } from '../core/core.ts'
import { serveCore, type CoreStart } from './core-side.ts'
import type { Machine } from './machine.ts'
import { startShell, type ShellStart } from './shell.ts'
import { createElectronDouble, type ElectronDouble } from './testing.ts'

const ID = '0199f3a2-5b1c-7d3e-8f4a-1b2c3d4e5f60'
let folder: string
let double: ElectronDouble
let built: CoreStart[]
let asked: string[]
let ready: unknown[]
let logged: string[]
let town: Town

/** Values that streams follow, as the core has them. */
interface Town {
  session: SessionState
  status: Status
  mine: number
  inHand: InHand
  wake: (() => void)[]
}

const SIGNED_IN: SessionState = {
  kind: 'signed-in', townName: 'Tangerhütte', pinSet: false, keyInFile: false,
  person: { accountId: ID as never, personId: ID as never, name: 'A', grants: [] },
}
/** A computer on which nothing leaves this process: what it is asked to do is written down in `asked`. */
const machine: Machine = {
  arch: 'x64', resources: '/opt/desk/resources', program: '/opt/desk/rathaus-desk', fetch, clock: { nowMs: () => RELEASED_AT_MS }, random: () => new Uint8Array(16),
  joinNetwork: proxy => { if (proxy) asked.push(`network ${proxy.url}`) },
  run: ({ file, args }) => void asked.push([file, ...args].join(' ')),
}

const STATUS: Status = {
  connection: 'online', since: instantFromMs(0), outbox: { count: 0, oldestAt: null }, attention: 0, load: null, ready: true, lastSyncAt: null, clockAheadMinutes: 0, problem: null,
}

const changed = (part: Partial<Town>): void => {
  Object.assign(town, part)
  for (const wake of town.wake.splice(0)) wake()
}

async function* stream<Value>(value: () => Value, signal: AbortSignal | undefined): AsyncGenerator<Value> {
  while (!signal?.aborted) {
    yield value()
    await new Promise<void>(resolve => {
      town.wake.push(resolve)
      signal?.addEventListener('abort', () => resolve())
    })
  }
}

const { session, status, applications } = implement(coreContract)
const note = (name: string) => () => {
  asked.push(name)
  return { ok: true as const, value: {} }
}
const router = {
  session: {
    watch: session.watch.handler(({ signal }) => stream(() => town.session, signal)),
    lock: session.lock.handler(note('lock')),
    signOut: session.signOut.handler(note('sign out')),
  },
  status: {
    watch: status.watch.handler(({ signal }) => stream(() => town.status, signal)),
    changes: status.changes.handler(({ signal }) => stream(() => ({ tables: [], ids: [] }), signal)),
    inHand: status.inHand.handler(() => town.inHand),
  },
  applications: {
    count: applications.count.handler(() => ({ counts: { all: 9, mine: town.mine, unassigned: 0, 'to-release': 1, overdue: 0, waiting: 0, unread: 2, team: 0, 'follow-up': 0, mentioned: 0, attention: 0 }, at: instantFromMs(0) })),
  },
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-'))
  mkdirSync(join(folder, 'bundles/renderer'), { recursive: true })
  writeFileSync(join(folder, 'bundles/renderer/index.html'), '<!doctype html>')
  built = []
  asked = []
  ready = []
  logged = []
  town = { session: { kind: 'signed-out', offlineUnlock: null, problem: null }, status: STATUS, mine: 3, inHand: { alerts: 0, vaccinationDays: 0 }, wake: [] }
  double = createElectronDouble(folder, (line, end) => serveCore(line, { build: async start => {
    built.push(start)
    const core = { router, wake: () => void asked.push('wake'), completeSignIn: async (url: string) => void asked.push(url), close: async () => void asked.push('close') }
    return core as unknown as Core
  }, useProxy: proxy => void asked.push(`proxy ${proxy.url}`), end: () => end(0), log: event => void logged.push(event) }))
})
afterEach(async () => {
  double.app.quit()
  await vi.waitUntil(() => double.app.hasEnded)
  rmSync(folder, { recursive: true, force: true })
})

const start = (part: Partial<ShellStart> = {}): Promise<void> => startShell(double.electron, {
  args: [], platform: 'linux', environment: { RATHAUS_SERVICE_URL: 'https://town.example', NODE_OPTIONS: '--inspect', HOME: '/home/a' }, bundles: join(folder, 'bundles'),
  demo: { profileDir: null, now: null }, policy: { file: join(folder, 'policy.json'), administrator: statSync(folder).uid }, machine, onReady: pids => void ready.push(pids), log: event => void logged.push(event), ...part,
})
const usable = async (): Promise<void> => {
  await start()
  await vi.waitUntil(() => double.windows[0]?.webContents.ports.length === 1)
}
const menuItem = (label: string) => double.menu.template.flatMap(({ submenu = [] }) => submenu).find(item => item.label === label)

test('shuts the sandbox before anything else and opens one guarded window on our own page', async () => {
  await usable()
  expect(double.calls.slice(0, 6)).toEqual([
    'enableSandbox', 'requestSingleInstanceLock',
    'schemes [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":false,"corsEnabled":false}}]',
    'switch disable-background-networking', 'whenReady', 'partition screens',
  ])
  expect(double.windows.map(({ options }) => options['webPreferences'])).toEqual([{
    session: double.session, preload: join(folder, 'bundles/preload/preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false,
    nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false,
    webviewTag: false, navigateOnDragDrop: false, spellcheck: process.platform === 'darwin', devTools: true,
  }])
  const [window] = double.windows
  expect([window?.webContents.url, window?.webContents.openHandler?.({ url: 'https://evil.example' })]).toEqual(['app://rathaus/index.html', { action: 'deny' }])
  expect(double.session.handlers.has('permissionRequest')).toBe(true)
  expect(ready).toEqual([{ core: 4_711, shell: process.pid }])
})

test('gives the page a port that leads to the core', async () => {
  await usable()
  const port = double.windows[0]?.webContents.ports[0]?.port
  if (!port) throw new Error('no port')
  const client: ContractRouterClient<CoreContract> = createORPCClient(new RPCLink({ port }))
  expect(await client.applications.count()).toMatchObject({ counts: { all: 9 } })
  expect(built).toMatchObject([{ serviceUrl: 'https://town.example', idleMs: 600_000, signInMs: 86_400_000, languages: ['de', 'en'], version: '0.1.0', profileDir: folder, startAt: null }])
  port.close()
})

test('a packaged desk refuses switches that take protections away, and has no devtools', async () => {
  double.app.isPackaged = true
  double.app.switches.add('remote-debugging-port')
  await start()
  expect([double.calls, double.windows, logged]).toEqual([['enableSandbox', 'exit 1'], [], ['start.forbidden-switch']])
  double.app.switches.clear()
  await start({ demo: { profileDir: '/elsewhere', now: instantFromMs(0) } })
  await vi.waitUntil(() => built.length === 1)
  expect([double.windows[0]?.options.webPreferences?.['devTools'], built[0]?.startAt]).toEqual([false, null])
  expect(double.calls).not.toContain('setPath userData /elsewhere')
  expect(menuItem('Entwicklerwerkzeuge')).toBeUndefined()
})

test('a second start ends, and leads the first to its link', async () => {
  double.app.switches.add('second-instance')
  await start()
  expect(double.windows).toEqual([])
  double.app.switches.clear()
  await usable()
  const show = vi.fn<() => void>()
  double.app.emit('second-instance', {}, ['electron', '.', `rathaus://application/${ID}`])
  const { url } = double.windows[0]?.webContents ?? {}
  double.app.emit('open-url', { preventDefault: show }, 'rathaus://application/../../etc')
  expect([url, double.windows[0]?.webContents.url, double.windows[0]?.isVisible]).toEqual([`app://rathaus/index.html#/applications/${ID}`, url, true])
  expect(show).toHaveBeenCalledOnce()
})

test('a link the program was started with waits for the window', async () => {
  await start({ args: ['.', `rathaus://application/${ID}`] })
  expect(double.windows[0]?.webContents.url).toBe(`app://rathaus/index.html#/applications/${ID}`)
})

test('counts in tray and badge, and reminds of what is new while another window is in front', async () => {
  await usable()
  changed({ session: SIGNED_IN })
  await vi.waitUntil(() => double.app.badge === 3)
  expect([double.tray.tooltip, double.notifications]).toEqual([
    'Rathaus Desk\nMeine Anträge: 3\nZur Freigabe: 1\nUngelesene Nachrichten: 2\nKlärung nötig: 0\nNoch nicht übertragen: 0', [],
  ])
  changed({ mine: 4, status: { ...STATUS, attention: 1 } })
  await vi.waitUntil(() => double.notifications.length === 2)
  expect(double.notifications.toSorted()).toEqual(['Eine Ihrer Änderungen wurde nicht angenommen. Bitte sehen Sie sie an.', 'Ihnen wurde ein Antrag zugewiesen.'])
  changed({ session: { kind: 'locked', name: 'A', pinSet: false, attemptsLeft: 5 } })
  await vi.waitUntil(() => double.app.badge === 0)
  expect([double.tray.tooltip, double.session.cleared]).toEqual(['Rathaus Desk', 0])
  changed({ session: { kind: 'signed-out', offlineUnlock: null, problem: null } })
  await vi.waitUntil(() => double.session.cleared === 1)
})

test('locks with the screen, wakes with the computer, and offers both sign-out and zoom in the menu', async () => {
  await usable()
  double.powerMonitor.emit('lock-screen')
  double.powerMonitor.emit('resume')
  menuItem('Abmelden')?.click?.()
  menuItem('Vergrößern')?.click?.()
  await vi.waitUntil(() => asked.length === 3)
  expect([asked.toSorted(), double.windows[0]?.webContents.zoomLevel]).toEqual([['lock', 'sign out', 'wake'], 0.5])
})

test('opens the sign-in page in the browser, and no address that is not allowed', async () => {
  await usable()
  built[0]?.openBrowser('https://town.example/oidc/auth?state=s')
  built[0]?.openBrowser('https://evil.example/')
  await vi.waitUntil(() => double.dialogs.shown.length === 1)
  expect([double.opened, double.dialogs.shown]).toEqual([['https://town.example/oidc/auth?state=s'], ['Anmeldung nicht möglich']])
})

test('comes to the front when the browser is back from the sign-in', async () => {
  await usable()
  const callback = `${built[0]?.callbackUrl()}?code=c&state=s`
  expect((await fetch(callback)).status).toBe(200)
  await vi.waitUntil(() => double.windows[0]?.isVisible === true && asked.length === 1)
  expect(asked).toEqual([callback])
})

test('a core that has gone comes back with a new port for the page', async () => {
  await usable()
  double.processes[0]?.emit('exit', 11)
  await vi.waitUntil(() => double.windows[0]?.webContents.ports.length === 2)
  expect([double.processes.length, ready.length, logged]).toEqual([2, 1, ['core.running', 'core.gone', 'core.running']])
})

test('a page that has gone is loaded again and gets a new port; one that keeps going is given up', async () => {
  await usable()
  const contents = double.windows[0]?.webContents
  contents?.emit('render-process-gone', {}, { reason: 'crashed' })
  await vi.waitUntil(() => contents?.ports.length === 2)
  for (const reason of ['oom', 'crashed', 'crashed']) contents?.emit('render-process-gone', {}, { reason })
  expect([contents?.reloads, double.dialogs.shown]).toEqual([3, ['Rathaus Desk kann nicht angezeigt werden']])
})

test('asks before it ends with changes that were not transferred', async () => {
  await usable()
  changed({ session: SIGNED_IN, status: { ...STATUS, outbox: { count: 2, oldestAt: null } } })
  await vi.waitUntil(() => double.tray.tooltip.includes('übertragen: 2'))
  menuItem('Beenden')?.click?.()
  await vi.waitUntil(() => double.dialogs.shown.length === 1)
  expect([double.dialogs.shown, double.app.hasEnded, asked]).toEqual([['2 Änderungen sind noch nicht übertragen.'], false, []])
  double.dialogs.answer = 1
  menuItem('Beenden')?.click?.()
  await vi.waitUntil(() => double.app.hasEnded)
  expect(asked).toEqual(['close'])
})

test('a signal ends the program without a question, once the core is done', async () => {
  await usable()
  changed({ session: SIGNED_IN, status: { ...STATUS, outbox: { count: 2, oldestAt: null } } })
  await vi.waitUntil(() => double.tray.tooltip.includes('übertragen: 2'))
  double.app.quit()
  expect(double.app.hasEnded).toBe(false)
  await vi.waitUntil(() => double.app.hasEnded)
  expect([double.dialogs.shown, asked]).toEqual([[], ['close']])
})

test('without a service, the sign-in page learns why nobody can sign in', async () => {
  await start({ environment: {} })
  await vi.waitUntil(() => double.windows[0]?.webContents.ports.length === 1)
  const port = double.windows[0]?.webContents.ports[0]?.port
  if (!port) throw new Error('no port')
  const client: ContractRouterClient<CoreContract> = createORPCClient(new RPCLink({ port }))
  const states = await client.session.watch()
  expect((await states.next()).value).toEqual({ kind: 'signed-out', offlineUnlock: null, problem: 'start/no-service', facts: { file: join(folder, 'policy.json') } })
  expect(await client.session.signIn()).toEqual({ ok: false, error: { code: 'start/no-service', facts: { file: join(folder, 'policy.json') } } })
  expect([built, logged]).toEqual([[], ['start.settings', 'core.running']])
  port.close()
})

const refusalShown = async (): Promise<unknown> => {
  await vi.waitUntil(() => double.windows[0]?.webContents.ports.length === 1)
  const port = double.windows[0]?.webContents.ports[0]?.port
  if (!port) throw new Error('no port')
  const client: ContractRouterClient<CoreContract> = createORPCClient(new RPCLink({ port }))
  const state = (await (await client.session.watch()).next()).value
  port.close()
  return state
}

test('a wrong policy is told on the sign-in page with file, line and entry; nothing is started and nothing is touched', async () => {
  writeFileSync(join(folder, 'policy.json'), '{\n  "serviceUrl": "https://town.example",\n  "autostart": true\n}')
  await start()
  expect(await refusalShown()).toEqual({
    kind: 'signed-out', offlineUnlock: null, problem: 'start/policy-wrong',
    facts: { file: join(folder, 'policy.json'), mistakes: '• Zeile 3, autostart: Diese Angabe gibt es nicht.' },
  })
  expect([built, asked, logged]).toEqual([[], [], ['start.settings', 'core.running']])
})

test('the policy sets proxy, lock times and language', async () => {
  writeFileSync(join(folder, 'policy.json'), JSON.stringify({
    serviceUrl: 'https://town.example', lock: { idleMinutes: 3, signInHours: 8 }, languages: ['en'], proxy: { mode: 'fixed', server: 'http://proxy.example:3128', except: ['*.town.example'] },
  }))
  await usable()
  expect([built[0]?.idleMs, built[0]?.signInMs, asked]).toEqual([180_000, 28_800_000, ['network http://proxy.example:3128', 'proxy http://proxy.example:3128']])
  expect([menuItem('Lock now')?.label, double.session.handlers.get('setProxy')?.()]).toEqual([
    'Lock now', { mode: 'fixed_servers', proxyRules: 'http://proxy.example:3128', proxyBypassRules: '*.town.example' },
  ])
})

test('the proxy that the computer knows for the service is the desk\'s own', async () => {
  double.session.handlers.set('proxy', () => 'SOCKS5 socks.example:1080; PROXY proxy.example:8080; DIRECT')
  await usable()
  expect(asked).toEqual(['network http://proxy.example:8080', 'proxy http://proxy.example:8080'])
})
