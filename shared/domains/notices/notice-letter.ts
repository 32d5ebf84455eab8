import { contentHash } from '../../canonical.ts'
import type { Letter } from '../letters/letter.ts'
import { writtenDay } from '../letters/letter-for.ts'
import { noticeText } from '../letters/notice-text.ts'
import type { SheetDocument } from '../letters/sheet.ts'
import type { NoticeContent } from './content.ts'
import { addressLines, noticeFilling } from './notice-letter-values.ts'
import { zonesOn } from './notice-letter-zones.ts'
import type { Paper } from './tables.ts'

/** A notice as it goes out: one content, and the two files that are made of it. */
export interface NoticeLetter {
  readonly letter: Letter
  /** Over the letter and its day: both files say the same. */
  readonly hash: string
  /** For a print centre: PDF/A-1b with its zones. */
  readonly print: SheetDocument
  /** For mailboxes and e-mail: accessible (PDF/UA), with the window of DIN 5008. */
  readonly account: SheetDocument
}

/** The letter of a notice on the paper its run was given for release with. The same two always give the same letter. */
export function noticeLetter(content: NoticeContent, { template, letterhead, dated }: Paper): NoticeLetter {
  const { totalCents: cents, dueDay, reference } = content
  const letter = noticeText(template, letterhead, noticeFilling(content, letterhead), { recipient: addressLines(content.recipient), due: { cents, dueDay, reference } })
  const account: SheetDocument = { letter, date: writtenDay(dated), verification: null, isDraft: false }
  const { texts, page } = zonesOn(dated)
  return { letter, hash: contentHash({ letter, dated }), account, print: { ...account, post: { day: dated, page, ...texts } } }
}
