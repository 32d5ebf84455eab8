import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { DESK_PRODUCT, ReleaseManifest } from '../../shared/formats/release-manifest.ts'
import { timesOf, type ReleaseArguments } from './arguments.ts'
import { listInstallers } from './installers.ts'
import { publishRelease } from './publish.ts'
import { publicPartOf, readSigningKey } from './signing-key.ts'

/** Signs the installers of a version and lays them where desks look; answers what to tell whoever did it. Throws with a sentence. */
export async function makeRelease(given: ReleaseArguments, version: string, nowMs: number): Promise<readonly string[]> {
  const key = readSigningKey(given.key)
  const files = existsSync(given.dir) ? await listInstallers(given.dir, version) : []
  if (files.length === 0) throw new Error(`${given.dir} holds no installer of version ${version}; npm run package makes them.`)
  const manifest = ReleaseManifest.safeParse({
    product: DESK_PRODUCT, channel: given.channel, version, ...timesOf(given, nowMs), notes: notesIn(given.notes), files,
  })
  if (!manifest.success) throw new Error(`This is no release: ${z.prettifyError(manifest.error)}`)
  const list = publishRelease({ manifest: manifest.data, key, from: given.dir, to: given.to })
  return [
    `${list}: version ${version}, ${given.channel}, until ${manifest.data.validUntil.slice(0, 10)}`,
    ...files.map(({ name, bytes }) => `  ${name} (${Math.ceil(bytes / 1024 ** 2)} MB)`),
    `Desks take it whose policy names this key: ${publicPartOf(key)}`,
  ]
}

function notesIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Error(`${file} cannot be read as JSON; it must say what is new: {"de": "…", "en": "…"}`)
  }
}
