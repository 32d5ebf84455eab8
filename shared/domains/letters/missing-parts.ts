import type { LetterDocument } from './letter-document.ts'

/** What an administrative act in writing must have (§§ 37, 39 VwVfG), so that its period of one month begins to run. */
export const LETTER_PARTS = [
  'authority', 'signatory', 'recipient', 'reasons', 'remedies', 'remedies-seat', 'remedies-period', 'date', 'variable',
] as const
export type LetterPart = (typeof LETTER_PARTS)[number]

/** `variable` is named where the part is one that the template wants filled. */
export interface MissingPart {
  readonly part: LetterPart
  readonly variable: string | null
}

const REMEDY = /\b(Widerspruch|Klage|Einspruch)\b/
const PERIOD = /\b(eines|einem|einen|zwei|drei|vier|\d{1,2})\s+(Monat|Monats|Monate|Monaten|Woche|Wochen)\b/i

/** The parts a letter lacks, in the order in which it is read; none when it may go out. */
export function missingParts({ letter, date }: LetterDocument): readonly MissingPart[] {
  const { letterhead, recipient, remedies, kind, isReasoned, open } = letter
  const hasRemedy = REMEDY.test(remedies)
  const seats = [letterhead?.place.trim(), letterhead?.court.trim()].filter(Boolean)
  const lacks: Readonly<Record<Exclude<LetterPart, 'variable'>, boolean>> = {
    authority: !letterhead?.authority.trim(),
    signatory: !letterhead?.signatory.trim(),
    recipient: recipient.length === 0,
    date: !date,
    reasons: kind === 'refused' && !isReasoned,
    remedies: !hasRemedy,
    'remedies-seat': hasRemedy && !seats.some(seat => seat !== undefined && remedies.includes(seat)),
    'remedies-period': hasRemedy && !PERIOD.test(remedies),
  }
  const parts = LETTER_PARTS.filter(part => part !== 'variable' && lacks[part])
  return [...parts.map(part => ({ part, variable: null })), ...open.map(variable => ({ part: 'variable' as const, variable }))]
}
