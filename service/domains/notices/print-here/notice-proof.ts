import { proofSheet } from '../../../../shared/domains/notices/ledger-proof.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { NoticeProofFile, NoticeProofQuery } from '../../../../shared/wire/notice-papers.ts'
import type { Access } from '../../../store/access.ts'
import { loadRunRows } from '../run-rows.ts'
import { nameOf } from '../sending/attempt.ts'
import type { PrintFileParts } from './print-file.ts'

/** All that is known about how a notice reached its recipient, as a sheet for the file. */
export async function noticeProof({ database: { db }, clock, typesetter }: PrintFileParts, { actor: { townId, name }, scopes }: Access, { noticeId }: NoticeProofQuery): Promise<Result<NoticeProofFile>> {
  const notice = (await loadRunRows(db, townId, { notices: [noticeId] }, false)).notice(noticeId)
  if (!notice || !scopes.has(notice.scope)) return refuse('commands/record-missing', { table: 'notices' })
  const run = (await loadRunRows(db, townId, { runs: [notice.runId] }, false)).run(notice.runId)
  if (!run) return refuse('commands/record-missing', { table: 'notice_runs' })
  if (!typesetter) return refuse('letters/no-typesetter')
  const kind = (await loadRunRows(db, townId, { kinds: [run.kindId] }, false)).kind(run.kindId)
  const made = await db.selectFrom('notice_letters').select(['attempt', 'begun_at', 'handed_over_at', 'letter_id', 'problem']).where('town_id', '=', townId).where('notice_id', '=', noticeId).orderBy('attempt').execute()
  const attempts = made.map(({ attempt, begun_at, handed_over_at, letter_id, problem }) => ({ attempt, name: nameOf({ noticeId, attempt }), begunAt: begun_at, handedOverAt: handed_over_at, letterId: letter_id, problem }))
  const set = await typesetter.typeset(proofSheet({
    notice, run, kindTitle: kind?.title ?? '', letterhead: run.submitted?.paper.letterhead ?? null, attempts, madeAt: instantFromMs(clock.nowMs()), madeBy: name,
  }))
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64') }) : set
}
