import { variablesIn } from '../letters/fill.ts'
import { inEuro } from '../letters/letter-for.ts'
import { returnLineOf } from '../letters/return-line.ts'
import type { NoticeContent } from './content.ts'
import { addressLines, labelOf } from './notice-letter-values.ts'
import type { Paper } from './tables.ts'

/** What can be wrong with a finished letter, as `LetterProblem.code` has it. */
export const LETTER_PROBLEM_CODES = [
  'not-typeset', 'value-missing', 'unreadable', 'page-format', 'too-many-pages', 'too-large', 'not-archivable', 'font-missing', 'sign-missing', 'edge-not-empty', 'franking-not-empty', 'return-line', 'window-not-empty',
  'recipient-lines', 'recipient-differs', 'parcel-missing', 'amount-missing', 'reference-missing',
] as const
export type LetterProblemCode = (typeof LETTER_PROBLEM_CODES)[number]

/** What the record says that the finished letter has to show. */
export interface ExpectedLetter {
  readonly returnLine: string
  readonly recipient: readonly string[]
  /** Each parcel as a line or as cells of a table; none where the letter does not name them. */
  readonly parcels: readonly { readonly label: string; readonly cells: string }[]
  readonly amount: string
  readonly reference: string
  readonly isDuplex: boolean
}

/** What the letter of a notice has to show, by the record alone. */
export function expectedLetter(content: NoticeContent, { template, letterhead }: Paper, isDuplex: boolean): ExpectedLetter {
  const namesParcels = template.paragraphs.flatMap(variablesIn).some(name => name.startsWith('parcel.'))
  return {
    returnLine: letterhead ? returnLineOf(letterhead) : '',
    recipient: addressLines(content.recipient),
    parcels: namesParcels ? content.parcels.map(parcel => ({ label: labelOf(parcel), cells: `${parcel.district} ${parcel.section} ${parcel.number}` })) : [],
    amount: inEuro(content.totalCents),
    reference: content.reference,
    isDuplex,
  }
}
