import { returnLineOf } from '../../../../shared/domains/letters/return-line.ts'
import type { Notice, Paper } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import type { LetterForPost } from '../print-centre/letter-for-post.ts'
import { loadRunRows } from '../run-rows.ts'
import { finishedLetters, type LetterParts } from '../typeset/finished-letters.ts'
import { nameOf, type Attempt } from './attempt.ts'

/** A letter as it is to be sent; where it could not be made, why. */
export type MadeLetter = Attempt & { readonly sha256: string | null } & ({ readonly post: LetterForPost; readonly problem: null } | { readonly post: null; readonly problem: string })

/** The finished letters of these notices for the print centre, in their order. */
export async function makeLetters(parts: LetterParts, runId: NoticeRunId, attempts: readonly Attempt[]): Promise<readonly MadeLetter[]> {
  const rows = await loadRunRows(parts.db, parts.townId, { runs: [runId], notices: attempts.map(({ noticeId }) => noticeId) }, false)
  const submitted = rows.run(runId)?.submitted
  if (!submitted) return []
  const letters = await finishedLetters(parts, submitted, attempts.flatMap(({ noticeId }) => rows.notice(noticeId) ?? []), 'post')
  return attempts.flatMap((attempt): MadeLetter[] => {
    const [notice, letter] = [rows.notice(attempt.noticeId), letters.get(attempt.noticeId)]
    if (!notice || !letter) return []
    if (!letter.file) return [{ ...attempt, sha256: null, post: null, problem: letter.problem }]
    return [{ ...attempt, sha256: letter.file.sha256, post: forPost(notice, submitted.paper, attempt, letter.file.bytes), problem: null }]
  })
}

function forPost({ content: { recipient }, way }: Notice, paper: Paper, attempt: Attempt, pdf: Uint8Array): LetterForPost {
  const { name, addition, street, houseNumber, postalCode, place, country } = recipient
  return {
    name: nameOf(attempt), fileName: `${attempt.noticeId}-${attempt.attempt}.pdf`, pdf, lines: [name, addition, `${street} ${houseNumber}`.trim()].filter(Boolean), postalCode, place, country,
    returnLine: paper.letterhead ? returnLineOf(paper.letterhead) : '', isColor: paper.isColor, isDuplex: paper.isDuplex, registered: way.registered, holdDays: paper.holdDays,
  }
}
