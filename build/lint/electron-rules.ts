import { parseSync, Visitor, type ESTree } from 'vite'
import type { Finding } from './source.ts'

/** A source file of the rooms that run in or under Electron, by path relative to the root. */
export interface ElectronSource {
  readonly path: string
  readonly text: string
}

/** Names that must appear nowhere in shell, preload script and screens, as member, call or JSX attribute. */
const BANNED_NAMES: ReadonlyMap<string, string> = new Map([
  ['eval', 'Text never becomes code.'],
  ['Function', 'Text never becomes code.'],
  ['innerHTML', 'Text never becomes markup: let React draw it.'],
  ['outerHTML', 'Text never becomes markup: let React draw it.'],
  ['insertAdjacentHTML', 'Text never becomes markup: let React draw it.'],
  ['dangerouslySetInnerHTML', 'Text never becomes markup: let React draw it.'],
  ['createContextualFragment', 'Text never becomes markup: let React draw it.'],
  ['srcDoc', 'The page holds no frames.'],
  ['executeJavaScript', 'The main process never runs code in the page: say it through the contract.'],
  ['executeJavaScriptInIsolatedWorld', 'The main process never runs code in the page: say it through the contract.'],
  ['debugger', 'No debugger is attached by the program itself.'],
  ['remote', 'The page gets one port and nothing else.'],
  ['exposeInMainWorld', 'The page gets one port and nothing else.'],
  ['contextBridge', 'The page gets one port and nothing else.'],
  ['ipcMain', 'The page talks to the core through its port; the main process listens to no page.'],
  ['setCertificateVerifyProc', 'Certificates are judged by Chromium and the computer, never by us.'],
  ['setLoginItemSettings', 'The program does not start itself: that is the administration\'s choice.'],
  ['crashReporter', 'A crash dump holds memory, and with it personal data.'],
  ['openPath', 'No file is ever opened by another program.'],
  ['showItemInFolder', 'No file is ever shown by another program.'],
  ['loadFile', 'Pages come from app://rathaus/ only.'],
  ['registerPreloadScript', 'There is one preload script, named with its window.'],
  ['enableBlinkFeatures', 'No experimental features of the browser.'],
  ['setSpellCheckerDictionaryDownloadURL', 'Nothing is downloaded.'],
  ['interceptFileProtocol', 'Pages come from app://rathaus/ only.'],
])

/** What a window is made with; anything else, or anything that is not written down literally, is refused. */
const WEB_PREFERENCES: ReadonlyMap<string, boolean> = new Map([
  ['sandbox', true], ['contextIsolation', true], ['webSecurity', true], ['nodeIntegration', false], ['nodeIntegrationInWorker', false],
  ['nodeIntegrationInSubFrames', false], ['allowRunningInsecureContent', false], ['experimentalFeatures', false], ['webviewTag', false],
])

const SWITCHES: ReadonlySet<string> = new Set(['disable-background-networking'])
const PRIVILEGES: ReadonlySet<string> = new Set(['standard', 'secure'])

const BANNED_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^(http|ws):\/\/(?!127\.0\.0\.1(?=[:/]|$)|\[::1\]|localhost(?=[:/]|$))/i, 'Only encrypted addresses, or this computer itself.'],
  [/\bfile:\/\//i, 'Pages come from app://rathaus/ only.'],
  [/<webview|allowpopups/i, 'No page inside the page.'],
  [/^javascript:/i, 'Text never becomes code.'],
  [/^certificate-error$/, 'A wrong certificate is never accepted, by nobody.'],
  [/NODE_TLS_REJECT_UNAUTHORIZED/, 'A wrong certificate is never accepted, by nobody.'],
]

/** Refuses in one file what Electron's security list, the ban list or a closed option forbids. */
export function checkElectronFile({ path, text }: ElectronSource): readonly Finding[] {
  const findings: Finding[] = []
  const add = (node: { readonly start: number }, message: string): void => {
    findings.push({ path, line: text.slice(0, node.start).split('\n').length, message })
  }
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  new Visitor({
    MemberExpression: node => {
      banName(propertyOf(node), node, add)
      if (node.object.type === 'Identifier') banName(node.object.name, node, add)
    },
    CallExpression: node => checkCall(node, add),
    NewExpression: node => checkNew(node, add),
    ImportSpecifier: node => banName(node.imported.type === 'Identifier' ? node.imported.name : node.imported.value, node, add),
    JSXIdentifier: node => node.name === 'webview' ? add(node, 'No page inside the page.') : banName(node.name, node, add),
    Property: node => checkProperty(node, path, add),
    Literal: node => typeof node.value === 'string' && banText(node.value, node, add),
    TemplateElement: node => banText(node.value.cooked ?? node.value.raw, node, add),
    JSXText: node => banText(node.value, node, add),
  }).visit(program)
  return findings
}

/** A property of an object or of a pattern. */
interface AnyProperty {
  readonly key: ESTree.Node
  readonly value: ESTree.Node
  readonly computed: boolean
  readonly start: number
}

type Add = (node: { readonly start: number }, message: string) => void

function banName(name: string | undefined, node: { readonly start: number }, add: Add): void {
  const why = name === undefined ? undefined : BANNED_NAMES.get(name)
  if (why) add(node, `${name} is not allowed in the shell or the page. ${why}`)
}

function banText(text: string, node: { readonly start: number }, add: Add): void {
  for (const [pattern, why] of BANNED_TEXTS) if (pattern.test(text)) add(node, `"${text}" is not allowed in the shell or the page. ${why}`)
}

function checkCall(node: ESTree.CallExpression, add: Add): void {
  const { callee } = node
  const name = callee.type === 'MemberExpression' ? propertyOf(callee) : undefined
  if (callee.type === 'Identifier') banName(callee.name, node, add)
  if (name === 'appendSwitch' && !SWITCHES.has(String(literalOf(node.arguments[0])))) add(node, 'This switch of Chromium is not in the list of those that take no protection away.')
  if (name === 'registerSchemesAsPrivileged') checkPrivileges(node.arguments[0], add)
  const isOnIpc = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'ipcRenderer'
  if (isOnIpc && (name !== 'on' || literalOf(node.arguments[0]) !== 'core-port')) add(node, 'The preload script takes the port and says nothing to the main process.')
}

function checkNew(node: ESTree.NewExpression, add: Add): void {
  const { callee } = node
  const name = callee.type === 'MemberExpression' ? propertyOf(callee) : callee.type === 'Identifier' ? callee.name : undefined
  if (callee.type === 'Identifier') banName(name, node, add)
  if (name === 'BrowserView' || name === 'WebContentsView') add(node, 'There is one window and nothing inside it.')
  if (name === 'BrowserWindow') checkWindow(node, add)
}

function checkWindow(node: ESTree.NewExpression, add: Add): void {
  const preferences = propertyNamed(node.arguments[0], 'webPreferences')
  if (preferences?.type !== 'ObjectExpression') return add(node, 'A window is made with its webPreferences written down right there.')
  if (preferences.properties.some(({ type }) => type === 'SpreadElement')) add(preferences, 'webPreferences are written down one by one.')
  for (const [name, value] of WEB_PREFERENCES) {
    if (literalOf(propertyNamed(preferences, name)) !== value) add(preferences, `webPreferences.${name} must be ${value}, in so many words.`)
  }
}

function checkPrivileges(schemes: ESTree.Argument | undefined, add: Add): void {
  if (schemes?.type !== 'ArrayExpression') return schemes && add(schemes, 'Privileges of a scheme are written down right there.')
  for (const scheme of schemes.elements) {
    const privileges = scheme ? propertyNamed(scheme, 'privileges') : undefined
    if (privileges?.type !== 'ObjectExpression') add(schemes, 'Privileges of a scheme are written down right there.')
    else for (const property of privileges.properties) {
      const name = property.type === 'Property' ? keyOf(property) : undefined
      const isOff = property.type === 'Property' && literalOf(property.value) === false
      if (!isOff && !PRIVILEGES.has(name ?? '')) add(property, `The scheme must not have the privilege ${name ?? '(unknown)'}.`)
    }
  }
}

function checkProperty(node: AnyProperty, path: string, add: Add): void {
  const name = keyOf(node)
  banName(name, node, add)
  const value = literalOf(node.value)
  const safe = WEB_PREFERENCES.get(name ?? '')
  if (safe !== undefined && value !== safe) add(node, `${name} must be ${safe}, in so many words.`)
  if (name === 'rejectUnauthorized' && value !== true) add(node, 'A wrong certificate is never accepted, by nobody.')
  if (name === 'action' && value !== 'deny' && !path.startsWith('renderer/')) add(node, 'No page opens a window.')
  if (name === 'partition' && typeof value === 'string' && value.startsWith('persist:')) add(node, 'Nothing of the page is kept on the disk.')
}

function propertyNamed(node: ESTree.Node | undefined | null, name: string): ESTree.Node | undefined {
  if (node?.type !== 'ObjectExpression') return undefined
  const found = node.properties.find(property => property.type === 'Property' && keyOf(property) === name)
  return found?.type === 'Property' ? found.value : undefined
}

function keyOf({ key, computed }: Pick<AnyProperty, 'key' | 'computed'>): string | undefined {
  if (key.type === 'Literal') return String(key.value)
  return key.type === 'Identifier' && !computed ? key.name : undefined
}

function propertyOf({ property, computed }: ESTree.MemberExpression): string | undefined {
  if (property.type === 'Literal') return String(property.value)
  return property.type === 'Identifier' && !computed ? property.name : undefined
}

const literalOf = (node: ESTree.Node | undefined | null): unknown => (node?.type === 'Literal' ? node.value : undefined)
