import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { superviseChild, type Child } from './children.ts'
import { listFiles } from './lint/source.ts'
import { ROOT } from './paths.ts'
import { ensureRenderer } from './renderer.ts'

const ELECTRON = join(ROOT, 'node_modules', 'electron')

export interface ElectronDesk {
  readonly serviceUrl: string
  /** The folder of this desk: cache, settings, the window's place. */
  readonly profile: string
  /** Where the demo's clock stands at start, as an instant; the computer's own time where it is left out. */
  readonly now?: string | undefined
}

/**
 * Starts the desk in Electron; call it only where the binary is installed. READY tells the page's address (null: it is not
 * on the network) and the pids of `core` and `shell`. Throws when the bundles cannot be built.
 */
export async function startElectronDesk({ serviceUrl, profile, now }: ElectronDesk): Promise<Child> {
  await Promise.all([ensureRenderer(), ensureShell()])
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const isRoot = process.getuid?.() === 0
  // Chromium refuses to run its sandbox as root; nobody works as root outside of containers.
  const args = [ROOT, ...(isRoot ? ['--no-sandbox'] : [])]
  const settings = { RATHAUS_SERVICE_URL: serviceUrl, RATHAUS_PROFILE: profile, ...(now === undefined ? {} : { RATHAUS_NOW: now }) }
  return superviseChild('electron', spawn(electronBinary(), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...settings } }))
}

/** The program itself; its package writes the name down when it downloads it. */
export function electronBinary(): string {
  return join(ELECTRON, 'dist', readFileSync(join(ELECTRON, 'path.txt'), 'utf8'))
}

/** Builds main process, core process, worker threads and preload script into out/ when their sources changed. */
export async function ensureShell(): Promise<void> {
  const mark = join(ROOT, 'out', '.shell-sources')
  const hash = sourcesHash()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  process.stderr.write('Building main process and preload script.\n')
  const { mainConfig, preloadConfig } = await import('./vite/shell.ts')
  rmSync(mark, { force: true })
  await buildInto('main', mainConfig)
  await buildInto('preload', preloadConfig)
  writeFileSync(mark, hash)
}

/** Beside the place and then moved there, so that nobody starts half a build. */
async function buildInto(folder: string, config: (outDir: string) => InlineConfig): Promise<void> {
  const { build } = await import('vite')
  const place = join(ROOT, 'out', folder)
  const fresh = `${place}.${process.pid}`
  await build(config(fresh))
  rmSync(place, { recursive: true, force: true })
  renameSync(fresh, place)
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = [...['main/core', 'main/electron', 'preload', 'shared'].flatMap((folder) => listFiles(ROOT, folder)), 'build/vite/shell.ts', 'package-lock.json']
  for (const path of files.filter((name) => !name.endsWith('.test.ts'))) {
    hash.update(path).update('\0').update(readFileSync(join(ROOT, path))).update('\0')
  }
  return hash.digest('hex')
}
