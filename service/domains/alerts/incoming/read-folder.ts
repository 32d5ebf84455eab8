import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readWarning, type ReadWarning } from '../../../../shared/formats/official-warning.ts'
import type { WarningSource } from '../../../../shared/wire/official-warnings.ts'
import { MOST_BYTES } from './fetch-limited.ts'

export interface FolderAnswer {
  readonly warnings: readonly ReadWarning[]
  /** Set where a file could not be read or is no warning: the others count all the same. */
  readonly problem: WarningSource['problem']
  /** They are kept now; until then they are read again. */
  done(): void
}

/** The folder into which others put files. */
export interface WarningFolder {
  /** What has come since it was read last; null where the folder is away. */
  read(): Promise<FolderAnswer | null>
}

/** The newest of them: a folder that is never emptied must not become slower with the years. */
const MOST_FILES = 500

/** Reads every file once, and again when it has changed: one that is still being written comes whole the next time. */
export function openFolder(path: string): WarningFolder {
  let before = new Map<string, WarningSource['problem']>()
  return {
    read: async () => {
      const names = await readdir(path).catch(() => null)
      if (!names) return null
      const files = await newest(path, names.filter(name => /\.(?:xml|cap|json)$/i.test(name)))
      const seen = new Map<string, WarningSource['problem']>()
      const warnings: ReadWarning[] = []
      for (const file of files) {
        const known = before.get(file.key)
        const read = known === undefined ? await readOne(file) : { warning: null, problem: known }
        seen.set(file.key, read.problem)
        if (read.warning) warnings.push(read.warning)
      }
      return { warnings, problem: [...seen.values()].find(problem => problem !== null) ?? null, done: () => { before = seen } }
    },
  }
}

interface File {
  readonly path: string
  readonly bytes: number
  readonly changedMs: number
  /** The file as it is now. */
  readonly key: string
}

/** Files alone: a link may lead anywhere. */
async function newest(folder: string, names: readonly string[]): Promise<readonly File[]> {
  const files: File[] = []
  for (const name of names) {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    if (found?.isFile()) files.push({ path, bytes: found.size, changedMs: found.mtimeMs, key: `${name} ${found.mtimeMs} ${found.size}` })
  }
  return files.toSorted((one, other) => other.changedMs - one.changedMs).slice(0, MOST_FILES)
}

async function readOne({ path, bytes }: File): Promise<{ readonly warning: ReadWarning | null; readonly problem: WarningSource['problem'] }> {
  if (bytes > MOST_BYTES) return { warning: null, problem: 'too-large' }
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return { warning: null, problem: 'unreachable' }
  const warning = readWarning(text)
  return { warning, problem: warning ? null : 'not-understood' }
}
