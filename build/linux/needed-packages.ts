import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'

const IMPORT = /(?:from|import\(|\bimport|resolve\(|require\()\s*['"`]([^'"`\n$]+)/g

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
})

/** The packages that a source names, by import or because it looks for a file of them. */
export const packagesIn = (source: string): readonly string[] =>
  [...source.matchAll(IMPORT)].flatMap(([, specifier = '']) => {
    if (/^[./#]/.test(specifier) || specifier.startsWith('node:')) return []
    const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
    return builtinModules.includes(name) || !/^(@[\w.-]+\/)?[\w.-]+$/.test(name) ? [] : [name]
  })

/** The folders of packages that sources need, with all that these need in turn; relative to `root`, without what lies inside another one. */
export function neededPackages(root: string, sources: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const waiting = [...new Set(sources.flatMap(packagesIn))].map(name => ({ name, from: root }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = folderOf(root, next.name, next.from)
    if (folder === undefined || found.has(folder)) continue
    found.add(folder)
    const { dependencies, optionalDependencies, peerDependencies } = Manifest.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')))
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) waiting.push({ name, from: join(root, folder) })
  }
  return [...found].filter(folder => ![...found].some(other => folder !== other && folder.startsWith(`${other}/`))).toSorted()
}

/** As Node looks for it: beside whoever asks, then further up. What is optional for another system is not there. */
function folderOf(root: string, name: string, from: string): string | undefined {
  for (let place = from; place.length >= root.length; place = dirname(place)) {
    const folder = join(place, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder.slice(root.length + 1)
  }
  return undefined
}

/** Every file below a folder that fits, relative to `root`. */
export const filesBelow = (root: string, folder: string, fits: (path: string) => boolean): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(fits)
    .toSorted()
