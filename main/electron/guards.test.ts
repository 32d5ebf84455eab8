import type { Session, WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { isStartPage, START_PAGE } from './addresses.ts'
import { guardContents, guardSession } from './guards.ts'
import { createElectronDouble, type SessionDouble } from './testing.ts'

// Every name Electron may ask for, and some it does not know yet.
const PERMISSIONS = [
  'ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control', 'clipboard-read', 'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'hand-tracking', 'hid', 'idle-detection', 'keyboardLock',
  'local-fonts', 'local-network-access', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications', 'openExternal', 'payment-handler',
  'persistent-storage', 'pointerLock', 'screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access', 'top-level-storage-access',
  'usb', 'vr', 'web-app-installation', 'web-printing', 'window-management', 'unknown', 'something-new', '__proto__', 'constructor', '',
]
const OWN = [START_PAGE, 'app://rathaus/']
const FOREIGN = ['app://evil/', 'app://rathaus.evil/', 'app://user@rathaus/', 'https://rathaus/', 'file:///etc/passwd', 'data:text/html,a', 'about:blank', '']

const addressed = (addresses: readonly string[]) => addresses.map(address => [address] as const)

describe('a session', () => {
  let session: SessionDouble
  beforeEach(() => {
    ({ session } = createElectronDouble('/p', () => undefined))
    guardSession(session as unknown as Session, { hasDevTools: false })
  })
  const ask = (name: string, ...args: readonly unknown[]): unknown => (session.handlers.get(name) as ((...all: readonly unknown[]) => unknown))(...args)

  const asked = (permission: string, requestingUrl: string, isMainFrame: boolean): readonly unknown[] => {
    let granted: unknown
    ask('permissionRequest', null, permission, (answer: boolean) => { granted = answer }, { requestingUrl, isMainFrame })
    return [granted, ask('permissionCheck', null, permission, requestingUrl, { isMainFrame }), ask('permissionCheck', null, permission, START_PAGE, { requestingUrl, isMainFrame })]
  }

  test('gives the page the clipboard to write to, and nobody anything else', () => {
    const matrix = PERMISSIONS.flatMap(permission => [...OWN, ...FOREIGN].flatMap(url => [true, false].map(isMainFrame => [permission, url, isMainFrame] as const)))
    const granted = matrix.filter(cell => asked(...cell).some(Boolean))
    expect(granted).toEqual(OWN.map(url => ['clipboard-sanitized-write', url, true]))
  })

  test('gives away no device and no screen', () => {
    let streams: unknown
    let pairing: unknown
    ask('displayMedia', {}, (answer: unknown) => { streams = answer })
    ask('bluetooth', {}, (answer: unknown) => { pairing = answer })
    expect([ask('device', {}), streams, pairing]).toEqual([false, null, { confirmed: false }])
  })

  test('loads what is our own and nothing from a network', () => {
    const isLoaded = (url: string): boolean => {
      let isCancelled = false
      ask('onBeforeRequest', { url }, ({ cancel }: { readonly cancel: boolean }) => { isCancelled = cancel })
      return !isCancelled
    }
    const own = [...OWN, 'app://rathaus/assets/a.js', 'blob:app://rathaus/0199', 'data:image/png;base64,AA']
    const foreign = [...FOREIGN.filter(url => !url.startsWith('data:')), 'blob:https://evil/1', 'blob:null/1', 'ws://127.0.0.1/', 'http://localhost/', 'devtools://devtools/a.html']
    expect([own.filter(url => !isLoaded(url)), foreign.filter(isLoaded)]).toEqual([[], []])
  })

  const isSaved = (url: string, name: string): boolean => {
    let isPrevented = false
    session.emit('will-download', { preventDefault: () => { isPrevented = true } }, { getURL: () => url, getFilename: () => name })
    return !isPrevented
  }

  test.each(['Ausweis.pdf', 'Foto vom Hund.JPG', 'liste.csv'])('saves %s', name => {
    expect(isSaved('blob:app://rathaus/1', name)).toBe(true)
  })

  test.each(['a.exe', 'a.pdf.scr', 'a.html', 'a.desktop', '../a.pdf', 'a\u0000.pdf', 'pdf', 'CON:.pdf'])('does not save %j', name => {
    expect(isSaved('blob:app://rathaus/1', name)).toBe(false)
  })

  test.each(['https://evil/a.pdf', 'blob:https://evil/1', 'app://rathaus/index.html', 'data:application/pdf,a'])('saves nothing from %s', url => {
    expect(isSaved(url, 'a.pdf')).toBe(false)
  })
})

describe('a page', () => {
  const opened: string[] = []
  let contents: EventEmitter & { openHandler?: (details: { readonly url: string }) => { readonly action: string } }
  beforeEach(() => {
    opened.length = 0
    contents = Object.assign(new EventEmitter(), { setWindowOpenHandler(this: typeof contents, handler: typeof contents.openHandler & object) { this.openHandler = handler } })
    guardContents(contents as unknown as WebContents, url => opened.push(url) > 0)
  })
  const isKept = (event: string, url: string, isMainFrame = true): boolean => {
    let isPrevented = false
    contents.emit(event, { url, isMainFrame, preventDefault: () => { isPrevented = true } })
    return isPrevented
  }

  const AWAY = [
    ...FOREIGN, 'app://rathaus/assets/a.js', 'app://rathaus/index.html?a', 'https://example.org/', 'javascript:alert(1)', 'blob:app://rathaus/1', 'rathaus://application/1',
    'app://rathaus:80/', 'APP://EVIL/', 'app:rathaus', 'view-source:app://rathaus/', 'chrome://gpu/',
  ]

  test.each(addressed(AWAY))('does not leave for %s', url => {
    expect(['will-navigate', 'will-frame-navigate', 'will-redirect'].map(event => isKept(event, url))).toEqual([true, true, true])
  })

  test('may be loaded again, and holds no frames', () => {
    expect([isKept('will-navigate', START_PAGE), isKept('will-frame-navigate', START_PAGE), isKept('will-frame-navigate', START_PAGE, false)]).toEqual([false, false, true])
    expect(isKept('will-attach-webview', '')).toBe(true)
    expect(isStartPage(`${START_PAGE}#/applications/1`)).toBe(true)
  })

  test.each(addressed([...AWAY, START_PAGE]))('opens no window for %s, and leaves the rest to the one way out', url => {
    expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(opened).toEqual([url])
  })
})
