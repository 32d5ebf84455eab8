import { sql, type Kysely } from 'kysely'
import type { ApplicationId, TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

/** How a case came in by the portal of the state, and what was told to it. */
export interface CaseSubmission {
  readonly submissionId: string
  readonly caseId: string
  readonly submittedAt: Instant | null
  readonly settledAt: Instant | null
  readonly state: string
  readonly replies: readonly { readonly state: string; readonly createdAt: Instant; readonly sentAt: Instant | null }[]
}

/** A letter as it went out: by its code its genuineness is looked up. */
export interface CaseLetter {
  readonly code: string
  readonly dated: string
  readonly sha256: string
}

/** By which way a case came in and its letters went out. */
export interface CaseWays {
  readonly submission: CaseSubmission | null
  readonly letters: readonly CaseLetter[]
}

export async function waysOfCase(db: Kysely<Schema>, townId: TownId, id: ApplicationId): Promise<CaseWays> {
  const { rows: [submission] } = await sql<CaseSubmission>`
    select s.submission_id as "submissionId", s.case_id as "caseId", s.submitted_at as "submittedAt", s.settled_at as "settledAt", s.state,
      (select coalesce(json_agg(json_build_object('state', r.state, 'createdAt', r.created_at, 'sentAt', r.sent_at) order by r.created_at, r.key), '[]')
        from fit_connect_replies r where r.town_id = s.town_id and r.submission_id = s.submission_id) as replies
    from fit_connect_submissions s where s.town_id = ${townId} and s.application_id = ${id}`.execute(db)
  const { rows: letters } = await sql<CaseLetter>`select code, dated::text, sha256 from letters where town_id = ${townId} and application_id = ${id} order by dated, code`.execute(db)
  return { submission: submission ?? null, letters }
}
