import { isContradicted, type Evidence } from './contact.ts'

/** What speaks for two persons being one. */
export const DUPLICATE_REASONS = ['same-name', 'part-of-name', 'alike-name', 'same-given-name', 'birth-day', 'account', 'email', 'phone', 'address'] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

interface PersonLikeness {
  /** From 0 to 100. */
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

const WEIGHTS: Readonly<Record<DuplicateReason, number>> = {
  'same-name': 45, 'part-of-name': 35, 'alike-name': 35, 'same-given-name': 15, 'birth-day': 45, account: 45, email: 20, phone: 20, address: 20,
}

/** From here on a person is asked. */
const LEAST_SCORE = 55

/** Words of the name that a shorter name has to share with a longer one. */
const FEWEST_SHARED = 2

/**
 * How likely two persons are one, by everything known of each; null where it is not worth asking or where their birth dates
 * differ. The same whichever of the two is named first.
 */
export function likenessOfPersons(one: readonly Evidence[], other: readonly Evidence[]): PersonLikeness | null {
  const pairs = one.flatMap(left => other.map(right => [left, right] as const))
  if (pairs.some(([left, right]) => isContradicted(left, right))) return null
  const name = bestOfNames(pairs)
  if (!name) return null
  const more = (['birthDay', 'account', 'email', 'phoneKey', 'addressKey'] as const).filter(field => pairs.some(([left, right]) => left[field] !== null && left[field] === right[field]))
  const reasons = [name, ...more.map(field => REASON_OF[field])]
  const score = scoreOf(reasons)
  return score >= LEAST_SCORE ? { score, reasons } : null
}

/** What some reasons say together, from 0 to 100. */
export const scoreOf = (reasons: readonly DuplicateReason[]): number => Math.min(100, reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0))

const REASON_OF = { birthDay: 'birth-day', account: 'account', email: 'email', phoneKey: 'phone', addressKey: 'address' } as const

function bestOfNames(pairs: readonly (readonly [Evidence, Evidence])[]): DuplicateReason | undefined {
  const found = new Set(pairs.map(([left, right]) => reasonOfNames(left, right)))
  return (['same-name', 'part-of-name', 'alike-name', 'same-given-name'] as const).find(reason => found.has(reason))
}

function reasonOfNames(one: Evidence, other: Evidence): DuplicateReason | undefined {
  if (one.nameKey === '' || other.nameKey === '') return undefined
  if (one.nameKey === other.nameKey) return 'same-name'
  if (isPartOf(one.sounds, other.sounds) || isPartOf(other.sounds, one.sounds)) return one.sounds === other.sounds ? 'alike-name' : 'part-of-name'
  return one.givenName === other.givenName ? 'same-given-name' : undefined
}

/** `Anna Müller` in `Anna Müller-Schmidt`: a second name is added by marriage. */
function isPartOf(short: string, long: string): boolean {
  const words = short.split(' ')
  const all = new Set(long.split(' '))
  return words.length >= FEWEST_SHARED && words.every(word => all.has(word))
}
