import { sql, type Transaction } from 'kysely'
import type { PersonId, TownId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

export const JOB_KINDS = ['email', 'letter', 'appointment-email', 'hall-email', 'conversation-email', 'subscription-email', 'subscription-push', 'warning-email', 'alert-reminder', 'signature', 'consent-email', 'notice-email', 'portal-status', 'portal-message', 'audit-anchor'] as const
export type JobKind = (typeof JOB_KINDS)[number]

/** Something to be done outside, written in the transaction that causes it. */
export interface NewJob {
  readonly kind: JobKind
  /** Names the delivery outside too (for e-mail its Message-ID): never delivered under two keys. */
  readonly key: string
  /** Ids only, and what a letter was approved to say; names and addresses are looked up when the job is delivered. */
  readonly payload: JsonObject
  readonly personId: PersonId | null
  /** Higher goes first; 0 when left out. */
  readonly priority?: number
}

/** Announced on this channel as soon as the transaction is committed. */
export const JOBS_CHANNEL = 'jobs'

/** Puts jobs into the queue of a town; a key that is there already is left as it is. */
export async function enqueue(trx: Transaction<Schema>, townId: TownId, jobs: readonly NewJob[], now: Instant): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(job => ({
    town_id: townId,
    key: job.key,
    kind: job.kind,
    priority: job.priority ?? 0,
    next_at: now,
    created_at: now,
    person_id: job.personId,
    payload: JSON.stringify(job.payload),
  }))
  await trx.insertInto('jobs').values(rows).onConflict(conflict => conflict.doNothing()).execute()
  await sql`select pg_notify(${JOBS_CHANNEL}, ${townId})`.execute(trx)
}
