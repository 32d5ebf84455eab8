import type { Kysely } from 'kysely'
import type { NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import type { PrintCentre } from '../print-centre/print-centre.ts'
import { loadRunRows } from '../run-rows.ts'
import type { FinishingParts } from '../typeset/finish-notice.ts'
import { nameOf, type Attempt } from './attempt.ts'
import { begin, ended, forgetBegun, noteAsked, type Ended } from './attempts.ts'
import { makeLetters, type MadeLetter } from './make-letters.ts'
import { begunAttempts, mayLeave, openRuns, waitingAttempts } from './open-runs.ts'
import { recordSent } from './record-sent.ts'

/*
 * How a letter leaves, so that it leaves once:
 *   1. its attempt is written down as `begun`, and committed;
 *   2. it is handed in under a name made of its notice and the number of the attempt;
 *   3. the answer is written down: `handed-over`, or `failed`.
 * Whoever finds an attempt that was begun and not ended asks for its name first: what the print centre has is written down as
 * handed over, and only what it has not is handed in, under the same name again.
 */

export interface SendParts extends FinishingParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  readonly printCentre: PrintCentre
  readonly lettersPerCall: number
  readonly bytesPerCall: number
}

type MayGoOn = () => Promise<boolean>

/** Letters that are given up together when a run is ended. */
const CANCELLED_AT_ONCE = 100

/** Sends what may leave of all runs; how many letters came to an end. */
export async function sendRuns(parts: SendParts, mayGoOn: MayGoOn): Promise<number> {
  let count = 0
  for (const runId of await openRuns(parts.db, parts.townId, instantFromMs(parts.clock.nowMs()))) count += await sendRun(parts, runId, mayGoOn)
  return count
}

async function sendRun(parts: SendParts, runId: NoticeRunId, mayGoOn: MayGoOn): Promise<number> {
  const { missing, count: found } = await settleBegun(parts, runId, mayGoOn)
  let count = found
  let next: readonly Attempt[] = missing
  while (await mayGoOn()) {
    const state = await stateOfRun(parts, runId)
    if (state === 'cancelled') return count + (await cancelWaiting(parts, runId, next, mayGoOn))
    if (state === 'held') return count
    if (next.length === 0) next = await waitingAttempts(parts.db, parts.townId, runId, parts.lettersPerCall)
    if (next.length === 0) return count + (await close(parts, runId))
    count += await sendSome(parts, runId, next.slice(0, parts.lettersPerCall), mayGoOn)
    next = next.slice(parts.lettersPerCall)
  }
  return count
}

/** Asks for everything that was begun and not ended; what the print centre has not is `missing`. */
async function settleBegun(parts: SendParts, runId: NoticeRunId, mayGoOn: MayGoOn): Promise<{ readonly missing: readonly Attempt[]; readonly count: number }> {
  const missing: Attempt[] = []
  let count = 0
  for (const attempt of await begunAttempts(parts.db, parts.townId, runId)) {
    if (!(await mayGoOn())) break
    const letterId = await parts.printCentre.lookUp(nameOf(attempt))
    if (letterId === null) {
      await noteAsked(parts, attempt)
      missing.push(attempt)
    } else count += await ended(parts, runId, [{ ...attempt, kind: 'taken', letterId, sha256: null }])
  }
  return { missing, count }
}

async function stateOfRun({ db, townId, clock }: SendParts, runId: NoticeRunId): Promise<'leaves' | 'held' | 'cancelled'> {
  const run = (await loadRunRows(db, townId, { runs: [runId] }, false)).run(runId)
  if (run?.cancelled) return run.handedOverAt ? 'held' : 'cancelled'
  return mayLeave(run, instantFromMs(clock.nowMs())) ? 'leaves' : 'held'
}

async function sendSome(parts: SendParts, runId: NoticeRunId, attempts: readonly Attempt[], mayGoOn: MayGoOn): Promise<number> {
  const letters = await makeLetters(parts, runId, attempts)
  let count = 0
  for (const call of callsOf(letters, parts.bytesPerCall)) {
    // Between writing down and sending nothing may be slow: the next process would ask before the letter is there.
    if (!(await mayGoOn()) || !(await begin(parts, runId, call))) return count
    count += await ended(parts, runId, await handIn(parts, call))
  }
  return count
}

/** As many in a call as its size allows, at least one. */
function callsOf(letters: readonly MadeLetter[], most: number): readonly (readonly MadeLetter[])[] {
  const calls: MadeLetter[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const letter of letters) {
    const size = letter.post?.pdf.length ?? 0
    if (bytes + size > most) { calls.push([]); bytes = 0 }
    calls.at(-1)?.push(letter)
    bytes += size
  }
  return calls
}

/** What became of each letter of a call; those that could not be made are refused without being sent. */
async function handIn({ printCentre }: SendParts, call: readonly MadeLetter[]): Promise<readonly Ended[]> {
  const made = call.flatMap(letter => (letter.post ? [{ ...letter, post: letter.post }] : []))
  const answers = made.length > 0 ? await printCentre.handIn(made.map(({ post }) => post)) : []
  const taken: Ended[] = []
  for (const [index, { noticeId, attempt, sha256 }] of made.entries()) {
    const answer = answers[index]
    if (!answer) throw new Error('an answer is missing')
    // Refused as one that is there already (E324), it may have come by a call whose answer was lost.
    const letterId = answer.kind === 'refused' ? await printCentre.lookUp(nameOf({ noticeId, attempt })) : null
    taken.push({ noticeId, attempt, sha256, ...(letterId === null ? answer : { kind: 'taken' as const, letterId }) })
  }
  return [...taken, ...call.flatMap(({ noticeId, attempt, sha256, problem }) => (problem === null ? [] : [{ noticeId, attempt, sha256, kind: 'refused' as const, reason: problem }]))]
}

/** What has not been handed over when a run is ended never leaves. */
async function cancelWaiting(parts: SendParts, runId: NoticeRunId, begun: readonly Attempt[], mayGoOn: MayGoOn): Promise<number> {
  const { db, townId, clock } = parts
  await forgetBegun(db, townId, begun)
  let count = 0
  while (await mayGoOn()) {
    const waiting = await waitingAttempts(db, townId, runId, CANCELLED_AT_ONCE)
    if (waiting.length === 0) return count + (await close(parts, runId))
    await db.transaction().execute(trx => recordSent(trx, townId, instantFromMs(clock.nowMs()), waiting.map(({ noticeId, attempt }) => (
      { runId, noticeId, attempt, state: 'cancelled', letterId: null, sha256: null, postedDay: null, reason: null }))))
    count += waiting.length
  }
  return count
}

/** Nothing waits any more. */
async function close({ db, townId, clock }: SendParts, runId: NoticeRunId): Promise<number> {
  const now = instantFromMs(clock.nowMs())
  await db.transaction().execute(async trx => {
    const run = (await loadRunRows(trx, townId, { runs: [runId] }, true)).run(runId)
    // Failed ones may have been put back to wait in this moment.
    if (!run || run.handedOverAt || (await waitingAttempts(trx, townId, runId, 1)).length > 0 || (await begunAttempts(trx, townId, runId)).length > 0) return
    await commitChanges(trx, { townId, actor: null, action: 'notices.handed-over', commandId: null, at: now }, [{ table: 'notice_runs', row: { ...run, handedOverAt: now } }])
  })
  return 1
}
