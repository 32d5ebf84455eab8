import type { Transaction } from 'kysely'
import { recordKey, type Change } from '../../../../shared/command.ts'
import { holderOf } from '../../../../shared/domains/notices/same-holder.ts'
import type { MailboxConsent, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import type { ConsentId, NoticeRunId, TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'
import { provideNotice } from '../mailbox/provide.ts'
import { loadRunRows } from '../run-rows.ts'
import { finishedLetters, type Letter, type LetterParts } from '../typeset/finished-letters.ts'
import { dropFiles } from '../typeset/kept-files.ts'
import type { Attempt } from './attempt.ts'
import { openConsents } from './open-consents.ts'
import { mayLeave } from './open-runs.ts'
import { recordSent, type SentOutcome } from './record-sent.ts'

/*
 * What goes into a mailbox or is printed in the house never leaves the service: one transaction does it and writes down that it
 * was done, so that it is done once, whatever dies.
 */

export interface LeaveParts extends LetterParts {
  readonly clock: Clock
}

/** An attempt with its letter. */
type Finished = Attempt & { readonly letter: Letter }

/** Notices of a run wait from now on to be printed in the house; how many. */
export async function waitForPrinting(parts: LeaveParts, runId: NoticeRunId, attempts: readonly Attempt[]): Promise<number> {
  const letters = await finishedOf(parts, runId, attempts, 'here')
  return inRun(parts, runId, letters, async (_trx, _now, begun) => begun.map(attempt => outcomeOf(runId, attempt, 'to-print')))
}

/** Lays notices of a run into the mailboxes of those who agreed to it; how many. Whose agreement has ended since the check waits for the post. */
export async function provideAll(parts: LeaveParts, run: NoticeRun, attempts: readonly Attempt[]): Promise<number> {
  if (attempts.length === 0) return 0
  const { db, townId } = parts
  const agreed = await openConsents(db, townId, run.kindId)
  const rows = await loadRunRows(db, townId, { notices: attempts.map(({ noticeId }) => noticeId) }, false)
  const consentOf = ({ noticeId }: Attempt): ConsentId | undefined => {
    const notice = rows.notice(noticeId)
    return notice && agreed.get(holderOf(notice.content))
  }
  const letters = await finishedOf(parts, run.id, attempts.filter(consentOf), 'mailbox')
  await turnToPost(parts, run.id, attempts.filter(attempt => consentOf(attempt) === undefined))
  return inRun(parts, run.id, letters, async (trx, now, begun) => {
    const open = await lockedConsents(trx, townId, begun.flatMap(attempt => consentOf(attempt) ?? []))
    const outcomes: SentOutcome[] = []
    for (const attempt of begun) {
      const consentId = consentOf(attempt)
      if (!attempt.letter.file) outcomes.push(outcomeOf(run.id, attempt, 'provided'))
      // Withdrawn in this moment: it waits, and is turned to the post with the next ones.
      else if (consentId && open.has(consentId)) outcomes.push(await provideNotice(trx, townId, { noticeId: attempt.noticeId, attempt: attempt.attempt, consentId, now, file: attempt.letter.file }))
    }
    // The mailbox has its own from now on; the one for the print centre stays until the notice was opened.
    await dropFiles(trx, townId, outcomes.filter(({ state }) => state === 'provided').map(({ noticeId }) => noticeId), 'account')
    return outcomes
  })
}

async function turnToPost({ db, townId, clock }: LeaveParts, runId: NoticeRunId, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return
  await db.transaction().execute(async trx => {
    const rows = await loadRunRows(trx, townId, { runs: [runId], notices: attempts.map(({ noticeId }) => noticeId) }, true)
    const changes = attempts.flatMap(({ noticeId }): readonly Change[] => {
      const notice = rows.notice(noticeId)
      return notice?.sent === null && notice.checked ? [{ table: 'notices', row: { ...notice, checked: { ...notice.checked, channel: 'post' } } }] : []
    })
    if (changes.length > 0) await commitChanges(trx, { townId, actor: null, action: 'notices.turned-to-post', commandId: null, at: instantFromMs(clock.nowMs()) }, changes)
  })
}

async function finishedOf(parts: LeaveParts, runId: NoticeRunId, attempts: readonly Attempt[], channel: 'here' | 'mailbox'): Promise<readonly Finished[]> {
  const rows = await loadRunRows(parts.db, parts.townId, { runs: [runId], notices: attempts.map(({ noticeId }) => noticeId) }, false)
  const submitted = rows.run(runId)?.submitted
  if (!submitted) return []
  const letters = await finishedLetters(parts, submitted, attempts.flatMap(({ noticeId }) => rows.notice(noticeId) ?? []), channel)
  return attempts.flatMap(attempt => {
    const letter = letters.get(attempt.noticeId)
    return letter ? [{ ...attempt, letter }] : []
  })
}

type Work = (trx: Transaction<Schema>, now: Instant, letters: readonly Finished[]) => Promise<readonly SentOutcome[]>

/** Does something with those letters of a run that nobody else has in hand, where it may leave, and writes down in the same transaction what became of them; of how many. */
async function inRun({ db, townId, clock }: LeaveParts, runId: NoticeRunId, letters: readonly Finished[], work: Work): Promise<number> {
  if (letters.length === 0) return 0
  const now = instantFromMs(clock.nowMs())
  return db.transaction().execute(async trx => {
    const rows = await loadRunRows(trx, townId, { runs: [runId], notices: letters.map(({ noticeId }) => noticeId) }, true)
    if (!mayLeave(rows.run(runId), now)) return 0
    const outcomes = await work(trx, now, letters.filter(({ noticeId }) => rows.notice(noticeId)?.sent === null))
    if (outcomes.length === 0) return 0
    await trx.insertInto('notice_letters').values(outcomes.map(({ noticeId, attempt, state, sha256, reason }) => (
      { town_id: townId, notice_id: noticeId, attempt, run_id: runId, state: state === 'provided' || state === 'to-print' ? state : 'failed' as const, sha256, begun_at: now, problem: reason }))).execute()
    await recordSent(trx, townId, now, outcomes)
    return outcomes.length
  })
}

/** Those of these agreements that hold; nobody withdraws one of them before the transaction ends. */
async function lockedConsents(trx: Transaction<Schema>, townId: TownId, ids: readonly ConsentId[]): Promise<ReadonlySet<ConsentId>> {
  const refs = [...new Set(ids)].toSorted().map(id => ({ table: 'mailbox_consents', id }) as const)
  const rows = await loadRecords(trx, townId, refs, 'share')
  const consents = refs.map(ref => rows.get(recordKey(ref)) as MailboxConsent | undefined)
  return new Set(consents.flatMap(consent => (consent?.withdrawnAt === null && consent.emailFailedAt === null ? [consent.id] : [])))
}

/** A letter that could not be made has failed. */
const outcomeOf = (runId: NoticeRunId, { noticeId, attempt, letter: { file, problem } }: Finished, state: 'to-print' | 'provided'): SentOutcome =>
  ({ runId, noticeId, attempt, state: file ? state : 'failed', letterId: null, sha256: file?.sha256 ?? null, postedDay: null, reason: problem })
