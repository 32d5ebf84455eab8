import { giroCode } from '../../formats/giro-code.ts'
import type { Letterhead } from '../staff/tables.ts'
import { writtenIban } from './iban.ts'
import { inEuro, writtenDay } from './letter-for.ts'
import type { LetterBlock } from './letter.ts'

export interface Due {
  readonly cents: number
  /** `2026-11-22`, the last day on which it is paid in time. */
  readonly dueDay: string
  /** Kassenzeichen. */
  readonly reference: string
}

/** The department is no account holder, the town is: `Stadt Musterstadt` of `Stadt Musterstadt, Musteramt`. */
const payeeOf = ({ authority }: Letterhead): string => authority.split(',')[0]?.trim() ?? ''

/** What is to be paid, where, and the same as a code for banking apps; none where nothing is. */
export function paymentBlocks({ cents, dueDay, reference }: Due, letterhead: Letterhead | null): readonly LetterBlock[] {
  if (cents === 0) return []
  const name = letterhead ? payeeOf(letterhead) : ''
  const code = giroCode({ name, iban: letterhead?.iban ?? '', bic: '', cents, text: reference })
  const rows = [
    { label: 'Betrag', value: inEuro(cents) },
    { label: 'Fällig am', value: writtenDay(dueDay) },
    { label: 'Empfänger', value: name },
    { label: 'Bank', value: letterhead?.bankName ?? '' },
    { label: 'IBAN', value: writtenIban(letterhead?.iban ?? '').replace('IBAN ', '') },
    { label: 'Kassenzeichen', value: reference },
  ]
  return [{ kind: 'payment', rows: rows.filter(({ value }) => value !== ''), code: code.ok ? code.value : null }]
}
