/** Figures on how work is done are shown only where nobody can find a single person or case in them. */
export const SMALLEST_GROUP = 5

/** Cases that a figure is about, and the persons who worked on them. */
export interface Group {
  readonly cases: number
  readonly people: ReadonlySet<string>
  /** Whether the staff agreed that figures may point to single persons; single cases stay hidden all the same. */
  readonly isAgreed: boolean
}

export function isSmall({ cases, people, isAgreed }: Group): boolean {
  if (cases < SMALLEST_GROUP) return true
  return !isAgreed && people.size < SMALLEST_GROUP
}

/** Several groups seen as one: they may point to single persons only where all of them may. */
export const unionOf = (groups: readonly Group[]): Group => ({
  cases: groups.reduce((sum, { cases }) => sum + cases, 0),
  people: new Set(groups.flatMap(({ people }) => [...people])),
  isAgreed: groups.every(({ isAgreed }) => isAgreed),
})

/**
 * Parts the groups into those that may be shown beside their total and those that may not. No shown group is small, and
 * what is left of the total without the shown ones is nothing or no small group either: a hidden figure cannot be worked
 * out by subtraction. Where nothing is shown, the total itself has to be asked for by `isSmall(unionOf(groups))`.
 */
export function withoutSmallGroups<Kind extends Group>(groups: readonly Kind[]): { readonly shown: readonly Kind[]; readonly hidden: readonly Kind[] } {
  const hidden = new Set(groups.filter(isSmall))
  // The largest goes last: what is hidden to protect another group should cost as little as possible.
  const candidates = groups.filter(group => !hidden.has(group)).toSorted((one, other) => one.cases - other.cases)
  for (const next of candidates) {
    if (hidden.size === 0 || !isSmall(unionOf([...hidden]))) break
    hidden.add(next)
  }
  return { shown: groups.filter(group => !hidden.has(group)), hidden: groups.filter(group => hidden.has(group)) }
}
