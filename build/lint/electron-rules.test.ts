import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../paths.ts'
import { checkElectronFile, type ElectronSource } from './electron-rules.ts'
import { checkElectronWhole, refusesElectron } from './electron-whole.ts'
import { listFiles } from './source.ts'

const read = (path: string): ElectronSource => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })
const sourcesOf = (folder: string): readonly ElectronSource[] =>
  listFiles(ROOT, folder).filter(path => /\.tsx?$/.test(path) && !/(\.test\.tsx?|\.d\.ts|testing\.ts)$/.test(path)).map(read)

const shell = [...sourcesOf('main/electron'), ...sourcesOf('preload')]

test('shell, preload script and screens keep every rule', () => {
  expect(shell.length).toBeGreaterThan(20)
  expect([...shell, ...sourcesOf('renderer')].flatMap(checkElectronFile)).toEqual([])
  expect(checkElectronWhole(shell)).toEqual([])
})

test('the page itself has no script, style or policy of its own', () => {
  const html = readFileSync(join(ROOT, 'renderer/index.html'), 'utf8')
  expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script type="module" src="./app/main.tsx">'])
  expect(html).not.toMatch(/<webview|\son\w+=|http-equiv|<base|https?:\/\//i)
})

test('nothing that is shipped switches the sandbox off', () => {
  const shipped = [read('package.json'), read('electron-builder.yml'), ...shell]
  const offending = shipped.filter(({ path, text }) => path !== 'main/electron/switches.ts' && /no-sandbox/.test(text))
  expect(offending.map(({ path }) => path)).toEqual([])
})

describe('the version of Electron', () => {
  const { devDependencies } = JSON.parse(read('package.json').text) as { readonly devDependencies: Readonly<Record<string, string>> }

  test('is exact, mended and without known holes', () => {
    expect(refusesElectron(devDependencies['electron'] ?? '')).toBeUndefined()
  })

  test.each(['^45.4.1', '45', '38.9.9', '39.8.9', '40.9.2', '41.3.9', '42.0.0', 'latest'])('must not be %s', version => {
    expect(refusesElectron(version)).toMatch(/no exact version|known holes|no longer mended/)
  })
})

const refused = (code: string): readonly string[] => checkElectronFile({ path: 'main/electron/a.tsx', text: code }).map(({ message }) => message)

test.each([
  ['1', `load('http://rathaus.example/')`], ['1', `new Socket('ws://rathaus.example')`], ['1', 'load(`http://${host}/`)'],
  ['1', `load('http://127.0.0.1.evil.example/')`], ['1', `load('http://localhost.evil.example/')`],
  ['2', `const a = { nodeIntegration: true }`], ['2', `const a = { 'nodeIntegrationInWorker': on }`], ['2', `const a = { nodeIntegrationInSubFrames: true }`],
  ['3', `const a = { contextIsolation: false }`], ['3', `const a = { contextIsolation }`],
  ['4', `const a = { sandbox: false }`], ['4', `const a = { sandbox: !isDemo }`], ['4', `app.commandLine.appendSwitch('no-sandbox')`],
  ['6', `const a = { webSecurity: false }`], ['8', `const a = { allowRunningInsecureContent: true }`],
  ['9', `const a = { experimentalFeatures: true }`], ['9', `app.commandLine.appendSwitch('enable-features', 'A')`], ['9', `app.commandLine.appendSwitch(name)`],
  ['10', `const a = { enableBlinkFeatures: 'A' }`], ['11', `const a = <webview src="a" />`], ['11', `write('<webview allowpopups>')`], ['11', `const a = { webviewTag: true }`],
  ['14', `contents.setWindowOpenHandler(() => ({ action: 'allow' }))`], ['14', `contents.setWindowOpenHandler(() => ({ action }))`],
  ['15', `shell.openPath(path)`], ['15', `shell['showItemInFolder'](path)`],
  ['17', `import { ipcMain } from 'electron'`], ['17', `electron.ipcMain.on('a', run)`], ['17', `ipcRenderer.send('a')`], ['17', `ipcRenderer.on(channel, run)`],
  ['18', `window.loadURL('file:///a.html')`], ['18', `window.loadFile('a.html')`],
  ['18', `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, bypassCSP: true } }])`],
  ['18', `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { supportFetchAPI: true } }])`],
  ['18', `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { ...all } }])`], ['18', `protocol.registerSchemesAsPrivileged(schemes)`],
  ['20', `contextBridge.exposeInMainWorld('a', {})`], ['20', `import { contextBridge as bridge } from 'electron'`],
  ['windows', `new BrowserWindow(options)`], ['windows', `new BrowserWindow({ webPreferences: { ...preferences } })`], ['windows', `new electron.BrowserWindow({})`],
  ['windows', `new WebContentsView()`], ['windows', `const a = { partition: 'persist:a' }`],
  ['bans', `eval(text)`], ['bans', `globalThis.eval(text)`], ['bans', `new Function(text)`], ['bans', `Function(text)`], ['bans', `node.innerHTML = text`],
  ['bans', `const a = <p dangerouslySetInnerHTML={{ __html: text }} />`], ['bans', `createElement('p', { dangerouslySetInnerHTML: html })`],
  ['bans', `node.insertAdjacentHTML('beforeend', text)`], ['bans', `electron.remote.require('fs')`], ['bans', `session.setCertificateVerifyProc(run)`],
  ['bans', `app.on('certificate-error', run)`], ['bans', `const a = { rejectUnauthorized: false }`], ['bans', `env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'`],
  ['bans', `contents.executeJavaScript(text)`], ['bans', `contents.debugger.attach()`], ['bans', `app.setLoginItemSettings({ openAtLogin: true })`],
  ['bans', `crashReporter.start({})`], ['bans', `location.href = 'javascript:run()'`],
])('item %s refuses %s', (_item, code) => {
  expect(refused(code)).not.toEqual([])
})

test.each([`load('https://rathaus.example/')`, `load('http://127.0.0.1:8080/')`, 'load(`http://127.0.0.1:${port}`)', `ipcRenderer.on('core-port', run)`, `const a = { action: 'deny' }`])(
  'allows %s', code => {
    expect(refused(code)).toEqual([])
  })

// One setting of the real shell wrong at a time: whoever changes a file so that a mutant no longer fits finds out here.
test.each([
  ['window.ts', 'sandbox: true,', ''], ['window.ts', 'sandbox: true', 'sandbox: false'], ['window.ts', 'contextIsolation: true', 'contextIsolation: false'],
  ['window.ts', 'nodeIntegration: false', 'nodeIntegration: true'], ['window.ts', 'nodeIntegrationInWorker: false,', ''], ['window.ts', 'webSecurity: true', 'webSecurity: false'],
  ['window.ts', 'webviewTag: false', 'webviewTag: true'], ['window.ts', 'allowRunningInsecureContent: false,', ''], ['window.ts', 'load(START_PAGE)', 'window.loadFile("index.html")'],
  ['shell.ts', 'app.enableSandbox()', ''], ['shell.ts', 'app.enableSandbox()', 'void app.whenReady().then(() => app.enableSandbox())'],
  ['shell.ts', 'supportFetchAPI: false', 'supportFetchAPI: true'], ['shell.ts', 'secure: true', 'secure: true, bypassCSP: true'],
  ['shell.ts', "appendSwitch('disable-background-networking')", "appendSwitch('disable-web-security')"], ['shell.ts', 'if (!app.requestSingleInstanceLock()) return app.quit()', ''],
  ['shell.ts', "app.on('web-contents-created'", "app.on('browser-window-created'"], ['shell.ts', "app.on('session-created'", "app.on('gpu-info-update'"],
  ['guards.ts', "contents.on('will-navigate', stay)", ''], ['guards.ts', "contents.on('will-frame-navigate', stay)", ''], ['guards.ts', "contents.on('will-redirect'", "contents.on('did-redirect'"],
  ['guards.ts', "contents.on('will-attach-webview'", "contents.on('did-attach-webview'"], ['guards.ts', "action: 'deny'", "action: 'allow'"],
  ['guards.ts', 'contents.setWindowOpenHandler', 'contents.ignoreWindowOpen'], ['guards.ts', 'session.webRequest.onBeforeRequest', 'session.webRequest.onCompleted'],
  ['guards.ts', "session.on('will-download'", "session.on('extension-loaded'"],
  ['permissions.ts', 'session.setPermissionRequestHandler', 'session.setNothing'], ['permissions.ts', 'session.setPermissionCheckHandler', 'session.setNothing'],
  ['permissions.ts', 'session.setDevicePermissionHandler', 'session.setNothing'], ['permissions.ts', 'session.setDisplayMediaRequestHandler', 'session.setNothing'],
  ['external.ts', 'shell.openExternal(allowed)', 'shell.openExternal(address).then(() => shell.openExternal(allowed))'],
])('notices in %s the change of %s to %s', (file, from, to) => {
  const path = `main/electron/${file}`
  const { text } = read(path)
  expect(text).toContain(from)
  const broken = shell.map(source => (source.path === path ? { path, text: text.replace(from, to) } : source))
  expect([...broken.flatMap(checkElectronFile), ...checkElectronWhole(broken)]).not.toEqual([])
})
