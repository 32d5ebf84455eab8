import { sha256Hex } from '../../../../shared/canonical.ts'
import type { Channel } from '../../../../shared/domains/notices/channels.ts'
import type { NoticeContent } from '../../../../shared/domains/notices/content.ts'
import { expectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import { zonesOn } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import { noticeLetter } from '../../../../shared/domains/notices/notice-letter.ts'
import type { LetterProblem, Paper } from '../../../../shared/domains/notices/tables.ts'
import type { SheetDocument } from '../../../../shared/domains/letters/sheet.ts'
import type { Typesetter } from '../../letters/typesetter.ts'
import type { Preflighter } from '../preflight/preflighter.ts'
import { problem } from '../preflight/problem.ts'

export interface FinishingParts {
  readonly typesetter: Typesetter
  readonly preflighter: Preflighter
}

/** A file as it was read back. */
export interface FinishedFile {
  readonly bytes: Uint8Array
  /** As hex. */
  readonly sha256: string
}

/** A notice as it is handed over, read back. */
export interface FinishedNotice {
  /** Null where it could not be set. */
  readonly print: FinishedFile | null
  /** For a mailbox; null where it does not go there, too. */
  readonly account: FinishedFile | null
  /** Of the letter and its day, the same for both of its files. */
  readonly hash: string
  readonly pages: number
  /** Everything that was found; `problemsFor` says what of it matters for a way. */
  readonly problems: readonly LetterProblem[]
}

/**
 * Sets a notice and reads it back; the same notice on the same paper always gives the same bytes. One for a mailbox is set for the
 * print centre as well: it may still have to go by post. Rejects when a process died: it may be tried again.
 */
export async function finishNotice(parts: FinishingParts, content: NoticeContent, paper: Paper, channel: Channel): Promise<FinishedNotice> {
  const { print, account, hash, letter } = noticeLetter(content, paper)
  const open = letter.open.map(variable => problem('value-missing', 1, variable))
  const expected = expectedLetter(content, paper, paper.isDuplex)
  const printed = await fileOf(parts, print, pdf => parts.preflighter.read(pdf, expected, zonesOn(paper.dated)))
  const provided = channel === 'mailbox' ? await fileOf(parts, account, pdf => parts.preflighter.read(pdf, expected, null)) : null
  return { print: printed.file, account: provided?.file ?? null, hash, pages: printed.pages, problems: [...open, ...printed.problems, ...(provided?.problems ?? [])] }
}

interface ReadFile {
  readonly file: FinishedFile | null
  readonly pages: number
  readonly problems: readonly LetterProblem[]
}

async function fileOf({ typesetter }: FinishingParts, document: SheetDocument, read: (pdf: Uint8Array) => Promise<Omit<ReadFile, 'file'>>): Promise<ReadFile> {
  const set = await typesetter.typeset(document)
  // The letter of one person must not stop those of all others.
  if (!set.ok) return { file: null, pages: 1, problems: [problem('not-typeset', 1, '')] }
  return { file: { bytes: set.value, sha256: sha256Hex(set.value) }, ...(await read(set.value)) }
}
