import { derivedUuid } from '../../../shared/ids.ts'
import { reasonOf } from '../problems.ts'
import type { Problem } from '../connection/on-wire.ts'
import { moveOn, type SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** One event of each kind for a submission: a repetition has the same id. */
export const eventIdOf = ({ town_id, submission_id }: Pick<SubmissionRow, 'town_id' | 'submission_id'>, kind: 'accept' | 'reject'): string => derivedUuid(`fit-connect/${town_id}/${submission_id}`, kind)

/** Decides for good that a submission goes back, for a technical reason; the portal is told in a step of its own. */
export async function beginRejecting({ database: { db }, log, now }: TakeInParts, row: SubmissionRow, problems: readonly Problem[]): Promise<void> {
  const [first] = problems
  if (!first) throw new Error('a submission is sent back for a reason only')
  const moved = await moveOn(db, row, 'rejecting', { event_id: eventIdOf(row, 'reject'), event_at: now(), rejected_for: JSON.stringify(problems), problem: reasonOf(first), about: first.instance, attempts: 0, next_at: now() })
  if (moved) log.warn('fit-connect.rejecting', { id: row.submission_id, reason: reasonOf(first) })
}
