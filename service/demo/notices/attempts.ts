import type { Insertable, Kysely } from 'kysely'
import type { Notice } from '../../../shared/domains/notices/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { NoticeLettersTable } from '../../domains/notices/tables.ts'
import type { Schema } from '../../store/schema.ts'

type Attempt = Insertable<NoticeLettersTable>

/** Writes down how the letters of the demo went out: every attempt is at its end, so that no start of a demo sends anything or asks about it. */
export async function keepAttempts(trx: Kysely<Schema>, townId: TownId, notices: readonly Notice[]): Promise<void> {
  await trx.insertInto('notice_letters').values(notices.flatMap(notice => attemptsOf(townId, notice))).execute()
}

function attemptsOf(townId: TownId, { id, runId, sent, facts }: Notice): readonly Attempt[] {
  if (!sent) return []
  const attempt = { town_id: townId, notice_id: id, run_id: runId, asked_at: sent.changedAt, sha256: null, begun_at: sent.handedOverAt, letter_id: null, registered: null, handed_over_at: null, status: null, problem: null }
  const provided = { ...attempt, state: 'provided' as const }
  const failed = { ...attempt, state: 'failed' as const, status: 99 }
  // What was repeated had failed before, or lay in a mailbox that nobody opened.
  const earlier = Array.from({ length: sent.attempt - 1 }, (_, index) => ({ ...(facts.some(({ kind }) => kind === 'provided') ? provided : failed), attempt: index + 1 }))
  if (sent.channel === 'mailbox') return [...earlier, { ...provided, attempt: sent.attempt, handed_over_at: sent.handedOverAt }]
  if (sent.state === 'to-print') return [...earlier, { ...attempt, attempt: sent.attempt, state: 'to-print' }]
  if (sent.state === 'failed') return [...earlier, { ...failed, attempt: sent.attempt, letter_id: sent.letterId, problem: sent.reason }]
  return [...earlier, { ...attempt, state: 'dispatched', attempt: sent.attempt, letter_id: sent.letterId, handed_over_at: sent.handedOverAt, status: 4 }]
}
