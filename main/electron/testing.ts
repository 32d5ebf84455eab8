import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads'
import type { MessageToCore } from './core-messages.ts'
import type { ParentLine } from './core-side.ts'
import type { Electron } from './electron.ts'

/** The near or far end of a channel, as Electron's main process has it. */
export class PortDouble extends EventEmitter {
  readonly port: MessagePort
  constructor(port: MessagePort) {
    super()
    this.port = port
    port.on('close', () => this.emit('close'))
  }
  start(): void {
    this.port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }
  postMessage(message: unknown, ports: readonly Transferable[] = []): void {
    this.port.postMessage(message, ports)
  }
  close(): void {
    this.port.close()
  }
}

class ChannelDouble {
  readonly port1: PortDouble
  readonly port2: PortDouble
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new PortDouble(port1)
    this.port2 = new PortDouble(port2)
  }
}

/** A process of the core that runs in this one: `run` gets its line to the main process and how to end. */
export class ProcessDouble extends EventEmitter {
  readonly pid = 4_711
  readonly told: MessageToCore[] = []
  readonly line = new EventEmitter()
  isKilled = false
  constructor(run: (line: ParentLine, end: (code: number) => void) => void) {
    super()
    const postMessage: ParentLine['postMessage'] = message => void setImmediate(() => this.emit('message', message))
    run(Object.assign(this.line, { postMessage }), code => this.emit('exit', code))
  }
  postMessage(data: MessageToCore, ports: readonly PortDouble[] = []): void {
    this.told.push(data)
    setImmediate(() => this.line.emit('message', { data, ports }))
  }
  kill(): boolean {
    this.isKilled = true
    return this.emit('exit', 1)
  }
}

class ContentsDouble extends EventEmitter {
  url = ''
  zoomLevel = 0
  reloads = 0
  readonly ports: PortDouble[] = []
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined
  loadURL(url: string): Promise<void> {
    const isSamePage = url.split('#')[0] === this.url.split('#')[0]
    this.url = url
    if (!isSamePage) setImmediate(() => this.emit('dom-ready'))
    return Promise.resolve()
  }
  reload(): void {
    this.reloads += 1
    setImmediate(() => this.emit('dom-ready'))
  }
  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return false
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level
  }
  getZoomLevel(): number {
    return this.zoomLevel
  }
  setWindowOpenHandler(handler: ContentsDouble['openHandler']): void {
    this.openHandler = handler
  }
  postMessage(channel: string, _message: unknown, ports: readonly PortDouble[]): void {
    if (channel === 'core-port') this.ports.push(...ports)
  }
}

export class WindowDouble extends EventEmitter {
  readonly webContents = new ContentsDouble()
  readonly options: { readonly webPreferences?: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>
  isVisible = false
  hasFocus = false
  overlay = ''
  constructor(options: WindowDouble['options']) {
    super()
    this.options = options
  }
  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  show(): void {
    this.isVisible = true
  }
  focus(): void {
    this.hasFocus = true
  }
  isFocused(): boolean {
    return this.hasFocus
  }
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1000, height: 700 }
  }
  setOverlayIcon(image: unknown, description: string): void {
    this.overlay = image === null ? '' : description
  }
}

/** What was asked of the double, in order. */
export interface ElectronDouble {
  readonly electron: Electron
  readonly calls: string[]
  readonly app: EventEmitter & { isPackaged: boolean; readonly switches: Set<string>; badge: number; hasEnded: boolean; quit(): void }
  readonly windows: WindowDouble[]
  readonly processes: ProcessDouble[]
  readonly session: SessionDouble
  readonly tray: { tooltip: string }
  readonly notifications: string[]
  readonly opened: string[]
  readonly dialogs: { answer: number; readonly shown: string[] }
  readonly menu: { template: readonly { readonly submenu?: readonly { readonly label?: string; readonly click?: () => void }[] }[] }
  readonly powerMonitor: EventEmitter
}

type Handler = (...args: readonly never[]) => unknown

export interface SessionDouble extends EventEmitter {
  readonly handlers: Map<string, Handler>
  cleared: number
}

function createSession(): SessionDouble {
  const handlers = new Map<string, Handler>()
  const keepProxy = (config: unknown): Promise<void> => Promise.resolve(void handlers.set('setProxy', () => config))
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler)
  return Object.assign(new EventEmitter(), {
    handlers,
    cleared: 0,
    protocol: { handle: (scheme: string, handler: Handler) => void handlers.set(`protocol:${scheme}`, handler) },
    webRequest: { onBeforeRequest: keep('onBeforeRequest') },
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    setBluetoothPairingHandler: keep('bluetooth'),
    setSpellCheckerEnabled: (isOn: boolean) => void handlers.set('spellChecker', () => isOn),
    setProxy: keepProxy,
    resolveProxy: () => Promise.resolve(handlers.get('proxy')?.() ?? 'DIRECT'),
    clearData(this: SessionDouble) {
      this.cleared += 1
      return Promise.resolve()
    },
  })
}

function createApp(userData: string, calls: string[], windows: readonly WindowDouble[]) {
  const switches = new Set<string>()
  const closes = (event: object): object => Object.assign(event, { preventDefault: () => void Object.assign(event, { isPrevented: true }) })
  return Object.assign(new EventEmitter(), {
    isPackaged: false,
    switches,
    badge: 0,
    hasEnded: false,
    commandLine: { hasSwitch: (name: string) => switches.has(name), appendSwitch: (name: string) => void calls.push(`switch ${name}`) },
    enableSandbox: () => void calls.push('enableSandbox'),
    requestSingleInstanceLock: () => {
      calls.push('requestSingleInstanceLock')
      return !switches.has('second-instance')
    },
    setPath: (name: string, path: string) => void calls.push(`setPath ${name} ${path}`),
    getPath: () => userData,
    setAsDefaultProtocolClient: (scheme: string) => calls.push(`protocol client ${scheme}`) > 0,
    setAppUserModelId: () => undefined,
    getVersion: () => '0.1.0',
    getPreferredSystemLanguages: () => ['de-DE'],
    whenReady: () => {
      calls.push('whenReady')
      return Promise.resolve()
    },
    setBadgeCount(this: { badge: number }, count: number) {
      this.badge = count
    },
    focus: () => undefined,
    exit: (code: number) => void calls.push(`exit ${code}`),
    quit(this: EventEmitter & { hasEnded: boolean }) {
      calls.push('quit')
      this.emit('before-quit', closes({}))
      for (const window of windows) {
        const close = closes({})
        window.emit('close', close)
        if ('isPrevented' in close) return
      }
      const end = closes({})
      this.emit('will-quit', end)
      this.hasEnded = !('isPrevented' in end)
      if (this.hasEnded) this.emit('quit')
    },
  })
}

/** The classes by which a person is reminded; what they show is written down. */
const remindersOf = (notifications: string[], tray: ElectronDouble['tray']) => ({
  Notification: class extends EventEmitter {
    static isSupported = (): boolean => true
    readonly text: string
    constructor({ body }: { readonly body: string }) {
      super()
      this.text = body
    }
    show(): void {
      notifications.push(this.text)
    }
  },
  Tray: class extends EventEmitter {
    setToolTip = (text: string): void => void Object.assign(tray, { tooltip: text })
    setContextMenu = (): void => undefined
  },
})

/** A stand-in for the `electron` module: what the shell asks for happens in this process and is written down. */
export function createElectronDouble(userData: string, runCore: ConstructorParameters<typeof ProcessDouble>[0]): ElectronDouble {
  const calls: string[] = []
  const windows: WindowDouble[] = []
  const processes: ProcessDouble[] = []
  const notifications: string[] = []
  const opened: string[] = []
  const session = createSession()
  const app = createApp(userData, calls, windows)
  const tray = { tooltip: '' }
  const dialogs = { answer: 0, shown: [] as string[] }
  const menu: ElectronDouble['menu'] = { template: [] }
  const powerMonitor = new EventEmitter()

  const electron = {
    app, powerMonitor, ...remindersOf(notifications, tray),
    BrowserWindow: class extends WindowDouble {
      constructor(options: WindowDouble['options']) {
        super(options)
        windows.push(this)
        app.emit('web-contents-created', {}, this.webContents)
      }
    },
    dialog: {
      showMessageBox: (...args: readonly { readonly message?: string }[]) => {
        dialogs.shown.push(args.at(-1)?.message ?? '')
        return Promise.resolve({ response: dialogs.answer })
      },
      showErrorBox: (title: string) => void dialogs.shown.push(title),
    },
    Menu: {
      buildFromTemplate: (template: ElectronDouble['menu']['template']) => template,
      setApplicationMenu: (template: ElectronDouble['menu']['template']) => Object.assign(menu, { template }),
    },
    MessageChannelMain: ChannelDouble,
    nativeImage: { createFromDataURL: (url: string) => ({ url }) },
    protocol: { registerSchemesAsPrivileged: (schemes: unknown) => void calls.push(`schemes ${JSON.stringify(schemes)}`) },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: {
      fromPartition: (partition: string) => {
        calls.push(`partition ${partition}`)
        app.emit('session-created', session)
        return session
      },
    },
    shell: { openExternal: (url: string) => Promise.resolve(void opened.push(url)) },
    utilityProcess: {
      fork: (file: string) => {
        calls.push(`fork ${file}`)
        const process = new ProcessDouble(runCore)
        processes.push(process)
        return process
      },
    },
  }
  return { electron: electron as unknown as Electron, calls, app, windows, processes, session, tray, notifications, opened, dialogs, menu, powerMonitor }
}
