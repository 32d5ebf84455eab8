/** How often each value occurs. */
export interface Counted {
  readonly value: number
  readonly count: number
}

/**
 * The smallest value that at least this share of all values does not exceed (nearest rank): a value that occurred, and no
 * guess between two. Null where there are none.
 */
export function quantile(values: readonly Counted[], share: number): number | null {
  const total = values.reduce((sum, { count }) => sum + count, 0)
  const rank = Math.max(1, Math.ceil(total * share))
  let seen = 0
  for (const { value, count } of values.toSorted((one, other) => one.value - other.value)) {
    seen += count
    if (seen >= rank) return value
  }
  return null
}
