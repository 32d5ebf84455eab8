import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { Block } from './blocks.ts'
import type { Column } from './columns.ts'
import { lanesOf, type Lane } from './layout.ts'
import { LEAST_MINUTES } from './scale.ts'

/** Appointments of half an hour for which there is no room beside the others. */
export interface Bundle extends Stretch {
  readonly key: string
  readonly count: number
}

/** Where everything in a column stands. */
interface Placed {
  /** Those that are drawn each for itself. */
  readonly blocks: readonly Block[]
  readonly lanes: ReadonlyMap<string, Lane>
  readonly bundles: readonly Bundle[]
}

/** So many strips side by side can be read in a day of a week; of more, all that do not fit are in the last one, half an hour together. */
const MOST_LANES = 3
const HALF_HOUR = 30

const known = new WeakMap<Column, Placed>()

/** A counter has its column to itself; where a day has many of them, what overlaps is bundled. */
export function placedIn(column: Column): Placed {
  const kept = known.get(column)
  if (kept) return kept
  const placed = column.resource ? side(column.blocks) : bundled(column)
  known.set(column, placed)
  return placed
}

function side(blocks: readonly Block[]): Placed {
  const lanes = lanesOf(blocks, LEAST_MINUTES)
  return { blocks, lanes: new Map(blocks.map(({ appointment }, index) => [appointment.id, lanes[index] ?? { lane: 0, lanes: 1 }])), bundles: [] }
}

function bundled({ key, blocks: all, wanted }: Column): Placed {
  const { lanes } = side(all)
  const laneOf = ({ appointment }: Block): Lane => lanes.get(appointment.id) ?? { lane: 0, lanes: 1 }
  const hasNoStrip = (block: Block): boolean => laneOf(block).lanes > MOST_LANES && laneOf(block).lane >= MOST_LANES - 1 && block.appointment.id !== wanted
  const together = halfHours(all.filter(hasNoStrip))
  // One alone takes the room that its number would take.
  const isAlone = (some: readonly Block[], index: number): boolean => some.length === 1 && (some[0]?.to ?? 0) <= (together[index + 1]?.[0]?.from ?? Infinity)
  const hidden = together.filter((some, index) => !isAlone(some, index))
  const counted = new Set(hidden.flat())
  const blocks = all.filter(block => !counted.has(block))
  return {
    blocks,
    lanes: new Map(blocks.map(block => [block.appointment.id, { lane: Math.min(laneOf(block).lane, MOST_LANES - 1), lanes: Math.min(laneOf(block).lanes, MOST_LANES) }])),
    bundles: hidden.map(some => bundleOf(key, some)),
  }
}

/** What begins within half an hour of the first, together: none of them overlaps the next. */
function halfHours(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const found: Block[][] = []
  for (const block of blocks.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last?.[0] && block.from < last[0].from + HALF_HOUR) last.push(block)
    else found.push([block])
  }
  return found
}

function bundleOf(column: string, some: readonly Block[]): Bundle {
  const from = Math.min(...some.map(block => block.from))
  const last = Math.max(...some.map(({ to }) => to))
  return { key: `${column}+${from}`, from, to: Math.max(from + LEAST_MINUTES, Math.min(from + HALF_HOUR, last)), count: some.length }
}

/** Where bundles stand. */
export const BUNDLE_LANE: Lane = { lane: MOST_LANES - 1, lanes: MOST_LANES }
