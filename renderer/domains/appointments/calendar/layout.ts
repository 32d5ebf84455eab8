import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'

/** Which of how many strips side by side something takes. */
export interface Lane {
  readonly lane: number
  readonly lanes: number
}

/**
 * Strips for what overlaps, in the order given: as few as possible, the same number for all that touch each other. What is
 * shorter than `least` takes that much room, so that it can be read and hit.
 */
export function lanesOf(stretches: readonly Stretch[], least: number): readonly Lane[] {
  const lanes: number[] = stretches.map(() => 0)
  const counts: number[] = stretches.map(() => 1)
  let group: number[] = []
  let ends: number[] = []
  const close = (): void => {
    for (const index of group) counts[index] = ends.length
    group = []
    ends = []
  }
  for (const [index, { from, to }] of inOrder(stretches)) {
    if (ends.every(end => end <= from)) close()
    const free = ends.findIndex(end => end <= from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = Math.max(to, from + least)
    lanes[index] = lane
    group.push(index)
  }
  close()
  return stretches.map((_, index) => ({ lane: lanes[index] ?? 0, lanes: counts[index] ?? 1 }))
}

const inOrder = (stretches: readonly Stretch[]): readonly (readonly [number, Stretch])[] =>
  [...stretches.entries()].toSorted(([, one], [, other]) => one.from - other.from || other.to - one.to)

const USUAL: Stretch = { from: 8 * 60, to: 16 * 60 }

/** Whole hours in which everything that is to be seen lies. */
export function hoursAround(stretches: readonly Stretch[]): Stretch {
  if (stretches.length === 0) return USUAL
  let [from, to] = [Infinity, 0]
  for (const stretch of stretches) [from, to] = [Math.min(from, stretch.from), Math.max(to, stretch.to)]
  return { from: Math.floor(from / 60) * 60, to: Math.min(24 * 60, Math.ceil(to / 60) * 60) }
}
