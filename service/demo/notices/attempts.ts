import type { Kysely } from 'kysely'
import type { Notice } from '../../../shared/domains/notices/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'

/** Writes down how the letters of the demo went out: every attempt is at its end, so that no start of a demo sends anything or asks about it. */
export async function keepAttempts(trx: Kysely<Schema>, townId: TownId, notices: readonly Notice[]): Promise<void> {
  await trx.insertInto('notice_letters').values(notices.flatMap(({ id, runId, sent }) => {
    if (!sent) return []
    const attempts = { town_id: townId, notice_id: id, run_id: runId, asked_at: sent.changedAt, sha256: null, begun_at: sent.handedOverAt }
    const last = sent.state === 'failed'
      ? { ...attempts, attempt: sent.attempt, state: 'failed' as const, letter_id: sent.letterId, handed_over_at: null, status: 99, problem: sent.reason }
      : { ...attempts, attempt: sent.attempt, state: 'dispatched' as const, letter_id: sent.letterId, handed_over_at: sent.handedOverAt, status: 4, problem: null }
    // What was repeated had failed before.
    const earlier = Array.from({ length: sent.attempt - 1 }, (_, index) => ({ ...last, attempt: index + 1, state: 'failed' as const, letter_id: null, handed_over_at: null, status: 99, problem: null }))
    return [...earlier, last]
  })).execute()
}
