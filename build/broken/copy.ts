import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../paths.ts'

/** The packages are linked; history and what runs have left behind is not needed. */
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', '.profile', 'coverage'])

/** A copy of the tree as it stands, to be broken; the tree itself is never touched. Deleted when it is let go. */
export function copyOfTheTree(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-broken-'))
  for (const name of readdirSync(ROOT)) if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true, preserveTimestamps: true })
  const packages = join(folder, 'node_modules')
  mkdirSync(packages)
  // Packages one by one, without the caches beside them: what a broken build remembers must reach no other one.
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter(entry => !entry.startsWith('.') || entry === '.bin'))
    symlinkSync(join(ROOT, 'node_modules', name), join(packages, name))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}
