import type { Channel } from '../../../../shared/domains/notices/channels.ts'
import type { LetterProblemCode } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { LetterProblem } from '../../../../shared/domains/notices/tables.ts'

/** What only a print centre minds: its zones, its limits, its format of files. */
const OF_POST_ALONE: readonly LetterProblemCode[] = [
  'page-format', 'too-many-pages', 'too-large', 'not-archivable', 'edge-not-empty', 'franking-not-empty', 'return-line', 'window-not-empty', 'recipient-lines', 'recipient-differs',
]
const MINDED_BY_POST: ReadonlySet<string> = new Set(OF_POST_ALONE)

/** What of all that was found keeps a notice from going this way. */
export const problemsFor = (channel: Channel, problems: readonly LetterProblem[]): LetterProblem[] => problems.filter(({ code }) => channel === 'post' || !MINDED_BY_POST.has(code))
