import type { Transaction } from 'kysely'
import { germanDay } from '../../../../shared/german-days.ts'
import type { ConsentId, NoticeId, NoticeRunId, TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { enqueue } from '../../../delivery/jobs.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'
import type { SentOutcome } from '../sending/record-sent.ts'
import { lastDayToOpen, mailboxRule } from './mailbox-rule.ts'

/** A notice that goes into a mailbox, with its file as it was approved. */
export interface ProvideOrder {
  readonly noticeId: NoticeId
  readonly consentId: ConsentId
  readonly attempt: number
  readonly now: Instant
  readonly file: { readonly sha256: string; readonly bytes: Uint8Array }
}

export const noticeEmailKey = ({ noticeId, attempt }: Pick<ProvideOrder, 'noticeId' | 'attempt'>): string => `notice-email/${noticeId}/${attempt}`

/**
 * Lays a notice into the mailbox of an agreement and has its e-mail sent, all in the caller's transaction: the same again changes
 * nothing. The outcome is the caller's to record.
 */
export async function provideNotice(trx: Transaction<Schema>, townId: TownId, { noticeId, consentId, attempt, now, file }: ProvideOrder): Promise<SentOutcome> {
  const notice = (await loadRunRows(trx, townId, { notices: [noticeId] }, false)).notice(noticeId)
  if (!notice) throw new Error('a notice is gone that is to be provided')
  await trx.insertInto('notice_provisions').values({
    town_id: townId, notice_id: noticeId, attempt, consent_id: consentId, sha256: file.sha256, bytes: file.bytes, provided_at: now, open_until: await openUntil(trx, townId, notice.runId, now),
    told_at: null, retrieved_at: null, ended_at: null,
  }).onConflict(conflict => conflict.doNothing()).execute()
  await enqueue(trx, townId, [{ kind: 'notice-email', key: noticeEmailKey({ noticeId, attempt }), payload: { noticeId, attempt }, personId: null }], now)
  return { runId: notice.runId, noticeId, attempt, state: 'provided', letterId: null, sha256: file.sha256, postedDay: null, reason: null }
}

/** By the law as it is on the day on which it was provided. */
async function openUntil(trx: Transaction<Schema>, townId: TownId, runId: NoticeRunId, now: Instant): Promise<string | null> {
  const run = (await loadRunRows(trx, townId, { runs: [runId] }, false)).run(runId)
  const kind = run && (await loadRunRows(trx, townId, { kinds: [run.kindId] }, false)).kind(run.kindId)
  const day = germanDay(now)
  return kind ? lastDayToOpen(await mailboxRule(trx, townId, kind, day), day) : null
}
