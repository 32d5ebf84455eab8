/** The list with one of it a place further up or down; one at the end stays there. */
export function moved<One>(list: readonly One[], index: number, by: 1 | -1): One[] {
  const [one] = list.slice(index, index + 1)
  if (one === undefined || index + by < 0 || index + by >= list.length) return [...list]
  const rest = list.toSpliced(index, 1)
  return rest.toSpliced(index + by, 0, one)
}
