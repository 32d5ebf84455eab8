import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { InstallerFile } from '../../shared/formats/release-manifest.ts'

/** Names as electron-builder.yml makes them; each kind has its own words for the same processor. */
const NAME = /^rathaus-desk[-_](\d+\.\d+\.\d+)[-_](x64|amd64|x86_64|arm64)\.(exe|msi|deb|AppImage|dmg)$/

const KINDS = {
  exe: { platform: 'win32', kind: 'nsis' }, msi: { platform: 'win32', kind: 'msi' }, deb: { platform: 'linux', kind: 'deb' },
  AppImage: { platform: 'linux', kind: 'AppImage' }, dmg: { platform: 'darwin', kind: 'dmg' },
} as const

/** The installers of a version in a folder, with length and hash of each, by name. */
export async function listInstallers(folder: string, version: string): Promise<readonly InstallerFile[]> {
  const found = readdirSync(folder).toSorted().flatMap(name => describe(name, version))
  return Promise.all(found.map(async file => ({ ...file, bytes: statSync(join(folder, file.name)).size, sha256: await hashOf(join(folder, file.name)) })))
}

function describe(name: string, version: string): readonly Omit<InstallerFile, 'bytes' | 'sha256'>[] {
  const [, made, arch, ending] = NAME.exec(name) ?? []
  if (made !== version) return []
  return [{ ...KINDS[ending as keyof typeof KINDS], arch: arch === 'arm64' ? 'arm64' : 'x64', name }]
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
