import type { LetterheadProblem } from '../../../shared/domains/letters/letterhead-problems.ts'
import type { Letterhead, LetterheadText } from '../../../shared/domains/staff/tables.ts'

/** A letterhead nobody has written yet. */
export const EMPTY_LETTERHEAD: Letterhead = {
  authority: '', street: '', postalCode: '', place: '', telephone: '', email: '', signatory: '', senderLine: '', bankName: '', iban: '', openingHours: '', court: '',
}

/** In the order in which a letter is read: its head, what makes it valid, its foot. */
export const LETTERHEAD_PARTS = {
  head: ['authority', 'street', 'postalCode', 'place', 'telephone', 'email', 'senderLine'],
  valid: ['signatory', 'court'],
  foot: ['openingHours', 'bankName', 'iban'],
} as const satisfies Readonly<Record<string, readonly LetterheadText[]>>
export type LetterheadPart = keyof typeof LETTERHEAD_PARTS
export const PART_NAMES = ['head', 'valid', 'foot'] as const satisfies readonly LetterheadPart[]

/** The part in which a problem is shown. */
export const letterheadPartOf = ({ field }: LetterheadProblem): LetterheadPart =>
  PART_NAMES.find(part => LETTERHEAD_PARTS[part].some(one => one === field)) ?? 'head'

export const sameLetterhead = (one: Letterhead, other: Letterhead): boolean =>
  one.facsimile?.sha256 === other.facsimile?.sha256 && Object.values(LETTERHEAD_PARTS).flat().every(field => one[field] === other[field])
