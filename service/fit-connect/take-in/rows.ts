import type { Kysely, Selectable, Updateable } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import type { Announced } from '../connection/on-wire.ts'
import type { FitConnectSubmissionsTable, SubmissionState } from '../tables.ts'

export type SubmissionRow = Selectable<FitConnectSubmissionsTable>

/** Notes what was announced. A submission that is known already stays as it is, but for one that was believed gone: it begins anew. */
export async function noteAnnounced(db: Kysely<Schema>, townId: TownId, announced: readonly Announced[], now: Instant): Promise<number> {
  if (announced.length === 0) return 0
  const rows = announced.map(({ submissionId, destinationId, caseId }) => ({
    town_id: townId, submission_id: submissionId, destination_id: destinationId, case_id: caseId, state: 'announced' as const, announced_at: now, next_at: now,
  }))
  const noted = await db.insertInto('fit_connect_submissions').values(rows)
    .onConflict(conflict => conflict.columns(['town_id', 'submission_id'])
      .doUpdateSet({ state: 'announced', settled_at: null, problem: null, about: '', attempts: 0, incomplete_since: null, next_at: now })
      .where('fit_connect_submissions.state', '=', 'expired').where('fit_connect_submissions.problem', '=', 'gone'))
    .returning('submission_id').execute()
  return noted.length
}

/** What goes on now, the longest waiting first, by ids: each carries megabytes. `without`: of these destinations nothing. */
export async function dueSubmissions(db: Kysely<Schema>, townId: TownId, count: number, now: Instant, without: ReadonlySet<string>): Promise<readonly string[]> {
  const due = db.selectFrom('fit_connect_submissions').select('submission_id').where('town_id', '=', townId).where('settled_at', 'is', null).where('next_at', '<=', now)
  const rows = await (without.size === 0 ? due : due.where('destination_id', 'not in', [...without]))
    .orderBy('next_at').orderBy('submission_id').limit(count).execute()
  return rows.map(({ submission_id }) => submission_id)
}

export const submissionById = (db: Kysely<Schema>, townId: TownId, submissionId: string): Promise<SubmissionRow | undefined> =>
  db.selectFrom('fit_connect_submissions').selectAll().where('town_id', '=', townId).where('submission_id', '=', submissionId).executeTakeFirst()

/** Moves a submission on, if it still stands where the caller found it; false: somebody else moved it. */
export async function moveOn(db: Kysely<Schema>, row: SubmissionRow, to: SubmissionState, change: Updateable<FitConnectSubmissionsTable>): Promise<boolean> {
  const moved = await at(db, row).where('state', '=', row.state).set({ ...change, state: to }).returning('submission_id').executeTakeFirst()
  return moved !== undefined
}

/** Ends a submission's way, if it still stands where the caller found it; nothing of it has to be kept encrypted any more. */
export async function endWay(db: Kysely<Schema>, row: SubmissionRow, to: 'accepted' | 'rejected' | 'expired', change: Updateable<FitConnectSubmissionsTable> & { readonly settled_at: Instant }): Promise<void> {
  await db.transaction().execute(async trx => {
    const isMine = await moveOn(trx, row, to, { ...change, metadata_jwe: null, data_jwe: null })
    if (isMine) await trx.deleteFrom('fit_connect_attachments').where('town_id', '=', row.town_id).where('submission_id', '=', row.submission_id).execute()
  })
}

interface Why {
  readonly problem: string | null
  readonly about?: string
  readonly incompleteSince?: Instant
}

/** Lays a submission back, with the reason where there is one. */
export async function layBack(db: Kysely<Schema>, row: SubmissionRow, untilMs: number, { problem, about = '', incompleteSince }: Why): Promise<void> {
  const since = incompleteSince === undefined ? {} : { incomplete_since: incompleteSince }
  await at(db, row).where('state', '=', row.state).set({ next_at: instantFromMs(untilMs), attempts: row.attempts + 1, problem, about, ...since }).execute()
}

const at = (db: Kysely<Schema>, row: SubmissionRow) => db.updateTable('fit_connect_submissions').where('town_id', '=', row.town_id).where('submission_id', '=', row.submission_id)
