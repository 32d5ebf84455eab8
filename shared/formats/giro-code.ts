import { isIban, plainIban } from '../domains/letters/iban.ts'
import { ok, type Result } from '../result.ts'

/** A payment as a banking app fills it in from the code on a letter. */
export interface Payment {
  /** Of the bank; empty: within the European Economic Area the IBAN is enough. */
  readonly bic: string
  /** Who is paid. */
  readonly name: string
  readonly iban: string
  readonly cents: number
  /** What the payment is recognised by, as free text. */
  readonly text: string
}

/** Why there is no code; each names the part that is wrong. */
export type GiroCodeProblem = 'name' | 'iban' | 'bic' | 'amount' | 'text' | 'unreadable'

const MOST_NAME_LETTERS = 70
const MOST_TEXT_LETTERS = 140
const MOST_CENTS = 99_999_999_999
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/
/** A line end would begin the next field; whatever else controls a terminal has no place on a transfer either. */
const CONTROL = /\p{Cc}/u

const refused = (problem: GiroCodeProblem): Result<never, GiroCodeProblem> => ({ ok: false, error: problem })
const lettersIn = (text: string): number => Array.from(text).length

/** The content of a QR code for a SEPA transfer (EPC069-12, version 002, UTF-8); error correction level M is wanted with it. */
export function giroCode({ bic, name, iban, cents, text }: Payment): Result<string, GiroCodeProblem> {
  const payment = { bic: bic.trim().toUpperCase(), name: name.trim(), iban: plainIban(iban), cents, text: text.trim() }
  const problem = problemOf(payment)
  if (problem) return refused(problem)
  const lines = ['BCD', '002', '1', 'SCT', payment.bic, payment.name, payment.iban, `EUR${(cents / 100).toFixed(2)}`, '', '', payment.text]
  return ok(lines.join('\n').trimEnd())
}

/** Reads such a content back, as a banking app would. */
export function readGiroCode(content: string): Result<Payment, GiroCodeProblem> {
  const [tag, version, encoding, kind, bic = '', name = '', iban = '', amount = '', , structured = '', text = ''] = content.split(/\r?\n/)
  if (tag !== 'BCD' || (version !== '001' && version !== '002') || encoding !== '1' || kind !== 'SCT' || structured !== '') return refused('unreadable')
  const [, euros, cents = ''] = /^EUR(\d{1,9})(?:\.(\d{1,2}))?$/.exec(amount) ?? []
  if (euros === undefined) return refused('amount')
  const payment = { bic, name, iban, cents: Number(euros) * 100 + Number(cents.padEnd(2, '0')), text }
  const problem = problemOf(payment)
  return problem ? refused(problem) : ok(payment)
}

function problemOf({ bic, name, iban, cents, text }: Payment): GiroCodeProblem | null {
  if (name === '' || lettersIn(name) > MOST_NAME_LETTERS || CONTROL.test(name)) return 'name'
  if (!isIban(iban)) return 'iban'
  if (bic !== '' && !BIC.test(bic)) return 'bic'
  if (!Number.isInteger(cents) || cents < 1 || cents > MOST_CENTS) return 'amount'
  return lettersIn(text) > MOST_TEXT_LETTERS || CONTROL.test(text) ? 'text' : null
}
