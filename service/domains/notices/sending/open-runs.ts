import { sql, type Kysely } from 'kysely'
import { CHANNELS, type Channel } from '../../../../shared/domains/notices/channels.ts'
import type { NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { Attempt, WaitingAttempt } from './attempt.ts'

/** While a run is held, the print centre is asked so seldom for a letter that it did not have. */
const ASK_AGAIN_MS = 60_000

/** Runs in which something is to be done: letters to leave, the end of a run to be written, or an attempt of which nobody knows what became. */
export async function openRuns(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<readonly NoticeRunId[]> {
  const askedBefore = instantFromMs(msOf(now) - ASK_AGAIN_MS)
  const { rows } = await sql<{ readonly id: NoticeRunId }>`
    select id from notice_runs r where town_id = ${townId} and handed_over_at is null and (
      jsonb_typeof(cancelled) = 'object'
      or (jsonb_typeof(released) = 'object' and released ->> 'outAt' <= ${now} and jsonb_typeof(paused) is distinct from 'object')
      or exists (select from notice_letters l where l.town_id = r.town_id and l.run_id = r.id and l.state = 'begun' and coalesce(l.asked_at, '-infinity') <= ${askedBefore}::timestamptz))
    order by released ->> 'at' nulls first, id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Notices that wait to be printed in the house, each with its attempt. */
export async function unprintedAttempts(db: Kysely<Schema>, townId: TownId, runId: NoticeRunId, count: number): Promise<readonly Attempt[]> {
  const { rows } = await sql<Attempt>`
    select id as "noticeId", (sent ->> 'attempt')::int as attempt from notices
    where town_id = ${townId} and run_id = ${runId} and jsonb_typeof(sent) = 'object' and sent ->> 'state' = 'to-print' order by number limit ${count}`.execute(db)
  return rows
}

/** Whether letters of it may leave now. */
export const mayLeave = (run: NoticeRun | undefined, now: Instant): run is NoticeRun & { readonly released: NonNullable<NoticeRun['released']>; readonly submitted: NonNullable<NoticeRun['submitted']> } =>
  Boolean(run?.released && run.submitted && run.released.outAt <= now && !run.paused && !run.cancelled && !run.handedOverAt)

/** An attempt that was begun, with the hash of its file. */
interface BegunAttempt extends Attempt {
  readonly sha256: string | null
}

/** Attempts that were begun and not ended. */
export async function begunAttempts(db: Kysely<Schema>, townId: TownId, runId: NoticeRunId): Promise<readonly BegunAttempt[]> {
  return db.selectFrom('notice_letters').select(['notice_id as noticeId', 'attempt', 'sha256']).where('town_id', '=', townId).where('run_id', '=', runId).where('state', '=', 'begun').orderBy('notice_id').execute()
}

/** The next notices that wait, in their order, each with the number that its next attempt has; none that was begun, and only what may go one of these ways. */
export async function waitingAttempts(db: Kysely<Schema>, townId: TownId, runId: NoticeRunId, count: number, channels: readonly Channel[] = CHANNELS): Promise<readonly WaitingAttempt[]> {
  const { rows } = await sql<WaitingAttempt>`
    select n.id as "noticeId", coalesce(n.checked ->> 'channel', 'post') as channel,
      coalesce((select max(l.attempt) from notice_letters l where l.town_id = n.town_id and l.notice_id = n.id), 0) + 1 as attempt
    from notices n where n.town_id = ${townId} and n.run_id = ${runId} and jsonb_typeof(n.left_out) is distinct from 'object' and jsonb_typeof(n.sent) is distinct from 'object'
      and coalesce(n.checked ->> 'channel', 'post') = any(${channels}::text[])
      and not exists (select from notice_letters l where l.town_id = n.town_id and l.notice_id = n.id and l.state = 'begun')
    order by n.number limit ${count}`.execute(db)
  return rows
}
