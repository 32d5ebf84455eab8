import { ok, type Result } from '../result.ts'

/** An amount as somebody typed it. */
export interface TypedAmount {
  /** Euro cents. */
  readonly cents: number
  /** Written with a point before the cents: a whole file of these may mean thousands differently, too. */
  readonly isEnglish: boolean
}

/**
 * Why a number is not taken. `too-exact`: it says more than cents or square metres can. `ambiguous`: a thousand in German and
 * one and a bit in English, in a file that writes English elsewhere.
 */
export type NumberProblem = 'not-a-number' | 'negative' | 'too-exact' | 'too-large' | 'ambiguous'

interface AmountRules {
  readonly isNegativeAllowed?: boolean
  /** Whether other amounts of the same file are written the English way. */
  readonly isAmongEnglish?: boolean
}

const MOST_DIGITS = 11
const SQUARE_METRES_PER_HECTARE = 10_000

/** `1.234,56`, `1234`, `1 234,5 €`, `12,--` and, told, `1,234.56`. Never rounds. */
export function readAmount(typed: string, { isNegativeAllowed = false, isAmongEnglish = false }: AmountRules = {}): Result<TypedAmount, NumberProblem> {
  const { text, isNegative } = unsigned(typed.replace(/[€\s\u00A0\u202F]|EUR/giu, '').replace(/,[-–—]{1,2}$/u, ''))
  const number = decimalOf(text)
  if (!number) return refused('not-a-number')
  if (isNegative && !isNegativeAllowed) return refused('negative')
  if (isAmongEnglish && number.isGroupedByPoints) return refused('ambiguous')
  if (number.whole.length > MOST_DIGITS) return refused('too-large')
  const fraction = number.fraction.replace(/0+$/, '')
  if (fraction.length > 2) return refused('too-exact')
  const cents = Number(number.whole) * 100 + Number(fraction.padEnd(2, '0'))
  return ok({ cents: isNegative && cents > 0 ? -cents : cents, isEnglish: number.isEnglish })
}

/** Square metres from `1.234 m²`, `1234`, `0,5432 ha`; `unit` where nothing but the heading says it. */
export function readArea(typed: string, unit: 'm2' | 'ha' = 'm2'): Result<number, NumberProblem> {
  const [, text = '', written] = /^(.*?)(m²|m2|qm|ha)?$/su.exec(typed.replace(/[\s\u00A0\u202F]/gu, '').toLowerCase()) ?? []
  const number = decimalOf(text)
  if (!number) return refused(/^[-−]\d/u.test(text) ? 'negative' : 'not-a-number')
  if (number.whole.length > MOST_DIGITS) return refused('too-large')
  const isInHectares = (written ?? (unit === 'ha' ? 'ha' : 'm²')) === 'ha'
  const fraction = number.fraction.replace(/0+$/, '')
  if (fraction.length > (isInHectares ? 4 : 0)) return refused('too-exact')
  return ok(isInHectares ? Number(number.whole) * SQUARE_METRES_PER_HECTARE + Number(fraction.padEnd(4, '0')) : Number(number.whole))
}

interface Decimal {
  readonly whole: string
  readonly fraction: string
  readonly isEnglish: boolean
  readonly isGroupedByPoints: boolean
}

const GERMAN = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/
/** With commas between thousands, or a point before one, two, or more than three digits: none of that is German. */
const ENGLISH = /^(?:(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?|(\d+)\.(\d+))$/

function decimalOf(text: string): Decimal | null {
  const [german, whole = '', fraction = ''] = GERMAN.exec(text) ?? []
  if (german !== undefined) return { whole: whole.replaceAll('.', ''), fraction, isEnglish: false, isGroupedByPoints: whole.includes('.') && fraction === '' }
  const [english, grouped, afterGrouped = '', plain, afterPlain = ''] = ENGLISH.exec(text) ?? []
  if (english === undefined) return null
  return { whole: (grouped ?? plain ?? '').replaceAll(',', ''), fraction: afterGrouped || afterPlain, isEnglish: true, isGroupedByPoints: false }
}

/** A minus stands in front, behind (as bookkeeping programs write), or as brackets. */
function unsigned(text: string): { readonly text: string; readonly isNegative: boolean } {
  const [, before, bracketed, behind] = /^(?:[-−–](.+)|\((.+)\)|(.+)[-−–])$/u.exec(text) ?? []
  const found = before ?? bracketed ?? behind
  return { text: found ?? text, isNegative: found !== undefined }
}

const refused = (problem: NumberProblem): Result<never, NumberProblem> => ({ ok: false, error: problem })
