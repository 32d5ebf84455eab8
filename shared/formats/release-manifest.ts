import * as z from 'zod'
import { Instant, msOf } from '../time.ts'

/** The program that a release is of; a list made for another one is refused. */
export const DESK_PRODUCT = 'de.rathausdesk.desk'

/** `early` is for the few computers that try a version before everybody gets it. */
export const RELEASE_CHANNELS = ['stable', 'early'] as const
export const ReleaseChannel = z.enum(RELEASE_CHANNELS)
export type ReleaseChannel = z.infer<typeof ReleaseChannel>

/** `1.20.3`; nothing behind it, so that two versions always have an order. */
export const ReleaseVersion = z.string().regex(/^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/)

/** What an installer is for. */
export const INSTALLER_KINDS = ['nsis', 'msi', 'deb', 'AppImage', 'dmg'] as const
const InstallerFile = z.strictObject({
  platform: z.enum(['win32', 'linux', 'darwin']),
  arch: z.enum(['x64', 'arm64']),
  kind: z.enum(INSTALLER_KINDS),
  /** A name in the same folder, never a path. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/),
  bytes: z.int().min(1).max(2 * 1024 ** 3),
  /** SHA-256 in lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type InstallerFile = Readonly<z.infer<typeof InstallerFile>>

const Stage = z.strictObject({
  from: Instant,
  /** Of all desks, 0 to 100. */
  percent: z.number().min(0).max(100),
})

const Notes = z.string().min(1).max(4_000)

/** What a release consists of; the signed text of `release.jws` is this as JSON. Strict, as it is made. */
export const ReleaseManifest = z.strictObject({
  product: z.literal(DESK_PRODUCT),
  channel: ReleaseChannel,
  version: ReleaseVersion,
  madeAt: Instant,
  /** From then on the list counts for nothing: somebody may be holding a newer one back. */
  validUntil: Instant,
  /** What is new, in plain sentences for the people at the desk. */
  notes: z.strictObject({ de: Notes, en: Notes }),
  /** Which share of the desks may have it from when on; the last that has begun counts. */
  stages: z.array(Stage).min(1).max(20),
  files: z.array(InstallerFile).min(1).max(40),
})
export type ReleaseManifest = Readonly<z.infer<typeof ReleaseManifest>>

/**
 * The same, as a desk reads it: whatever later versions add is passed over, entries as well as kinds of installers, because
 * a list that older desks could not read would keep them from the very version that can. The signature vouches for the rest.
 */
export const ReadableManifest = z.object({
  ...ReleaseManifest.shape,
  notes: z.object(ReleaseManifest.shape.notes.shape),
  stages: z.array(z.object(Stage.shape)).min(1),
  files: z.array(z.unknown()).transform(files => files.flatMap(file => {
    const known = z.object(InstallerFile.shape).safeParse(file)
    return known.success ? [known.data] : []
  })),
})

/** The file beside the installers that a desk asks for first. */
export const RELEASE_FILE = 'release.jws'
/** No list is larger; a longer answer is not read to its end. */
export const LARGEST_MANIFEST_BYTES = 256 * 1024
/** Says what was signed, so that no other signature of the same key passes for one. */
export const RELEASE_TYPE = 'rathaus-release'

/** Below zero where the first is the older one. Both as in `ReleaseVersion`. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map(version => version.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (first?.[place] ?? 0) - (second?.[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The share of desks that may have the release at this moment, 0 to 100. */
export function shareAt({ stages }: Pick<ReleaseManifest, 'stages'>, nowMs: number): number {
  const begun = stages.filter(({ from }) => msOf(from) <= nowMs).toSorted((one, other) => msOf(one.from) - msOf(other.from))
  return begun.at(-1)?.percent ?? 0
}
