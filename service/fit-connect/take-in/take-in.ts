import { msOf } from '../../../shared/time.ts'
import { factsOfError } from '../../log.ts'
import { FitConnectFailed } from '../connection/failed.ts'
import { noteRefusal } from '../refusals.ts'
import { collect } from './collect.ts'
import { register } from './register.ts'
import { settle } from './settle.ts'
import { dueSubmissions, layBack, noteAnnounced, submissionById, type SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** So many submissions are moved on before it is asked again whether to go on. */
const AT_ONCE = 20

/** Notes everything that waits at a destination. What is announced for another one is none of ours. */
export async function announce(parts: TakeInParts, destinationId: string): Promise<number> {
  const { database: { db }, townId, service, log, now } = parts
  const waiting = await service.waiting(destinationId)
  const foreign = waiting.filter(submission => submission.destinationId !== destinationId)
  for (const { destinationId: other } of foreign) {
    log.warn('fit-connect.foreign-destination', { id: other })
    await noteRefusal(db, townId, 'unknown-destination', other, now())
  }
  return noteAnnounced(db, townId, waiting.filter(submission => submission.destinationId === destinationId), now())
}

interface Round {
  readonly backoffMs: (attempts: number) => number
  readonly mayGoOn: () => boolean
  /** The destinations that did not answer just now, or are another town's: nothing of theirs is judged. */
  readonly resting: ReadonlySet<string>
}

/** Moves every submission that is due on as far as it goes now; how many that were. */
export async function takeInDue(parts: TakeInParts, { backoffMs, mayGoOn, resting }: Round): Promise<number> {
  let moved = 0
  while (mayGoOn()) {
    const due = await dueSubmissions(parts.database.db, parts.townId, AT_ONCE, parts.now(), resting)
    if (due.length === 0) return moved
    for (const id of due) {
      if (!mayGoOn()) return moved
      const row = await submissionById(parts.database.db, parts.townId, id)
      if (row) await allTheWay(parts, row, backoffMs)
      moved += 1
    }
  }
  return moved
}

/** One failing keeps no other back; it is tried again later each time. */
async function allTheWay(parts: TakeInParts, first: SubmissionRow, backoffMs: (attempts: number) => number): Promise<void> {
  let row: SubmissionRow | undefined = first
  try {
    while (row && row.settled_at === null && row.next_at <= parts.now()) {
      await step(parts, row)
      const next: SubmissionRow | undefined = await submissionById(parts.database.db, parts.townId, row.submission_id)
      if (next?.state === row.state) return
      row = next
    }
  } catch (error) {
    const failed = row ?? first
    const waitMs = Math.max(backoffMs(failed.attempts + 1), error instanceof FitConnectFailed ? error.retryAfterMs : 0)
    parts.log.warn('fit-connect.step-failed', { ...factsOfError(error), id: failed.submission_id, kind: failed.state, attempt: failed.attempts + 1, retryAfterMs: waitMs, ...(error instanceof FitConnectFailed ? { status: error.status } : {}) })
    await layBack(parts.database.db, failed, msOf(parts.now()) + waitMs, { problem: error instanceof FitConnectFailed ? 'unreachable' : 'failed' })
  }
}

/** What is to be done with a submission that has come so far; nothing with one that is settled. */
const STEPS: Readonly<Partial<Record<SubmissionRow['state'], (parts: TakeInParts, row: SubmissionRow) => Promise<void>>>> = {
  announced: collect, collected: register, registered: settle, rejecting: settle,
}

function step(parts: TakeInParts, row: SubmissionRow): Promise<void> {
  const next = STEPS[row.state]
  if (!next) throw new Error(`nothing is to be done with a submission that is ${row.state}`)
  return next(parts, row)
}
