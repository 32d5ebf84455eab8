import type { Session, WebContents } from 'electron'
import { join } from 'node:path'
import type { Refusal, Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { isStartPage, SCHEME } from './addresses.ts'
import { startCoreHost, type CoreHost } from './core-host.ts'
import type { MessageFromCore, MessageToCore, Proxy } from './core-messages.ts'
import { applicationAmong, applicationIn, LINK_SCHEME } from './deep-link.ts'
import { followDesk, type DeskFollower } from './desk-follower.ts'
import { NOBODY, type DeskStanding } from './desk-standing.ts'
import type { Electron } from './electron.ts'
import { createOpener, type OpenExternal } from './external.ts'
import { guardContents, guardSession } from './guards.ts'
import { watchLeaving, type Leaving } from './leaving.ts'
import type { ShellLog } from './log.ts'
import type { Machine } from './machine.ts'
import { menuTemplate, type MenuActions } from './menu.ts'
import { chromiumProxy, findProxy } from './network.ts'
import { followPower } from './power.ts'
import { createReminders, type Reminders } from './reminders.ts'
import { answerScreen, listScreens } from './screens.ts'
import { policyPlaceOf, readSettings, type PolicyPlace, type Settings, type SettingsProblem } from './settings.ts'
import { forbiddenAmong } from './switches.ts'
import { languageFor, mistakesTold, textsIn, type ShellTexts } from './texts.ts'
import { offerUpdates, type UpdateEntry, type UpdateOffer } from './updates/offer.ts'
import { openWindow, type DeskWindow } from './window.ts'
import type { ApplicationId } from '../../shared/ids.ts'

export interface ShellStart {
  readonly args: readonly string[]
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder of the bundles: `main`, `preload` and `renderer` stand in it. */
  readonly bundles: string
  /** In a profile of its own, or at another time; unpackaged programs only. */
  readonly demo: { readonly profileDir: string | null; readonly now: Instant | null }
  /** Where the policy stands, if not where this system keeps it. */
  readonly policy?: PolicyPlace
  readonly machine: Machine
  /** Says that the desk can be used. */
  readonly onReady: (pids: { readonly core: number | null; readonly shell: number }) => void
  readonly log: ShellLog
}

type StartMessage = Extract<MessageToCore, { kind: 'start' }>

/** In memory only: cookies, caches and whatever a page stores end with the program and never touch the disk. */
const PARTITION = 'screens'

/** The program from its first moment; resolves when the window is open, or at once where another instance runs already. */
export async function startShell(electron: Electron, start: ShellStart): Promise<void> {
  const { app, protocol } = electron
  app.enableSandbox()
  const forbidden = app.isPackaged ? forbiddenAmong(name => app.commandLine.hasSwitch(name)) : undefined
  if (forbidden !== undefined) {
    start.log('start.forbidden-switch', { name: forbidden })
    return app.exit(1)
  }
  if (start.demo.profileDir !== null && !app.isPackaged) app.setPath('userData', start.demo.profileDir)
  if (!app.requestSingleInstanceLock()) return app.quit()
  // No fetch API: scripts, styles and fonts load without it, and what cannot be fetched cannot be read from elsewhere.
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } }])
  app.commandLine.appendSwitch('disable-background-networking')
  app.on('session-created', session => guardSession(session, { hasDevTools: !app.isPackaged }))
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  app.setAppUserModelId('de.rathausdesk.desk')
  const links = collectLinks(electron, start)
  await app.whenReady()
  await open(electron, start, links)
}

interface Links {
  /** From now on whoever comes by a link or a second start is led on. */
  follow(lead: (application: ApplicationId | undefined) => void): void
}

/** Links may come before there is a window (macOS tells them first of all); the last one waits for it. */
function collectLinks({ app }: Electron, { args }: ShellStart): Links {
  let waiting = applicationAmong(args)
  let lead: ((application: ApplicationId | undefined) => void) | undefined
  const take = (application: ApplicationId | undefined): void => {
    if (lead) lead(application)
    else waiting = application ?? waiting
  }
  app.on('open-url', (event, url) => {
    event.preventDefault()
    take(applicationIn(url))
  })
  app.on('second-instance', (_event, otherArgs) => take(applicationAmong(otherArgs)))
  return {
    follow: next => {
      lead = next
      if (waiting) next(waiting)
    },
  }
}

function settingsOf(start: ShellStart, userData: string): Result<Settings, SettingsProblem> {
  const { environment, platform, log } = start
  const settings = readSettings({
    policy: start.policy ?? policyPlaceOf(platform), environment, configFile: join(userData, 'config.json'),
  })
  if (settings.ok) return settings
  const { error } = settings
  if (error.kind === 'none') log('start.settings', { problem: 'none' })
  else for (const { line, setting, kind } of error.mistakes) log('start.settings', { problem: kind, line: line ?? 0, setting })
  return settings
}

/** What the sign-in page says about settings that lead nowhere. */
function refusalOf(problem: SettingsProblem, texts: ShellTexts): Refusal {
  if (problem.kind === 'none') return { code: 'start/no-service', facts: { file: problem.policyFile } }
  return { code: 'start/policy-wrong', facts: { file: problem.file, mistakes: mistakesTold(texts, problem.mistakes) } }
}

/** The proxy between this computer and the service, as the administration has set it or as the computer knows it. */
async function proxyFor(session: Session, { proxy, serviceUrl, signInOrigins }: Settings, log: ShellLog): Promise<Proxy | null> {
  try {
    await session.setProxy(chromiumProxy(proxy))
  } catch {
    // Whatever Chromium makes of it: a desk without a window would be worse than one that tries directly.
    log('network.proxy-refused')
  }
  return proxy.mode === 'fixed' ? { url: proxy.server, except: proxy.except } : findProxy(session, serviceUrl, signInOrigins)
}

/** Everything that exists once, from settings to window. */
async function open(electron: Electron, start: ShellStart, links: Links): Promise<void> {
  const { app, powerMonitor } = electron
  const { log, machine } = start
  const read = settingsOf(start, app.getPath('userData'))
  const settings = read.ok ? read.value : undefined
  const language = languageFor(app.getPreferredSystemLanguages(), settings?.languages ?? ['de', 'en'])
  const texts = textsIn(language)
  const session = serveScreens(electron, start)
  const proxy = settings ? await proxyFor(session, settings, log) : null
  machine.joinNetwork(proxy)
  const origins = new Set(settings ? [new URL(settings.serviceUrl).origin, ...settings.signInOrigins] : [])
  const openExternal = createOpener(electron.shell, origins, log)
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openExternal))
  app.on('child-process-gone', (_event, { type, reason }) => log('process.gone', { type, reason }))

  let desk: DeskFollower | undefined
  const lock = (): void => void desk?.lock()
  let offer: UpdateOffer | undefined
  const leaving = watchLeaving({
    electron, texts, host: () => host, unsent: () => reminders.standing.unsent, prepareEnd: async byPerson => offer?.prepareEnd(byPerson),
  })
  const window = openDeskWindow(electron, start, { texts, session, leaving, onPage: contents => handOverPort(host, contents) })
  const reminders = createReminders({ electron, window, texts, lock, quit: leaving.quit })
  const announce = once(() => start.onReady({ core: host.pid ?? null, shell: process.pid }))
  const host = startCore(electron, start, { service: read.ok ? serviceOf(read.value) : { problem: refusalOf(read.error, texts) }, proxy }, {
    onRunning: () => {
      desk?.close()
      desk = followCore(host, reminders, session)
      handOverPort(host, window.contents)
      announce()
    },
    onMessage: message => hear(message, { electron, window, texts, openExternal }),
  })
  const showMenu = menuOf(electron, start, texts, { lock, quit: leaving.quit, zoom: window.zoom, signOut: () => void desk?.signOut() })
  showMenu(undefined)
  // Only what was installed is ever replaced.
  if (settings?.updates && app.isPackaged) offer = offerUpdates({
    electron, settings: { ...settings, updates: settings.updates }, ...start, texts, language, standing: () => reminders.standing, quit: leaving.quit, onEntry: showMenu,
  })
  followPower(powerMonitor, { wake: () => {
    host.tell({ kind: 'wake' })
    offer?.wake()
  }, lock, shutDown: () => app.quit() })
  links.follow(application => (application ? window.goTo(application) : window.show()))
}

const MINUTE_MS = 60_000

const serviceOf = ({ serviceUrl, lock, languages }: Settings) => ({ url: serviceUrl, languages, idleMs: lock.idleMinutes * MINUTE_MS, signInMs: lock.signInHours * 60 * MINUTE_MS })

const menuOf = ({ app, Menu }: Electron, { platform }: ShellStart, texts: ShellTexts, actions: MenuActions) => (update: UpdateEntry | undefined): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts, actions, { isMac: platform === 'darwin', hasDevTools: !app.isPackaged, update })))

function serveScreens({ session: sessions }: Electron, { bundles }: ShellStart): Session {
  const session = sessions.fromPartition(PARTITION)
  const screens = listScreens(join(bundles, 'renderer'))
  session.protocol.handle(SCHEME, request => answerScreen(screens, request))
  return session
}

function openDeskWindow(
  electron: Electron,
  { bundles, log }: ShellStart,
  parts: { readonly texts: ShellTexts; readonly session: Session; readonly leaving: Leaving; readonly onPage: (contents: WebContents) => void },
): DeskWindow {
  const { app } = electron
  return openWindow({
    electron, texts: parts.texts, session: parts.session, onPage: parts.onPage, log,
    preload: join(bundles, 'preload', 'preload.cjs'),
    placeFile: join(app.getPath('userData'), 'window.json'),
    hasDevTools: !app.isPackaged,
    mayClose: parts.leaving.mayClose,
  })
}

function startCore(
  { app, utilityProcess, MessageChannelMain }: Electron,
  { bundles, environment, demo, log }: ShellStart,
  reach: Pick<StartMessage, 'service' | 'proxy'>,
  on: { readonly onRunning: () => void; readonly onMessage: (message: Exclude<MessageFromCore, { kind: 'started' }>) => void },
): CoreHost {
  return startCoreHost({
    fork: () => utilityProcess.fork(join(bundles, 'main', 'core-process.js'), [], {
      serviceName: 'Rathaus Desk Core', stdio: 'inherit', env: environmentForCore(environment),
    }),
    newChannel: () => new MessageChannelMain(),
    start: { kind: 'start', ...reach, version: app.getVersion(), profileDir: app.getPath('userData'), now: app.isPackaged ? null : demo.now },
    log,
    ...on,
  })
}

/** What the core needs of this computer: its folders, language, session bus (keychain) and proxy; no switches for Node. */
function environmentForCore(environment: ShellStart['environment']): Record<string, string> {
  const names = /^(HOME|USER|LOGNAME|PATH|TMPDIR|TEMP|TMP|LANG|LC_.+|TZ|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|XDG_.+|GNOME_KEYRING_CONTROL|APPDATA|LOCALAPPDATA|USERPROFILE|SYSTEMROOT|WINDIR|COMPUTERNAME|HTTPS?_PROXY|NO_PROXY)$/i
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => names.test(entry[0]) && entry[1] !== undefined))
}

/** The page's port leads straight to the core's process; this process sees nothing of what passes. */
function handOverPort(host: CoreHost, contents: WebContents): void {
  if (contents.isDestroyed() || !isStartPage(contents.getURL())) return
  const port = host.connect()
  if (port) contents.postMessage('core-port', null, [port])
}

function followCore(host: CoreHost, reminders: Reminders, session: Session): DeskFollower | undefined {
  const port = host.connect()
  reminders.update(NOBODY)
  return port && followDesk(port, standing => {
    if (hasLeft(reminders.standing, standing)) void session.clearData()
    reminders.update(standing)
  })
}

const hasLeft = (before: DeskStanding, now: DeskStanding): boolean =>
  (before.session === 'signed-in' || before.session === 'locked') && now.session === 'signed-out'

interface Listeners {
  readonly electron: Electron
  readonly window: DeskWindow
  readonly texts: ShellTexts
  readonly openExternal: OpenExternal
}

function hear(message: Exclude<MessageFromCore, { kind: 'started' }>, { electron, window, texts, openExternal }: Listeners): void {
  if (message.kind === 'came-back') return window.show()
  if (!openExternal(message.url)) electron.dialog.showErrorBox(texts.refusedAddress.title, texts.refusedAddress.text)
}

function once(run: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    run()
  }
}

