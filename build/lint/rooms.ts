import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import type { Finding, Import, Source } from './source.ts'

/** Which of our files a zone may import; the first zone whose folder fits a file is the file's own. */
interface Zone {
  readonly folder: string
  readonly mayImport: readonly string[]
  readonly instead: string
  /** Whether the zone runs where there is Node. */
  readonly node: boolean
  readonly electron: boolean
}

const CORE_ENTRY = 'main/core/core.ts'
const ACROSS = 'Take what both need from shared/, or ask through the contract (shared/contract) or the wire (shared/wire).'
const SHELL = `A shell builds the core from ${CORE_ENTRY} and reaches nothing behind it; export there what is missing.`

const ZONES: readonly Zone[] = [
  { folder: 'shared/', mayImport: ['shared/'], node: false, electron: false, instead: 'shared imports nothing of ours: move the pure part into shared/, or hand the rest in as an argument.' },
  { folder: 'main/core/', mayImport: ['shared/', 'main/core/'], node: true, electron: false, instead: ACROSS },
  { folder: 'main/electron/', mayImport: ['shared/', 'main/electron/', CORE_ENTRY], node: true, electron: true, instead: SHELL },
  { folder: 'main/browser/', mayImport: ['shared/', 'main/browser/', CORE_ENTRY], node: true, electron: false, instead: SHELL },
  { folder: 'preload/', mayImport: ['shared/', 'preload/'], node: false, electron: true, instead: ACROSS },
  { folder: 'renderer/', mayImport: ['shared/', 'renderer/'], node: false, electron: false, instead: ACROSS },
  { folder: 'service/', mayImport: ['shared/', 'service/'], node: true, electron: false, instead: ACROSS },
  { folder: 'build/', mayImport: [''], node: true, electron: true, instead: '' },
  { folder: 'tests/', mayImport: [''], node: true, electron: true, instead: '' },
]

/** Domains that others may build on; they themselves build on no domain that is not in this list. */
const COMMON_DOMAINS: readonly string[] = ['people', 'staff', 'letters']

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Refuses imports that leave a room, reach a sibling domain, or bring test builders into the product. */
export function checkRooms(source: Source): readonly Finding[] {
  const zone = ZONES.find(({ folder }) => source.path.startsWith(folder))
  if (!zone) return [{ path: source.path, line: 1, message: 'This file stands in no room. Put it into one of the folders of docs/architecture.md.' }]
  return source.imports.flatMap((entry) => {
    const message = refuse(source.path, zone, entry)
    return message ? [{ path: source.path, line: entry.line, message }] : []
  })
}

function refuse(path: string, zone: Zone, { specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return isTest(path) ? undefined : refusePackage(zone, specifier)
  const target = posix.join(posix.dirname(path), specifier)
  return refuseRoom(zone, target) ?? refuseSibling(path, target) ?? refuseBuilder(path, target)
}

function refusePackage(zone: Zone, specifier: string): string | undefined {
  const isElectron = specifier === 'electron' || specifier.startsWith('electron/')
  if (isElectron && !zone.electron)
    return `${zone.folder} runs without Electron: "${specifier}" may be used in main/electron and preload only. Hand in what you need from the shell.`
  const isNode = specifier.startsWith('node:') || builtinModules.includes(specifier)
  if (isNode && !zone.node)
    return `${zone.folder} runs where there is no Node: "${specifier}" is not there. Ask the core through shared/contract, or have the value handed in.`
  return undefined
}

function refuseRoom(zone: Zone, target: string): string | undefined {
  if (zone.mayImport.some((start) => target.startsWith(start))) return undefined
  return `${zone.folder} must not import "${target}": rooms do not import each other. ${zone.instead}`
}

const domainOf = (path: string): string | undefined => /\/domains\/([^/]+)\//.exec(path)?.[1]

function refuseSibling(path: string, target: string): string | undefined {
  const own = domainOf(path)
  const other = domainOf(target)
  if (!own || !other || own === other || COMMON_DOMAINS.includes(other)) return undefined
  return `The domain "${own}" must not import its sibling "${other}". Let them meet in the room's assembly (renderer/app, core.ts, app.ts), or make what both need a small domain of its own in shared/domains.`
}

function refuseBuilder(path: string, target: string): string | undefined {
  const isBuilder = (name: string): boolean => posix.basename(name) === 'testing.ts'
  if (!isBuilder(target) || isBuilder(path) || isTest(path) || path.startsWith('tests/')) return undefined
  return `"${target}" builds examples for tests and may be imported from tests only. Build the value here from its schema.`
}

/** Refuses import cycles, each told once, from its first file on. */
export function checkCycles(sources: readonly Source[]): readonly Finding[] {
  const graph = new Map(sources.map((source) => [source.path, localTargets(source)]))
  const done = new Set<string>()
  const findings: Finding[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path)
    if (from >= 0) findings.push(describeCycle([...trail.slice(from), path]))
    if (from >= 0 || done.has(path)) return
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return findings
}

function localTargets(source: Source): readonly string[] {
  return source.imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => posix.join(posix.dirname(source.path), specifier))
}

function describeCycle(trail: readonly string[]): Finding {
  return { path: trail[0] ?? '', line: 1, message: `These files import each other in a circle: ${trail.join(' -> ')}. Move what both ends need into a file of its own.` }
}
