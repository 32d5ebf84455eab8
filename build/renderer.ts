import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './lint/source.ts'
import { ROOT } from './paths.ts'

const OUT = join(ROOT, 'out', 'renderer')
const HASH = join(OUT, '.sources')

/**
 * Builds the screens into out/renderer when their sources changed since the last build, and answers with that folder.
 * Progress goes to standard error. Throws when the build fails; the former build then stays in place.
 */
export async function ensureRenderer(): Promise<string> {
  const hash = sourcesHash()
  if (existsSync(HASH) && readFileSync(HASH, 'utf8') === hash) return OUT
  process.stderr.write('Building the screens.\n')
  await buildRenderer(hash)
  return OUT
}

async function buildRenderer(hash: string): Promise<void> {
  // Beside the place and then moved there, so that nobody is served half a build.
  const fresh = `${OUT}.${process.pid}`
  const { build } = await import('vite')
  const { rendererConfig } = await import('./vite/renderer.ts')
  await asInProduction(() => build(rendererConfig(fresh)))
  writeFileSync(join(fresh, '.sources'), hash)
  putInPlace(fresh)
}

/** Vite asks the environment; under the tests that says `test`, and people would be served React for developers. */
async function asInProduction<Value>(work: () => Promise<Value>): Promise<Value> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

/** Somebody else may build at the same moment; theirs serves as well, and if it is older it is built anew next time. */
function putInPlace(fresh: string): void {
  const former = `${fresh}.former`
  moveUnless('ENOENT', OUT, former)
  moveUnless('ENOTEMPTY', fresh, OUT)
  for (const left of [former, fresh]) rmSync(left, { recursive: true, force: true })
}

function moveUnless(code: string, from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error
  }
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = [...listFiles(ROOT, 'renderer'), ...listFiles(ROOT, 'shared'), 'build/vite/renderer.ts', 'build/vite/pdf-parts.ts', 'package-lock.json']
  for (const path of files.filter((name) => !/\.test\.tsx?$/.test(name))) {
    hash.update(path).update('\0').update(readFileSync(join(ROOT, path))).update('\0')
  }
  return hash.digest('hex')
}
