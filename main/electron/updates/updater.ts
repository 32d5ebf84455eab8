import { compareVersions, RELEASE_FILE, type InstallerFile, type ReleaseManifest } from '../../../shared/formats/release-manifest.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { ShellLog } from '../log.ts'
import { chooseInstaller, type Standpoint } from './choose.ts'
import { download, fetchRelease, isWhole } from './download.ts'
import type { Installer } from './install.ts'
import type { UpdateFolder } from './memory.ts'
import { openRelease, problem, type ReleaseProblem } from './signed-release.ts'

/*
 *   none ─a release for this desk─▶ (download, hash) ─▶ ready ─three tries in vain─▶ stuck
 *     │                                                   └──withdrawn, or not this desk's turn any more──▶ none
 *     └──────────────where the administration installs──▶ announced
 *
 * 1. Nothing is installed here: the updater only ever says that something lies ready, and hands it out once more checked.
 * 2. Whatever cannot be reached or is wrong leaves what lies ready as it is; only a good signature takes it away.
 */

export type UpdateStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'ready' | 'announced' | 'stuck'; readonly version: string; readonly notes: ReleaseManifest['notes'] }

export interface UpdaterParts {
  /** The folder of the channel on the town's server, without a slash at the end. */
  readonly url: string
  /** Raw Ed25519 keys in base64url; any of them may have signed. */
  readonly keys: readonly string[]
  /** Who installs: the person at the desk, or the administration by its own means. */
  readonly install: 'person' | 'administration'
  readonly here: Omit<Standpoint, 'newestSeen' | 'deskId' | 'nowMs'>
  readonly folder: UpdateFolder
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly onStanding: (standing: UpdateStanding) => void
  readonly log: ShellLog
}

export interface Updater {
  readonly standing: UpdateStanding
  /** Looks at the server, once at a time. Never rejects. */
  look(): Promise<void>
  /** The installer that lies ready, checked again to the last byte; counts as a try. */
  take(): Promise<Result<Installer, ReleaseProblem>>
  close(): void
}

/** Whoever failed so often needs the administration, not another try. */
const MOST_TRIES = 3

export function createUpdater(parts: UpdaterParts): Updater {
  const { folder, keys, log } = parts
  const end = new AbortController()
  const reach = { fetch: parts.fetch, end: end.signal }
  let standing: UpdateStanding = { kind: 'none' }
  let looking: Promise<void> | undefined

  const stand = (next: UpdateStanding): void => {
    const isSame = JSON.stringify(next) === JSON.stringify(standing)
    standing = next
    if (!isSame && !end.signal.aborted) parts.onStanding(next)
  }
  const forget = (): void => {
    folder.remember({ release: null, tries: 0 })
    folder.keepOnly([])
    stand({ kind: 'none' })
  }
  const refused = (error: ReleaseProblem): void => log('updates.refused', { problem: error })

  const fetchInstaller = async (text: string, { version, notes }: ReleaseManifest, file: InstallerFile): Promise<void> => {
    if (parts.install === 'administration') return stand({ kind: 'announced', version, notes })
    folder.keepOnly([file.name, `${file.name}.part`])
    const fetched = await download(`${parts.url}/${file.name}`, file, folder.pathOf(file.name), reach)
    if (!fetched.ok) {
      // The one from before has just made room.
      stand({ kind: 'none' })
      return refused(fetched.error)
    }
    const isKnown = folder.memory.release === text
    folder.remember({ release: text, tries: isKnown ? folder.memory.tries : 0 })
    stand({ kind: folder.memory.tries >= MOST_TRIES ? 'stuck' : 'ready', version, notes })
  }

  const look = async (): Promise<void> => {
    const text = await fetchRelease(`${parts.url}/${RELEASE_FILE}`, reach)
    const release = text.ok ? openRelease(text.value, keys) : text
    if (!text.ok || !release.ok) return refused(release.ok ? 'unreachable' : release.error)
    const file = chosen(parts, release.value)
    if (!file.ok) return refused(file.error)
    if (compareVersions(release.value.version, folder.memory.newestSeen) > 0) folder.remember({ newestSeen: release.value.version })
    return file.value ? fetchInstaller(text.value, release.value, file.value) : forget()
  }

  return {
    get standing() {
      return standing
    },
    look: () => {
      looking ??= look().catch(() => log('updates.failed')).finally(() => { looking = undefined })
      return looking
    },
    take: () => takeReady(parts),
    close: () => end.abort(),
  }
}

const chosen = ({ here, folder, clock }: UpdaterParts, release: ReleaseManifest): Result<InstallerFile | null, ReleaseProblem> =>
  chooseInstaller(release, { ...here, ...folder.memory, nowMs: clock.nowMs() })

/** Trusts nothing that lies on the disk: the list is opened by its signature again, and the file read to its last byte. */
async function takeReady(parts: UpdaterParts): Promise<Result<Installer, ReleaseProblem>> {
  const { folder, keys } = parts
  const { release: text, tries } = folder.memory
  const release = text === null ? problem('no-installer') : openRelease(text, keys)
  if (!release.ok) return release
  const file = chosen(parts, release.value)
  if (!file.ok) return file
  if (!file.value) return problem('no-installer')
  const path = folder.pathOf(file.value.name)
  if (!(await isWhole(path, file.value))) return problem('damaged')
  folder.remember({ tries: tries + 1 })
  return ok({ path, sha256: file.value.sha256 })
}
