import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ReleaseVersion } from '../../../shared/formats/release-manifest.ts'

/** What a desk remembers of updates between two starts; nothing in it is trusted without the signature. */
const Memory = z.strictObject({
  /** Random; decides when it is this desk's turn. */
  deskId: z.string().regex(/^[0-9a-f]{32}$/),
  newestSeen: ReleaseVersion,
  /** The signed list of the installer that lies ready, as it came. */
  release: z.string().max(400_000).nullable(),
  /** How often the installer of that list was started. */
  tries: z.int().min(0),
})
export type Memory = Readonly<z.infer<typeof Memory>>

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
 * A memory that cannot be read is begun anew: all it loses is its place in the row. One that cannot be written now (a full
 * disk) does not keep the desk from starting; `remember` throws then.
 */
export function openUpdateFolder(folder: string, version: string, newDeskId: () => string): UpdateFolder {
  let memory = read(folder) ?? { deskId: newDeskId(), newestSeen: version, release: null, tries: 0 }
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

function read(folder: string): Memory | undefined {
  try {
    return Memory.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
  } catch {
    return undefined
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
