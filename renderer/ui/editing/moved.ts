/** A list with one entry a place further; unchanged at the ends. */
export function moved<Entry>(list: readonly Entry[], index: number, step: 1 | -1): Entry[] {
  const [one, other] = [list[index], list[index + step]]
  if (one === undefined || other === undefined) return [...list]
  return list.map((entry, place) => (place === index ? other : place === index + step ? one : entry))
}
