import type { BrowserWindow, NativeImage, Session, WebContents } from 'electron'
import { addressOf } from './deep-link.ts'
import { isStartPage, START_PAGE } from './addresses.ts'
import type { Electron } from './electron.ts'
import type { ShellLog } from './log.ts'
import type { ShellTexts } from './texts.ts'
import type { ApplicationId } from '../../shared/ids.ts'
import { placeWindow, readPlace, SMALLEST, writePlace } from './window-place.ts'

export interface DeskWindowParts {
  readonly electron: Electron
  readonly texts: ShellTexts
  readonly session: Session
  readonly preload: string
  readonly placeFile: string
  readonly hasDevTools: boolean
  /** The page is there, for the first time or after a reload, and waits for its port. */
  readonly onPage: (contents: WebContents) => void
  /** The person closes the window; answers whether it may go now. */
  readonly mayClose: () => boolean
  readonly log: ShellLog
}

/** The one window. */
export interface DeskWindow {
  readonly contents: WebContents
  show(): void
  /** Leads the page to a case; what it shows there is the page's own matter. */
  goTo(application: ApplicationId): void
  isFocused(): boolean
  zoom(step: -1 | 0 | 1): void
  setOverlay(image: NativeImage | null, description: string): void
}

/** A page that fails so often within a minute is not helped by another reload. */
const MOST_RELOADS = 3
const RELOADS_WITHIN_MS = 60_000

export function openWindow(parts: DeskWindowParts): DeskWindow {
  const { electron, placeFile } = parts
  const saved = readPlace(placeFile)
  const window = new electron.BrowserWindow({
    ...placeWindow(saved, electron.screen.getAllDisplays().map(display => display.workArea)),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Rathaus Desk',
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      session: parts.session,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
      devTools: parts.hasDevTools,
    },
  })
  if (saved?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', event => {
    rememberPlace(window, placeFile)
    if (!parts.mayClose()) event.preventDefault()
  })
  followPage(window, parts, saved?.zoomLevel ?? 0)
  const load = (address: string): void => {
    // A link followed while the page is still loading takes its place, and that is no failure.
    window.loadURL(address).catch(() => parts.log('page.not-loaded'))
  }
  load(START_PAGE)
  return controlsOf(window, electron, load)
}

function followPage(window: BrowserWindow, parts: DeskWindowParts, zoomLevel: number): void {
  const { webContents } = window
  webContents.once('dom-ready', () => webContents.setZoomLevel(zoomLevel))
  webContents.on('dom-ready', () => {
    if (isStartPage(webContents.getURL())) parts.onPage(webContents)
  })
  reloadAfterCrash(webContents, parts)
  webContents.on('unresponsive', () => void askAboutUnresponsive(window, parts))
}

/** The address stays, and with it what the page shows; what was typed lies in the page's own session memory. */
function reloadAfterCrash(contents: WebContents, { electron, texts, log }: DeskWindowParts): void {
  let crashes: readonly number[] = []
  contents.on('render-process-gone', (_event, { reason }) => {
    const now = performance.now()
    crashes = [...crashes.filter(at => now - at < RELOADS_WITHIN_MS), now]
    log('page.gone', { reason, crashes: crashes.length })
    if (reason === 'clean-exit') return
    if (crashes.length <= MOST_RELOADS) contents.reload()
    else electron.dialog.showErrorBox(texts.crashed.title, texts.crashed.text)
  })
}

async function askAboutUnresponsive(window: BrowserWindow, { electron, texts }: DeskWindowParts): Promise<void> {
  const { question, wait, reload } = texts.unresponsive
  const { response } = await electron.dialog.showMessageBox(window, { type: 'question', message: question, buttons: [wait, reload], defaultId: 0, cancelId: 0 })
  if (response === 1) window.webContents.reload()
}

function rememberPlace(window: BrowserWindow, file: string): void {
  writePlace(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized(), zoomLevel: window.webContents.getZoomLevel() })
}

function controlsOf(window: BrowserWindow, { app }: Electron, load: (address: string) => void): DeskWindow {
  const { webContents: contents } = window
  const show = (): void => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    app.focus({ steal: true })
  }
  return {
    contents,
    show,
    goTo: application => {
      load(addressOf(application))
      show()
    },
    isFocused: () => window.isFocused(),
    zoom: step => contents.setZoomLevel(step === 0 ? 0 : Math.min(5, Math.max(-5, contents.getZoomLevel() + step / 2))),
    setOverlay: (image, description) => window.setOverlayIcon(image, description),
  }
}
