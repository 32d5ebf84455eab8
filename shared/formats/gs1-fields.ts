import { ok, type Result } from '../result.ts'
import { GS } from './scanner-typing.ts'

/** Fields of a code by the identifier in front of each. */
export type Fields = ReadonlyMap<string, string>

/** Why fields cannot be told apart. */
export type FieldProblem = 'unreadable' | 'separator-lost' | 'contradictory'

/** Application identifiers of GS1 that have a length of their own, and those that end at a separator, with their longest. */
const FIXED: Readonly<Record<string, number>> = { '00': 18, '01': 14, '02': 14, '11': 6, '12': 6, '13': 6, '15': 6, '16': 6, '17': 6, '20': 2 }
const VARIABLE: Readonly<Record<string, number>> = {
  '10': 20, '21': 20, '22': 20, '30': 8, '37': 8, '240': 30, '241': 30, '250': 30, '251': 30, '710': 20, '711': 20, '712': 20, '713': 20, '714': 20, '715': 20, '716': 20, '717': 20,
  '90': 30, '91': 90, '92': 90, '93': 90, '94': 90, '95': 90, '96': 90, '97': 90, '98': 90, '99': 90,
}

const refused = (problem: FieldProblem): { readonly ok: false; readonly error: FieldProblem } => ({ ok: false, error: problem })

/** The fields of an element string, `01…17…10…`; unknown ones make it unreadable, as nobody knows where they end. */
export function elementFields(text: string): Result<Fields, FieldProblem> {
  const pairs: (readonly [string, string])[] = []
  let rest = text
  while (rest !== '') {
    if (rest.startsWith(GS)) {
      rest = rest.slice(1)
      continue
    }
    const identifier = [2, 3].map(length => rest.slice(0, length)).find(known)
    if (identifier === undefined) return refused('unreadable')
    const end = FIXED[identifier] ?? separatorIn(rest.slice(identifier.length))
    pairs.push([identifier, rest.slice(identifier.length, identifier.length + end)])
    rest = rest.slice(identifier.length + end)
  }
  if (!areOfLength(pairs)) return refused(text.includes(GS) ? 'unreadable' : 'separator-lost')
  // Where one separator came through, none was swallowed.
  const last = text.includes(GS) ? undefined : pairs.at(-1)
  return last && mayHoldAnother(last, new Set(pairs.map(([identifier]) => identifier))) ? refused('separator-lost') : joined(pairs)
}

const known = (identifier: string): boolean => Object.hasOwn(FIXED, identifier) || Object.hasOwn(VARIABLE, identifier)

const separatorIn = (text: string): number => (text.includes(GS) ? text.indexOf(GS) : text.length)

/** The fields as they are printed beside the code for people, `(01)…(17)…(10)…`. */
export function bracketedFields(text: string): Result<Fields, FieldProblem> {
  const parts = text.split(/\((\d{2,4})\)/)
  const pairs = parts.flatMap((part, index) => (index % 2 === 1 ? [[part, (parts[index + 1] ?? '').trim()] as const] : []))
  return parts[0]?.trim() === '' && pairs.every(([identifier]) => known(identifier)) && areOfLength(pairs) ? joined(pairs) : refused('unreadable')
}

/** The fields of an IFA code in format 06 of ISO/IEC 15434, each with its data identifier in front: `9N…`, `1T…`, `D…`. */
export function envelopeFields(content: string): Result<Fields, FieldProblem> {
  const found = content.split(GS).filter(Boolean).map(field => /^(\d{0,3}[A-Z])(.*)$/s.exec(field))
  const pairs = found.flatMap(field => (field ? [[field[1] ?? '', field[2] ?? ''] as const] : []))
  return pairs.length === found.length ? joined(pairs) : refused('unreadable')
}

const areOfLength = (pairs: readonly (readonly [string, string])[]): boolean => pairs.every(([identifier, value]) =>
  FIXED[identifier] === undefined ? value.length > 0 && value.length <= (VARIABLE[identifier] ?? 0) : value.length === FIXED[identifier] && /^\d+$/.test(value))

/** What a swallowed separator leaves: a serial number, which is long wherever one is printed; a day of expiry; a lot. */
const SERIAL_INSIDE = /^.+21.{8,}$/s
const EXPIRY_INSIDE = /^.+17\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/s
const LOT_INSIDE = /^.{8,}10.{3,}$/s

/**
 * Whether a last field looks as if the separator in it had been swallowed: a lot with the serial number in it that is
 * missing elsewhere, or with the day of expiry, or the other way round. Then nobody knows where the lot ends.
 */
function mayHoldAnother([identifier, value]: readonly [string, string], there: ReadonlySet<string>): boolean {
  if (identifier !== '10' && identifier !== '21') return false
  return (!there.has('21') && SERIAL_INSIDE.test(value)) || (!there.has('17') && EXPIRY_INSIDE.test(value)) || (identifier === '21' && !there.has('10') && LOT_INSIDE.test(value))
}

/** A field may stand twice if it says the same. */
function joined(pairs: readonly (readonly [string, string])[]): Result<Fields, FieldProblem> {
  const fields = new Map(pairs)
  return pairs.every(([identifier, value]) => fields.get(identifier) === value) ? ok(fields) : refused('contradictory')
}
