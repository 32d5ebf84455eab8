import type { Kysely } from 'kysely'
import type { NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { PrintCentre } from '../print-centre/print-centre.ts'
import { loadRunRows } from '../run-rows.ts'
import type { FinishingParts } from '../typeset/finish-notice.ts'
import { nameOf, type Attempt } from './attempt.ts'
import { begin, ended, forgetBegun, noteAsked, type Ended } from './attempts.ts'
import { makeLetters, type MadeLetter } from './make-letters.ts'
import { callBack } from './call-back.ts'
import { cancelWaiting, close } from './end-runs.ts'
import type { InEveryRun } from './in-every-run.ts'
import { begunAttempts, mayLeave, openRuns, waitingAttempts } from './open-runs.ts'

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
  readonly inEveryRun: InEveryRun
  /** Null where none is set up: what goes by post waits. */
  readonly printCentre: PrintCentre | null
  readonly lettersPerCall: number
  readonly bytesPerCall: number
}

type MayGoOn = () => Promise<boolean>

/** Sends by post what may leave of all runs; how many letters came to an end. */
export async function sendRuns(parts: SendParts, mayGoOn: MayGoOn): Promise<number> {
  return parts.inEveryRun(await openRuns(parts.db, parts.townId, instantFromMs(parts.clock.nowMs())), runId => sendRun(parts, runId, mayGoOn))
}

async function sendRun(parts: SendParts, runId: NoticeRunId, mayGoOn: MayGoOn): Promise<number> {
  const { missing, count: found } = await settleBegun(parts, runId, mayGoOn)
  let [count, next] = [found, missing]
  while (await mayGoOn()) {
    const run = (await loadRunRows(parts.db, parts.townId, { runs: [runId] }, false)).run(runId)
    if (run?.cancelled && !run.handedOverAt) return count + (await endRun(parts, run, next, mayGoOn))
    if (!mayLeave(run, instantFromMs(parts.clock.nowMs()))) return count
    if (next.length === 0 && parts.printCentre) next = await waitingAttempts(parts.db, parts.townId, runId, parts.lettersPerCall, ['post'])
    if (next.length === 0) return count + (await close(parts, runId))
    count += await sendSome(parts, runId, next.slice(0, parts.lettersPerCall), mayGoOn)
    next = next.slice(parts.lettersPerCall)
  }
  return count
}

/** Asks for everything that was begun and not ended; what the print centre has not is `missing`. */
async function settleBegun(parts: SendParts, runId: NoticeRunId, mayGoOn: MayGoOn): Promise<{ readonly missing: readonly Attempt[]; readonly count: number }> {
  const { printCentre } = parts
  const missing: Attempt[] = []
  let count = 0
  if (!printCentre) return { missing, count }
  for (const attempt of await begunAttempts(parts.db, parts.townId, runId)) {
    if (!(await mayGoOn())) break
    const letterId = await printCentre.lookUp(nameOf(attempt))
    if (letterId === null) {
      await noteAsked(parts, attempt)
      missing.push(attempt)
    } else count += await ended(parts, runId, [{ ...attempt, kind: 'taken', letterId }])
  }
  return { missing, count }
}

async function sendSome(parts: SendParts, runId: NoticeRunId, attempts: readonly Attempt[], mayGoOn: MayGoOn): Promise<number> {
  const { printCentre } = parts
  if (!printCentre) return 0
  const letters = await makeLetters(parts, runId, attempts)
  let count = 0
  for (const call of callsOf(letters, parts.bytesPerCall)) {
    // Between writing down and sending nothing may be slow: the next process would ask before the letter is there.
    if (!(await mayGoOn()) || !(await begin(parts, runId, call))) return count
    count += await ended(parts, runId, await handIn(printCentre, call))
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
async function handIn(printCentre: PrintCentre, call: readonly MadeLetter[]): Promise<readonly Ended[]> {
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

/** What has not been handed over when a run is ended never leaves; what waits at the print centre is called back. */
async function endRun(parts: SendParts, { id: runId, submitted }: NoticeRun, begun: readonly Attempt[], mayGoOn: MayGoOn): Promise<number> {
  await forgetBegun(parts.db, parts.townId, begun)
  let count = await cancelWaiting(parts, runId, mayGoOn)
  if (submitted && submitted.paper.holdDays > 0) count += await callBack(parts, runId, mayGoOn)
  return (await mayGoOn()) ? count + (await close(parts, runId)) : count
}
