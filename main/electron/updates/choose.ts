import { createHash } from 'node:crypto'
import { compareVersions, shareAt, type InstallerFile, type ReleaseChannel, type ReleaseManifest } from '../../../shared/formats/release-manifest.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { msOf } from '../../../shared/time.ts'
import { problem, type ReleaseProblem } from './signed-release.ts'

/** What this desk is and knows when it looks at a release. */
export interface Standpoint {
  /** The version that runs. */
  readonly version: string
  /** The newest version that was ever offered here with a good signature. */
  readonly newestSeen: string
  readonly channel: ReleaseChannel
  readonly platform: string
  readonly arch: string
  /** The kind of installer that this program came by. */
  readonly kind: InstallerFile['kind']
  /** Stays the same as long as this profile lives. */
  readonly deskId: string
  readonly nowMs: number
}

/**
 * What a release with a good signature means here: an installer to take, or null where there is nothing to do (the same
 * version, or not this desk's turn yet). A good signature on an old list is the way to bring a mended hole back, so that
 * nothing older than what was once seen is ever taken.
 */
export function chooseInstaller(release: ReleaseManifest, here: Standpoint): Result<InstallerFile | null, ReleaseProblem> {
  if (release.channel !== here.channel) return problem('other-channel')
  if (compareVersions(release.version, here.version) < 0 || compareVersions(release.version, here.newestSeen) < 0) return problem('older')
  if (compareVersions(release.version, here.version) === 0) return ok(null)
  if (msOf(release.validUntil) <= here.nowMs) return problem('outdated')
  if (turnOf(here.deskId, release.version) >= shareAt(release, here.nowMs)) return ok(null)
  const file = release.files.find(({ platform, arch, kind }) => platform === here.platform && arch === here.arch && kind === here.kind)
  return file ? ok(file) : problem('no-installer')
}

/** Where a desk stands in the row for a version, from 0 up to (not including) 100; another place for each version, so that not always the same begin. */
export const turnOf = (deskId: string, version: string): number =>
  (createHash('sha256').update(`${deskId}/${version}`).digest().readUInt32BE(0) / 2 ** 32) * 100
