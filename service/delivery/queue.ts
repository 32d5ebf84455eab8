import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'
import type { JobKind } from './jobs.ts'

/** A job as a worker holds it. */
export interface Job {
  readonly townId: TownId
  readonly key: string
  readonly kind: JobKind
  readonly payload: JsonObject
  /** How often it was taken, this time included. */
  readonly attempts: number
}

/** How long a worker may take before another one tries: longer than any delivery, short enough after a crash. */
const LEASE_MS = 60_000

/**
 * Takes up to `count` due jobs of a town for a while; another town's go out under that town's name, by its own service. Other workers skip them; if this one dies they become due
 * again when the lease ends, with the same key.
 */
export async function takeDue(
  db: Kysely<Schema>, townId: TownId, kinds: readonly JobKind[], count: number, nowMs: number,
): Promise<readonly Job[]> {
  if (kinds.length === 0) return []
  const now = instantFromMs(nowMs)
  const { rows } = await sql<Job>`
    with due as materialized (
      select town_id, key from jobs
      where town_id = ${townId} and state = 'waiting' and next_at <= ${now} and kind in (${sql.join(kinds)})
      order by priority desc, next_at
      limit ${count}
      for update skip locked
    )
    update jobs set attempts = attempts + 1, next_at = ${instantFromMs(nowMs + LEASE_MS)}
    from due where jobs.town_id = due.town_id and jobs.key = due.key
    returning jobs.town_id as "townId", jobs.key, jobs.kind, jobs.payload, jobs.attempts
  `.execute(db)
  return rows
}

/** Ends a job for good and takes out of it what could point to a person. */
export async function settle(db: Kysely<Schema>, job: Job, state: 'done' | 'failed', now: Instant): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ state, settled_at: now, person_id: null, payload: '{}' })
    .where('town_id', '=', job.townId)
    .where('key', '=', job.key)
    .where('state', '=', 'waiting')
    .execute()
}

/** Lays a job back until the given time. */
export async function postpone(db: Kysely<Schema>, job: Job, until: Instant): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ next_at: until })
    .where('town_id', '=', job.townId)
    .where('key', '=', job.key)
    .where('state', '=', 'waiting')
    .execute()
}

export interface Backlog {
  readonly waiting: number
  /** Given up for good; kept until they are pruned, so that somebody sees them. */
  readonly failed: number
  readonly oldestAt: Instant | null
}

/** How many jobs of a town are waiting, since when the oldest has been, and how many were given up: for metrics and health. */
export async function backlog(db: Kysely<Schema>, townId: TownId): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed,
      min(created_at) filter (where state = 'waiting') as "oldestAt"
    from jobs where town_id = ${townId} and state <> 'done'`.execute(db)
  return rows[0] ?? { waiting: 0, failed: 0, oldestAt: null }
}
