import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../paths.ts'

/**
 * The packages are linked; history and what runs have left behind is not needed. What was built is hundreds of megabytes, and may be
 * exchanged by somebody else in the middle of the copying.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', '.profile', 'coverage', 'out'].map(name => join(ROOT, name)))

/** A copy of the tree as it stands, to be broken; the tree itself is never touched. Deleted when it is let go. */
export function copyOfTheTree(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-broken-'))
  cpSync(ROOT, folder, { recursive: true, preserveTimestamps: true, filter: path => !LEFT_OUT.has(path) })
  const packages = join(folder, 'node_modules')
  mkdirSync(packages)
  // Packages one by one, without the caches beside them: what a broken build remembers must reach no other one.
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter(entry => !entry.startsWith('.') || entry === '.bin'))
    symlinkSync(join(ROOT, 'node_modules', name), join(packages, name))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}
