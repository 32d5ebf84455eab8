import * as z from 'zod'
import { Letterhead, type LetterheadText } from '../staff/tables.ts'
import { isIban } from './iban.ts'

export const LETTERHEAD_PROBLEMS = ['missing', 'too-long', 'email-invalid', 'iban-invalid', 'bank-without-iban'] as const

export interface LetterheadProblem {
  readonly field: LetterheadText
  readonly code: (typeof LETTERHEAD_PROBLEMS)[number]
}

/** Without these a letter may not go out. */
const NEEDED = ['authority', 'street', 'postalCode', 'place', 'signatory'] as const

/** Everything that keeps a letterhead from being used, in the order of its fields; empty when it can be. Pure. */
export function letterheadProblems(letterhead: Letterhead): readonly LetterheadProblem[] {
  const { email, iban, bankName } = letterhead
  const fields = Letterhead.omit({ facsimile: true }).keyof().options
  return [
    ...NEEDED.filter(field => letterhead[field].trim() === '').map(field => ({ field, code: 'missing' as const })),
    ...fields.filter(field => letterhead[field] !== '' && !Letterhead.shape[field].safeParse(letterhead[field]).success).map(field => ({ field, code: 'too-long' as const })),
    ...(email && !z.email().safeParse(email).success ? [{ field: 'email', code: 'email-invalid' } as const] : []),
    ...(iban && !isIban(iban) ? [{ field: 'iban', code: 'iban-invalid' } as const] : []),
    ...(bankName && !iban ? [{ field: 'iban', code: 'bank-without-iban' } as const] : []),
  ]
}
