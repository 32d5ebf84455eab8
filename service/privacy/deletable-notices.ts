import { sql, type Kysely } from 'kysely'
import type { NoticeFact } from '../../shared/domains/notices/clock/facts.ts'
import { hasOpenObjection, noticesDeletableFrom } from '../../shared/domains/notices/retention.ts'
import type { KindId } from '../../shared/domains/notices/tables.ts'
import { germanDay } from '../../shared/german-days.ts'
import type { NoticeRunId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeletionPreview } from '../../shared/wire/privacy.ts'
import type { Schema } from '../store/schema.ts'

/** A run whose notices have been kept as long as its kind says. */
export interface DueRun {
  readonly id: NoticeRunId
  readonly title: string
  readonly kindId: KindId
  readonly kindTitle: string
  readonly years: number
  readonly createdAt: Instant
  readonly from: string
}

interface DueRuns {
  /** Oldest first. */
  readonly deletable: readonly DueRun[]
  /** Kept because an objection has no end yet. */
  readonly withObjections: DeletionPreview['withObjections']
}

/** Runs of notices that may be deleted now, or that would be but for objections. What still has to go out is not among them. */
export async function dueRuns(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<DueRuns> {
  const { rows } = await sql<Omit<DueRun, 'from'>>`
    select r.id, r.title, k.id as "kindId", k.title as "kindTitle", k.retention_years as years, r.created_at as "createdAt"
    from notice_runs r join notice_kinds k on k.town_id = r.town_id and k.id = r.kind_id
    where r.town_id = ${townId}
      and (jsonb_typeof(r.released) is distinct from 'object' or r.handed_over_at is not null or jsonb_typeof(r.cancelled) = 'object')
    order by r.created_at, r.id`.execute(db)
  const due = rows.map(row => ({ ...row, from: noticesDeletableFrom(row.createdAt, row.years) })).filter(({ from }) => from <= germanDay(now))
  const objections = await openObjections(db, townId, due)
  return {
    deletable: due.filter(({ id }) => !objections.has(id)),
    withObjections: due.flatMap(({ id, title }) => { const count = objections.get(id); return count ? [{ runId: id, title, count }] : [] }),
  }
}

/** How many notices of each run have an open one; none where there is none. */
async function openObjections(db: Kysely<Schema>, townId: TownId, runs: readonly DueRun[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  if (runs.length === 0) return counts
  const { rows } = await sql<{ readonly run_id: string; readonly facts: readonly NoticeFact[] }>`
    select run_id, facts from notices where town_id = ${townId} and run_id = any(${runs.map(({ id }) => id)}::text[]) and facts @> '[{"kind": "objected"}]'`.execute(db)
  for (const { run_id, facts } of rows) if (hasOpenObjection(facts)) counts.set(run_id, (counts.get(run_id) ?? 0) + 1)
  return counts
}
