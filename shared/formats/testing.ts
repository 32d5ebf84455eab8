import { instantFromMs } from '../time.ts'
import { DESK_PRODUCT, type ReleaseManifest } from './release-manifest.ts'

/** The time around which the examples of releases lie. */
export const RELEASED_AT_MS = Date.UTC(2026, 10, 23, 8)
const DAY_MS = 86_400_000

/** Version 0.2.0 for every desk, made an hour ago and good for a month; its one file is a Debian package. */
export const aRelease = (part: Partial<ReleaseManifest> = {}): ReleaseManifest => ({
  product: DESK_PRODUCT, channel: 'stable', version: '0.2.0',
  madeAt: instantFromMs(RELEASED_AT_MS - 3_600_000), validUntil: instantFromMs(RELEASED_AT_MS + 30 * DAY_MS),
  notes: { de: 'Die Liste ist schneller.', en: 'The list is faster.' },
  stages: [{ from: instantFromMs(RELEASED_AT_MS - 3_600_000), percent: 100 }],
  files: [{ platform: 'linux', arch: 'x64', kind: 'deb', name: 'rathaus-desk_0.2.0_amd64.deb', bytes: 12, sha256: '0'.repeat(64) }],
  ...part,
})
