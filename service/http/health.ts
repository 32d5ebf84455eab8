import type { Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import { WIRE_VERSION } from '../../shared/wire/version.ts'
import { NOT_VERIFIED_SECONDS } from '../audit/state.ts'
import { backlog } from '../delivery/queue.ts'
import { lastTimes, secondsSince, type LastTime } from '../maintenance/maintenance.ts'
import { headOf } from '../store/feed.ts'
import type { Schema } from '../store/schema.ts'

/** What somebody should look at, although the service works. */
export type HealthProblem = 'audit-tampered' | 'audit-not-verified' | 'maintenance-failed' | 'deliveries-waiting' | 'deliveries-failed'

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
}

export interface HealthParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly startedAtMs: number
  readonly liveStreams: () => number
}

const PATIENCE_MS = 3_000

/** A mail server that is away for an hour is weather; after that somebody should know. */
const WAITING_LONG_SECONDS = 3_600

export async function healthOf(parts: HealthParts): Promise<Health> {
  const known = await withinTime(standingOf(parts))
  const upSeconds = Math.round((parts.clock.nowMs() - parts.startedAtMs) / 1000)
  const always = { wireVersion: WIRE_VERSION, upSeconds, liveStreams: parts.liveStreams() }
  if (!known) return { state: 'database-away', problems: [], ...always, position: null, deliveries: null, audit: null }
  const { position, deliveries, tasks } = known
  const audit = auditIn(tasks)
  return { state: 'ready', problems: problemsIn({ deliveries, audit, tasks, upSeconds }, parts.clock.nowMs()), ...always, position, deliveries, audit }
}

interface Standing {
  readonly position: number
  readonly deliveries: NonNullable<Health['deliveries']>
  readonly tasks: readonly LastTime[]
}

async function standingOf({ db, townId, clock }: HealthParts): Promise<Standing> {
  const [position, jobs, tasks] = await Promise.all([headOf(db, townId), backlog(db, townId), lastTimes(db, townId)])
  const oldestSeconds = jobs.oldestAt ? secondsSince(jobs.oldestAt, clock.nowMs()) : null
  return { position, deliveries: { waiting: jobs.waiting, failed: jobs.failed, oldestSeconds }, tasks }
}

function auditIn(tasks: readonly LastTime[]): Health['audit'] {
  const last = tasks.find(({ task }) => task === 'audit')
  // A whole chain that differs from a head kept elsewhere was rewritten as a whole.
  const differs = tasks.some(({ task, outcome }) => task === 'anchor' && outcome?.startsWith('tampered'))
  return last?.outcome ? { isIntact: last.outcome.startsWith('intact') && !differs, verifiedAt: last.endedAt } : null
}

function problemsIn(
  { deliveries, audit, tasks, upSeconds }: Pick<Standing, 'deliveries' | 'tasks'> & Pick<Health, 'audit' | 'upSeconds'>,
  nowMs: number,
): readonly HealthProblem[] {
  const unverifiedSeconds = audit ? secondsSince(audit.verifiedAt, nowMs) : upSeconds
  const found: Readonly<Record<HealthProblem, boolean>> = {
    'audit-tampered': audit?.isIntact === false,
    'audit-not-verified': unverifiedSeconds > NOT_VERIFIED_SECONDS,
    'maintenance-failed': tasks.some(({ outcome }) => outcome === null),
    'deliveries-waiting': (deliveries.oldestSeconds ?? 0) > WAITING_LONG_SECONDS,
    'deliveries-failed': deliveries.failed > 0,
  }
  return (Object.keys(found) as HealthProblem[]).filter(problem => found[problem])
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
