import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ReleaseVersion } from '../../../shared/formats/release-manifest.ts'

/** What a desk remembers of updates between two starts; nothing in it is trusted without the signature. */
export interface Memory {
  /** Random; decides when it is this desk's turn. */
  readonly deskId: string
  readonly newestSeen: string
  /** The signed list of the installer that lies ready, as it came. */
  readonly release: string | null
  /** How often the installer of that list was started. */
  readonly tries: number
}

/** Every part for itself, whatever another version has written beside it: losing `newestSeen` would open the way back to a mended hole. */
const memorySchema = (fresh: Memory) => z.object({
  deskId: z.string().regex(/^[0-9a-f]{32}$/).catch(fresh.deskId),
  newestSeen: ReleaseVersion.catch(fresh.newestSeen),
  release: z.string().max(400_000).nullable().catch(fresh.release),
  tries: z.int().min(0).catch(fresh.tries),
})

const FILE = 'state.json'

/** The folder of a desk's updates, with what is remembered in it. */
export interface UpdateFolder {
  readonly memory: Memory
  remember(part: Partial<Memory>): void
  pathOf(name: string): string
  /** Takes every file away but those that are named, and what is remembered. */
  keepOnly(names: readonly string[]): void
}

/**
 * What cannot be read of a memory is begun anew: all that a whole one loses is its place in the row. One that cannot be written now (a full
 * disk) does not keep the desk from starting; `remember` throws then.
 */
export function openUpdateFolder(folder: string, version: string, newDeskId: () => string): UpdateFolder {
  let memory = read(folder, { deskId: newDeskId(), newestSeen: version, release: null, tries: 0 })
  const write = (): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    replace(join(folder, FILE), JSON.stringify(memory))
  }
  try {
    write()
  } catch {
    // Nothing was seen yet that must not be forgotten.
  }
  return {
    get memory() {
      return memory
    },
    remember: part => {
      memory = { ...memory, ...part }
      write()
    },
    pathOf: name => join(folder, name),
    keepOnly: names => {
      for (const name of readdirSync(folder)) if (name !== FILE && !names.includes(name)) rmSync(join(folder, name), { force: true, recursive: true })
    },
  }
}

function read(folder: string, fresh: Memory): Memory {
  try {
    return memorySchema(fresh).parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
  } catch {
    return fresh
  }
}

/** As a whole or not at all. */
function replace(path: string, text: string): void {
  const file = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
}
