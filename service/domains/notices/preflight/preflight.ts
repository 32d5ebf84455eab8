import type { ExpectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { PostZones } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import type { LetterProblem } from '../../../../shared/domains/notices/tables.ts'
import { says, searchable } from './find-text.ts'
import { fileProblems, formatProblems } from './format-problems.ts'
import { problem, problemIf } from './problem.ts'
import { readLetter } from './read-letter.ts'
import type { ReadLetter } from './sheets.ts'
import { windowProblems } from './window-problems.ts'

/** What was found in a finished letter; it may be handed over when there are no problems. */
export interface Preflight {
  readonly pages: number
  readonly problems: readonly LetterProblem[]
}

/** So many are kept with a notice. */
const MOST_PROBLEMS = 20

/** Reads a finished letter back and holds it against its record and the zones of the print centre; `zones` null for one that goes into a mailbox. */
export async function preflight(pdf: Uint8Array, expected: ExpectedLetter, zones: PostZones | null): Promise<Preflight> {
  const letter = await readOf(pdf)
  const [first] = letter?.pages ?? []
  if (!letter || !first) return { pages: 1, problems: [problem('unreadable', 1, '')] }
  const ofPost = zones ? [...formatProblems(letter, pdf, expected, zones), ...windowProblems(first, expected, zones)] : []
  const problems = [...fileProblems(letter), ...ofPost, ...textProblems(letter, expected)]
  return { pages: letter.pages.length, problems: problems.slice(0, MOST_PROBLEMS) }
}

async function readOf(pdf: Uint8Array): Promise<ReadLetter | undefined> {
  try {
    return await readLetter(pdf)
  } catch {
    // Whatever the reader stumbles over: such a file is not handed over.
    return undefined
  }
}

/** What the record says and no page shows. */
function textProblems({ pages }: ReadLetter, { parcels, amount, reference }: ExpectedLetter): readonly LetterProblem[] {
  const text = searchable(pages.map(page => page.text).join(' '))
  return [
    ...parcels.flatMap(({ label, cells }) => problemIf(!says(text, label) && !says(text, cells), 'parcel-missing', 1, label)),
    ...problemIf(!says(text, amount), 'amount-missing', 1, amount),
    ...problemIf(!says(text, reference), 'reference-missing', 1, reference),
  ]
}
