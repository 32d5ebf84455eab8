/** What a row is ordered by: its key, then its number. */
export interface Placed {
  readonly number: number
  readonly key: Key
}

/** Null for a row without a value, which comes after all others. */
export type Key = string | number | null

/** SQLite compares texts by their bytes in UTF-8; so must we, to find our way in its order. */
export function compareKeys(left: Key, right: Key): number {
  if (left === right) return 0
  if (left === null || right === null) return left === null ? 1 : -1
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'number' || typeof right === 'number') return typeof left === 'number' ? -1 : 1
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}

export const comparePlaced = (left: Placed, right: Placed): number => compareKeys(left.key, right.key) || left.number - right.number

/** The same order without some numbers and with others put where they belong. `keyOf` is asked about numbers that stay. */
export function replaceIn(
  numbers: Int32Array,
  gone: ReadonlySet<number>,
  placed: readonly Placed[],
  keyOf: (number: number) => Key,
): Int32Array {
  const kept = gone.size > 0 ? without(numbers, gone) : numbers
  const result = new Int32Array(kept.length + placed.length)
  let from = 0
  let written = 0
  for (const row of placed.toSorted(comparePlaced)) {
    const at = placeOf(kept, row, keyOf, from)
    result.set(kept.subarray(from, at), written)
    written += at - from
    result[written++] = row.number
    from = at
  }
  result.set(kept.subarray(from), written)
  return result
}

function without(numbers: Int32Array, gone: ReadonlySet<number>): Int32Array {
  const result = new Int32Array(numbers.length)
  let length = 0
  // A loop by index: this runs over a million numbers on the core's thread.
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    if (!gone.has(number)) result[length++] = number
  }
  return result.subarray(0, length)
}

/** The first place at or after `from` whose row comes after the given one. */
export function placeOf(numbers: Int32Array, row: Placed, keyOf: (number: number) => Key, from = 0): number {
  let low = from
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const number = numbers[middle] ?? 0
    if (comparePlaced({ number, key: keyOf(number) }, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** How many rows from the beginning have a value. */
export function valuedLength(numbers: Int32Array, keyOf: (number: number) => Key): number {
  const last = numbers.at(-1)
  if (last === undefined || keyOf(last) !== null) return numbers.length
  return placeOf(numbers, { number: -1, key: null }, keyOf)
}
