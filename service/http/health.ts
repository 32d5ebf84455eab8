import type { Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { msOf, type Clock, type Instant } from '../../shared/time.ts'
import { WIRE_VERSION } from '../../shared/wire/version.ts'
import { NOT_VERIFIED_SECONDS } from '../audit/state.ts'
import { backlog } from '../delivery/queue.ts'
import { lastTimes, secondsSince, type LastTime } from '../maintenance/maintenance.ts'
import type { House, HouseStanding } from '../operate/house.ts'
import { BACKUP_TASK, endedWell, hasFailed, isOutcome, REHEARSAL_TASK, RESTORED_TASK } from '../operate/outcomes.ts'
import { clockDifferenceMs } from '../store/clock-difference.ts'
import { headOf } from '../store/feed.ts'
import type { Schema } from '../store/schema.ts'

/** What somebody should look at, although the service works; the gravest first. */
const GRAVEST_FIRST = [
  'audit-tampered', 'certificate-expired', 'clock-differs', 'disk-full', 'backup-old', 'backup-failed', 'rehearsal-failed', 'certificate-refused', 'certificate-expiring', 'disk-nearly-full',
  'restored', 'program-replaced', 'audit-not-verified', 'maintenance-failed', 'deliveries-waiting', 'deliveries-failed',
] as const
export type HealthProblem = (typeof GRAVEST_FIRST)[number]

/** How the service is: its state for everybody, the rest for the page of whoever looks after it. No personal data, no names. */
export interface Health {
  readonly state: 'ready' | 'database-away'
  readonly problems: readonly HealthProblem[]
  readonly wireVersion: number
  readonly upSeconds: number
  /** Newest position of the feed, null while the database does not answer. */
  readonly position: number | null
  readonly liveStreams: number
  readonly deliveries: { readonly waiting: number; readonly failed: number; readonly oldestSeconds: number | null } | null
  /** The audit log's chain when it was verified last; null before the first time. */
  readonly audit: { readonly isIntact: boolean; readonly verifiedAt: Instant } | null
  /** When a backup was finished last, however many failed since; null before the first one. */
  readonly backupAt: Instant | null
  /** The machine; null where the process was not told of one. */
  readonly house: HouseStanding | null
}

export interface HealthParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly startedAtMs: number
  readonly liveStreams: () => number
  readonly house: House | null
  /** Nobody makes backups of a demo, and its clock shows what it was told. */
  readonly isDemo: boolean
}

const PATIENCE_MS = 3_000

/** A mail server that is away for an hour is weather; after that somebody should know. */
const WAITING_LONG_SECONDS = 3_600
/** Made every night; two nights without one are a fault. */
const NOT_BACKED_UP_SECONDS = 50 * 3_600
const RESTORED_TOLD_SECONDS = 14 * 86_400
/** A certificate is applied for in days, not in hours. */
const EXPIRES_SOON_SECONDS = 30 * 86_400
const DISK_LOW_BYTES = 5 * 1024 ** 3
const DISK_FULL_BYTES = 512 * 1024 ** 2
/** Beyond this signatures and sign-ins begin to fail elsewhere. */
const CLOCK_DIFFERS_MS = 60_000

export async function healthOf(parts: HealthParts): Promise<Health> {
  const known = await withinTime(standingOf(parts))
  const house = (await parts.house?.standing()) ?? null
  const nowMs = parts.clock.nowMs()
  const upSeconds = Math.round((nowMs - parts.startedAtMs) / 1000)
  const always = { wireVersion: WIRE_VERSION, upSeconds, liveStreams: parts.liveStreams(), house }
  const ofHouse = problemsOfHouse(house, nowMs)
  if (!known) return { state: 'database-away', problems: inOrder(ofHouse), ...always, position: null, deliveries: null, audit: null, backupAt: null }
  const { position, deliveries, tasks } = known
  const audit = auditIn(tasks)
  const problems = inOrder({ ...ofHouse, ...problemsIn({ ...known, audit, upSeconds }, nowMs), ...(parts.isDemo ? {} : problemsOfBackup(tasks, upSeconds, nowMs)) })
  const backupAt = endedWell(tasks, BACKUP_TASK)?.endedAt ?? null
  return { state: 'ready', problems, ...always, position, deliveries, audit, backupAt }
}

interface Standing {
  readonly position: number
  readonly deliveries: NonNullable<Health['deliveries']>
  readonly tasks: readonly LastTime[]
  readonly differenceMs: number
}

async function standingOf({ db, townId, clock, isDemo }: HealthParts): Promise<Standing> {
  const [position, jobs, tasks, differenceMs] = await Promise.all([headOf(db, townId), backlog(db, townId), lastTimes(db, townId), isDemo ? 0 : clockDifferenceMs(db, clock)])
  const oldestSeconds = jobs.oldestAt ? secondsSince(jobs.oldestAt, clock.nowMs()) : null
  return { position, deliveries: { waiting: jobs.waiting, failed: jobs.failed, oldestSeconds }, tasks, differenceMs }
}

function auditIn(tasks: readonly LastTime[]): Health['audit'] {
  const last = tasks.find(({ task }) => task === 'audit')
  // A whole chain that differs from a head kept elsewhere was rewritten as a whole.
  const differs = tasks.some(({ task, outcome }) => task === 'anchor' && outcome?.startsWith('tampered'))
  return last?.outcome ? { isIntact: last.outcome.startsWith('intact') && !differs, verifiedAt: last.endedAt } : null
}

type Found = Readonly<Partial<Record<HealthProblem, boolean>>>

const inOrder = (found: Found): readonly HealthProblem[] => GRAVEST_FIRST.filter(problem => found[problem])

function problemsIn({ deliveries, audit, tasks, upSeconds, differenceMs }: Standing & Pick<Health, 'audit' | 'upSeconds'>, nowMs: number): Found {
  const unverifiedSeconds = audit ? secondsSince(audit.verifiedAt, nowMs) : upSeconds
  return {
    'audit-tampered': audit?.isIntact === false,
    'audit-not-verified': unverifiedSeconds > NOT_VERIFIED_SECONDS,
    'clock-differs': Math.abs(differenceMs) > CLOCK_DIFFERS_MS,
    'restored': restoredIn(tasks, nowMs),
    'maintenance-failed': tasks.some(one => one.outcome === null && !isOutcome(one)),
    'deliveries-waiting': (deliveries.oldestSeconds ?? 0) > WAITING_LONG_SECONDS,
    'deliveries-failed': deliveries.failed > 0,
  }
}

/** For as long as somebody may still have to look through what was done since the backup. */
function restoredIn(tasks: readonly LastTime[], nowMs: number): boolean {
  const last = endedWell(tasks, RESTORED_TASK)
  return last !== undefined && secondsSince(last.endedAt, nowMs) < RESTORED_TOLD_SECONDS
}

/** Before the first one: since the service began. One that failed is no younger backup. */
function problemsOfBackup(tasks: readonly LastTime[], upSeconds: number, nowMs: number): Found {
  const last = endedWell(tasks, BACKUP_TASK)
  return {
    'backup-old': (last ? secondsSince(last.endedAt, nowMs) : upSeconds) > NOT_BACKED_UP_SECONDS,
    'backup-failed': hasFailed(tasks, BACKUP_TASK), 'rehearsal-failed': hasFailed(tasks, REHEARSAL_TASK),
  }
}

function problemsOfHouse(house: HouseStanding | null, nowMs: number): Found {
  if (!house) return {}
  const left = house.certificate && (msOf(house.certificate.expiresAt) - nowMs) / 1000
  const free = house.freeBytes
  return {
    'certificate-expired': left !== null && left <= 0,
    'certificate-expiring': left !== null && left > 0 && left < EXPIRES_SOON_SECONDS,
    'certificate-refused': house.certificate?.isRenewalRefused === true,
    'disk-full': free !== null && free < DISK_FULL_BYTES,
    'disk-nearly-full': free !== null && free >= DISK_FULL_BYTES && free < DISK_LOW_BYTES,
    'program-replaced': house.isProgramReplaced,
  }
}

async function withinTime<Value>(asked: Promise<Value>): Promise<Value | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(resolve, PATIENCE_MS, null)
  try {
    return await Promise.race([asked.catch(() => null), promise])
  } finally {
    clearTimeout(timer)
  }
}
