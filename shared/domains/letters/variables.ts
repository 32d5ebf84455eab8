/** What every letter can name, by where it comes from, in the order in which a list offers it. */
export const VARIABLE_GROUPS = {
  case: ['applicantName', 'subject', 'reference', 'receivedDay', 'dueDay', 'service', 'legalBasis'],
  decision: ['reason', 'conditions', 'amount', 'fee'],
  letterhead: ['authority', 'street', 'postalCode', 'place', 'bank', 'openingHours', 'court'],
} as const
export type VariableGroup = keyof typeof VARIABLE_GROUPS
export type KnownVariable = (typeof VARIABLE_GROUPS)[VariableGroup][number]

export const KNOWN_VARIABLES: readonly KnownVariable[] = Object.values(VARIABLE_GROUPS).flat()

/** What need not be there; the paragraph that would name it is left out then. */
export const MAY_BE_ABSENT: ReadonlySet<string> = new Set<KnownVariable>(['reason', 'conditions', 'amount', 'fee'])

/** The name under which a letter names an answer of the form: `form.dogName`. */
export const formVariable = (key: string): string => `form.${key}`

/** The most letters two names may differ in for one to be taken for a slip of the other. */
const SLIP = 2

/** The known name that somebody most likely meant, or undefined when none is near. */
export function likelyMeant(name: string, known: readonly string[]): string | undefined {
  const near = known.map(candidate => ({ candidate, apart: lettersApart(name.toLowerCase(), candidate.toLowerCase()) }))
  const [best] = near.toSorted((one, other) => one.apart - other.apart)
  return best && best.apart <= Math.min(SLIP, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined
}

/** Letters to add, leave out or exchange until one text is the other (Levenshtein). */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let line = 0; line < one.length; line++) {
    const next = [line + 1]
    for (let index = 0; index < other.length; index++) {
      const exchanged = (row[index] ?? 0) + (one[line] === other[index] ? 0 : 1)
      next.push(Math.min(exchanged, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
