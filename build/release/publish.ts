import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { compareVersions, ReadableManifest, RELEASE_FILE, type ReleaseManifest } from '../../shared/formats/release-manifest.ts'
import { signRelease } from './signing-key.ts'

export interface Publication {
  readonly manifest: ReleaseManifest
  readonly key: KeyObject
  /** Where the installers lie now. */
  readonly from: string
  /** The folder that the service hands out (`UPDATES_DIR`); the channel has a folder in it. */
  readonly to: string
}

/**
 * Copies the installers and then, in one step, the signed list: whoever looks in between finds the version before. The
 * installers before stay, because somebody may be in the middle of one. Throws with a sentence where desks would refuse it.
 */
export function publishRelease({ manifest, key, from, to }: Publication): string {
  const folder = join(to, manifest.channel)
  const list = join(folder, RELEASE_FILE)
  const before = existsSync(list) ? versionIn(readFileSync(list, 'utf8')) : undefined
  if (before !== undefined && compareVersions(manifest.version, before) < 0)
    throw new Error(`${list} offers version ${before} already: desks refuse an older one. To stop a version, publish it again with --stages now=0.`)
  mkdirSync(folder, { recursive: true })
  for (const { name } of manifest.files) {
    copyFileSync(join(from, name), join(folder, `${name}.new`))
    renameSync(join(folder, `${name}.new`), join(folder, name))
  }
  writeFileSync(`${list}.new`, signRelease(manifest, key))
  renameSync(`${list}.new`, list)
  return list
}

function versionIn(text: string): string | undefined {
  const payload = Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8')
  try {
    return ReadableManifest.parse(JSON.parse(payload)).version
  } catch {
    return undefined
  }
}
