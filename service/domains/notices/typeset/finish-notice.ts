import { createHash } from 'node:crypto'
import type { NoticeContent } from '../../../../shared/domains/notices/content.ts'
import { expectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import { zonesOn } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import { noticeLetter } from '../../../../shared/domains/notices/notice-letter.ts'
import type { LetterProblem, Paper } from '../../../../shared/domains/notices/tables.ts'
import type { Typesetter } from '../../letters/typesetter.ts'
import type { Preflighter } from '../preflight/preflighter.ts'
import { problem } from '../preflight/problem.ts'

export interface FinishingParts {
  readonly typesetter: Typesetter
  readonly preflighter: Preflighter
}

/** A notice as it is handed over to a print centre, read back. */
export interface FinishedNotice {
  /** Null where it could not be set at all. */
  readonly pdf: Uint8Array | null
  /** Of the file, as hex; empty without one. */
  readonly sha256: string
  /** Of the letter and its day, the same for both of its files. */
  readonly hash: string
  readonly pages: number
  readonly problems: readonly LetterProblem[]
}

/** Sets a notice for the print centre and reads it back; the same notice on the same paper always gives the same bytes. Rejects when a process died: it may be tried again. */
export async function finishNotice({ typesetter, preflighter }: FinishingParts, content: NoticeContent, paper: Paper, isDuplex: boolean): Promise<FinishedNotice> {
  const { print, hash, letter } = noticeLetter(content, paper)
  const open = letter.open.map(variable => problem('value-missing', 1, variable))
  const set = await typesetter.typeset(print)
  // The letter of one person must not stop those of all others.
  if (!set.ok) return { pdf: null, sha256: '', hash, pages: 1, problems: [...open, problem('not-typeset', 1, '')] }
  const { pages, problems } = await preflighter.read(set.value, expectedLetter(content, paper, isDuplex), zonesOn(paper.dated))
  return { pdf: set.value, sha256: createHash('sha256').update(set.value).digest('hex'), hash, pages, problems: [...open, ...problems] }
}
