const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/
const GERMAN_LENGTH = 22

/** What somebody typed, without blanks and in capitals. */
export const plainIban = (typed: string): string => typed.replace(/\s/g, '').toUpperCase()

/** By shape and check digits (ISO 13616): whether an account of this number can be. */
export function isIban(iban: string): boolean {
  if (!SHAPE.test(iban) || (iban.startsWith('DE') && iban.length !== GERMAN_LENGTH)) return false
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55))
  return (digits.match(/\d/g) ?? []).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** In groups of four, as it is written; empty for none. */
export const writtenIban = (iban: string): string => (iban ? `IBAN ${iban.match(/.{1,4}/g)?.join(' ') ?? iban}` : '')
