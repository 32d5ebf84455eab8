import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCache, type Cache } from './open.ts'

export const TEST_KEY = new Uint8Array(32).fill(42)

/** A folder of its own that is gone at the end of the scope. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'rathaus-cache-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** A real, encrypted, empty cache, or the one of before when the file is there; throws when it is refused. */
export function testCache(file: string): Cache {
  const opened = openCache({ file, key: TEST_KEY })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A cache in a folder of its own; `remove` closes it and takes the folder away. */
export function cacheOfItsOwn(): { readonly cache: Cache; readonly remove: () => void } {
  const folder = temporaryFolder()
  const cache = testCache(join(folder.path, 'cache.db'))
  const remove = (): void => {
    cache.close()
    folder[Symbol.dispose]()
  }
  return { cache, remove }
}
