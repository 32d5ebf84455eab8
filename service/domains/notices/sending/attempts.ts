import type { Kysely } from 'kysely'
import type { NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import type { Attempt } from './attempt.ts'
import type { MadeLetter } from './make-letters.ts'
import { mayLeave } from './open-runs.ts'
import { recordSent } from './record-sent.ts'

interface AttemptParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
}

/** An attempt that came to its end. */
export type Ended = Attempt & { readonly sha256: string | null } & ({ readonly kind: 'taken'; readonly letterId: string } | { readonly kind: 'refused'; readonly reason: string })

/** Writes down that these are about to be sent; false where the run was paused, ended or taken back meanwhile. */
export async function begin({ db, townId, clock }: AttemptParts, runId: NoticeRunId, letters: readonly MadeLetter[]): Promise<boolean> {
  const now = instantFromMs(clock.nowMs())
  return db.transaction().execute(async trx => {
    // Whoever pauses the run waits for this, and after that nothing begins.
    const run = (await loadRunRows(trx, townId, { runs: [runId] }, 'share')).run(runId)
    if (!mayLeave(run, now)) return false
    const rows = letters.map(({ noticeId, attempt, sha256, post }) => ({ town_id: townId, notice_id: noticeId, attempt, run_id: runId, state: 'begun' as const, sha256, begun_at: now, registered: post?.registered ?? null }))
    await trx.insertInto('notice_letters').values(rows).onConflict(conflict => conflict.columns(['town_id', 'notice_id', 'attempt'])
      .doUpdateSet(eb => ({ begun_at: eb.ref('excluded.begun_at'), sha256: eb.ref('excluded.sha256') }))).execute()
    return true
  })
}

/** Writes down what became of attempts, there and in their notices; how many they were. */
export async function ended({ db, townId, clock }: AttemptParts, runId: NoticeRunId, outcomes: readonly Ended[]): Promise<number> {
  const now = instantFromMs(clock.nowMs())
  await db.transaction().execute(async trx => {
    await recordSent(trx, townId, now, outcomes.map(outcome => ({
      runId, noticeId: outcome.noticeId, attempt: outcome.attempt, sha256: outcome.sha256, postedDay: null,
      ...(outcome.kind === 'taken' ? { state: 'handed-over' as const, letterId: outcome.letterId, reason: null } : { state: 'failed' as const, letterId: null, reason: outcome.reason }),
    })))
    for (const outcome of outcomes) {
      const said = outcome.kind === 'taken' ? { state: 'handed-over' as const, asked_at: null, letter_id: outcome.letterId, handed_over_at: now, status: 1 } : { state: 'failed' as const, problem: outcome.reason }
      await trx.updateTable('notice_letters').set(said).where('town_id', '=', townId).where('notice_id', '=', outcome.noticeId).where('attempt', '=', outcome.attempt).where('state', '=', 'begun').execute()
    }
  })
  return outcomes.length
}

/** The print centre has been asked for it and did not have it. */
export async function noteAsked({ db, townId, clock }: AttemptParts, { noticeId, attempt }: Attempt): Promise<void> {
  await db.updateTable('notice_letters').set({ asked_at: instantFromMs(clock.nowMs()) }).where('town_id', '=', townId).where('notice_id', '=', noticeId).where('attempt', '=', attempt).execute()
}

/** Attempts of which the print centre knows nothing and that are not made any more. */
export async function forgetBegun(db: Kysely<Schema>, townId: TownId, attempts: readonly Attempt[]): Promise<void> {
  for (const { noticeId, attempt } of attempts)
    await db.deleteFrom('notice_letters').where('town_id', '=', townId).where('notice_id', '=', noticeId).where('attempt', '=', attempt).where('state', '=', 'begun').execute()
}
