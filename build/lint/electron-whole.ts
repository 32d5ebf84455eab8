import { parseSync, Visitor, type ESTree } from 'vite'
import type { ElectronSource } from './electron-rules.ts'

/** What the shell as a whole has to do, each with the number of the item on Electron's security list. */
const MUST_CALL: readonly (readonly [name: string, item: string])[] = [
  ['enableSandbox', '4: sandbox'],
  ['setPermissionRequestHandler', '5: permissions that are asked for'], ['setPermissionCheckHandler', '5: permissions that are checked'],
  ['setDevicePermissionHandler', '5: devices'], ['setDisplayMediaRequestHandler', '5: the screen'],
  ['setWindowOpenHandler', '14: new windows'], ['onBeforeRequest', '1: nothing is loaded from a network'],
  ['requestSingleInstanceLock', 'one program on one profile'],
]

const MUST_HEAR: readonly (readonly [event: string, item: string])[] = [
  ['will-navigate', '13: navigation'], ['will-frame-navigate', '13: navigation of frames'], ['will-redirect', '13: redirects'],
  ['will-attach-webview', '12: pages inside the page'], ['web-contents-created', '13, 14: every page there will ever be'],
  ['session-created', '5: every session there will ever be'], ['will-download', 'downloads'],
]

interface Call {
  readonly path: string
  readonly name: string
  readonly first: unknown
  readonly start: number
}

/** What is missing, doubled or in the wrong order in the shell's files together. */
export function checkElectronWhole(sources: readonly ElectronSource[]): readonly string[] {
  const calls = sources.flatMap(callsIn)
  const count = (name: string): number => calls.filter(call => call.name === name).length
  const missing = MUST_CALL.filter(([name]) => count(name) === 0).map(([name, item]) => `${name} is never called (${item}).`)
  const unheard = MUST_HEAR
    .filter(([event]) => !calls.some(({ name, first }) => (name === 'on' || name === 'once') && first === event))
    .map(([event, item]) => `Nobody listens to ${event} (${item}).`)
  const single = ['openExternal', 'BrowserWindow'].filter(name => count(name) !== 1).map(name => `${name} is called ${count(name)} times; there is one place for it.`)
  return [...missing, ...unheard, ...single, ...wrongOrder(calls)]
}

/** What only counts when it happens before Electron is ready. */
function wrongOrder(calls: readonly Call[]): readonly string[] {
  const ready = calls.find(({ name }) => name === 'whenReady')
  if (!ready) return ['whenReady is never called.']
  return ['enableSandbox', 'registerSchemesAsPrivileged', 'requestSingleInstanceLock'].flatMap(name => {
    const call = calls.find(candidate => candidate.name === name)
    return call && (call.path !== ready.path || call.start > ready.start) ? [`${name} has to be called before whenReady, in the same function.`] : []
  })
}

function callsIn({ path, text }: ElectronSource): readonly Call[] {
  const calls: Call[] = []
  const add = (node: ESTree.CallExpression | ESTree.NewExpression): void => {
    const { callee } = node
    const [argument] = node.arguments
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
    calls.push({ path, name: callee.property.name, first: argument?.type === 'Literal' ? argument.value : undefined, start: node.start })
  }
  new Visitor({ CallExpression: add, NewExpression: add }).visit(parseSync(path, text).program)
  return calls
}

/** Versions of Electron below these have known holes that reach this program (CVE-2025-55305, CVE-2026-70601, -70603, -70604). */
const FIXED_IN: Readonly<Record<number, readonly [number, number]>> = { 39: [8, 10], 40: [9, 3], 41: [4, 0] }
/** The newest stable line; Electron mends the last three. */
const NEWEST_MAJOR = 45

/** Why an exact version of Electron must not be shipped; undefined when it may. */
export function refusesElectron(version: string): string | undefined {
  const [major = 0, minor = 0, patch = 0] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number) ?? []
  if (major === 0) return `"${version}" is no exact version.`
  const floor = FIXED_IN[major]
  if (major < 39 || (floor && (minor < floor[0] || (minor === floor[0] && patch < floor[1])))) return `Electron ${version} has known holes.`
  return major < NEWEST_MAJOR - 2 ? `Electron ${version} is no longer mended.` : undefined
}
