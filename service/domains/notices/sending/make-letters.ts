import type { Kysely } from 'kysely'
import { returnLineOf } from '../../../../shared/domains/letters/return-line.ts'
import type { Notice, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { noticeLetter } from '../../../../shared/domains/notices/notice-letter.ts'
import { sha256Hex } from '../../../../shared/canonical.ts'
import type { NoticeId, NoticeRunId, TownId } from '../../../../shared/ids.ts'
import type { Schema } from '../../../store/schema.ts'
import type { LetterForPost } from '../print-centre/letter-for-post.ts'
import { loadRunRows } from '../run-rows.ts'
import { finishNotice, type FinishingParts } from '../typeset/finish-notice.ts'
import { inLanes } from '../typeset/in-lanes.ts'
import { nameOf, type Attempt } from './attempt.ts'

interface MakingParts extends FinishingParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
}

/** A letter as it is to be sent; where it could not be made, why. */
export type MadeLetter = Attempt & { readonly sha256: string | null } & ({ readonly post: LetterForPost; readonly problem: null } | { readonly post: null; readonly problem: string })

/** The finished letters of these notices, in their order. What differs from what was checked is read back once more. */
export async function makeLetters(parts: MakingParts, runId: NoticeRunId, attempts: readonly Attempt[]): Promise<readonly MadeLetter[]> {
  const { db, townId } = parts
  const ids = attempts.map(({ noticeId }) => noticeId)
  const rows = await loadRunRows(db, townId, { runs: [runId], notices: ids }, false)
  const run = rows.run(runId)
  if (!run?.submitted) return []
  const { paper, contentHash } = run.submitted
  const checks = await db.selectFrom('notice_checks').select(['notice_id', 'sha256']).where('town_id', '=', townId).where('content_hash', '=', contentHash).where('notice_id', 'in', ids).execute()
  const checked = new Map(checks.map(({ notice_id, sha256 }) => [notice_id, sha256]))
  const made = new Map<NoticeId, MadeLetter>()
  await inLanes(attempts, async attempt => {
    const notice = rows.notice(attempt.noticeId)
    if (notice) made.set(notice.id, await madeLetter(parts, { notice, paper, checked: checked.get(notice.id) ?? null }, attempt))
  })
  return attempts.flatMap(({ noticeId }) => made.get(noticeId) ?? [])
}

interface Order {
  readonly notice: Notice
  readonly paper: NonNullable<NoticeRun['submitted']>['paper']
  /** Of the file that was checked. */
  readonly checked: string | null
}

async function madeLetter(parts: MakingParts, order: Order, attempt: Attempt): Promise<MadeLetter> {
  const { notice: { content }, paper, checked } = order
  const set = await parts.typesetter.typeset(noticeLetter(content, paper).print)
  if (!set.ok) return { ...attempt, sha256: null, post: null, problem: 'not-typeset' }
  const sha256 = sha256Hex(set.value)
  if (sha256 === checked) return { ...attempt, sha256, post: forPost(order, attempt, set.value), problem: null }
  // Set by another version of the program than the one that checked it.
  const finished = await finishNotice(parts, content, paper, paper.isDuplex)
  const [problem] = finished.problems
  return finished.pdf && !problem ? { ...attempt, sha256: finished.sha256, post: forPost(order, attempt, finished.pdf), problem: null } : { ...attempt, sha256: null, post: null, problem: problem?.code ?? 'not-typeset' }
}

function forPost({ notice: { content: { recipient } }, paper }: Order, attempt: Attempt, pdf: Uint8Array): LetterForPost {
  const { name, addition, street, houseNumber, postalCode, place, country } = recipient
  return {
    name: nameOf(attempt), fileName: `${attempt.noticeId}-${attempt.attempt}.pdf`, pdf, lines: [name, addition, `${street} ${houseNumber}`.trim()].filter(Boolean), postalCode, place, country,
    returnLine: paper.letterhead ? returnLineOf(paper.letterhead) : '', isColor: paper.isColor, isDuplex: paper.isDuplex,
  }
}
