import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { Block } from './blocks.ts'
import { placedIn, type Bundle } from './bundles.ts'
import type { Column, FreeStretch } from './columns.ts'

/** What the arrow keys walk through in a column, in order of time. */
export type Cell =
  | { readonly kind: 'block'; readonly key: string; readonly from: number; readonly to: number; readonly block: Block }
  | { readonly kind: 'bundle'; readonly key: string; readonly from: number; readonly to: number; readonly bundle: Bundle }
  | { readonly kind: 'free'; readonly key: string; readonly from: number; readonly to: number; readonly free: FreeStretch }

const known = new WeakMap<Column, readonly Cell[]>()

export function cellsOf(column: Column): readonly Cell[] {
  const kept = known.get(column)
  if (kept) return kept
  const placed = placedIn(column)
  const cells = [
    ...placed.blocks.map((block): Cell => ({ kind: 'block', key: block.appointment.id, from: block.from, to: block.to, block })),
    ...placed.bundles.map((bundle): Cell => ({ kind: 'bundle', key: bundle.key, from: bundle.from, to: bundle.to, bundle })),
    ...column.free.map((free): Cell => ({ kind: 'free', key: `${column.key}@${free.from}`, from: free.from, to: free.to, free })),
  ].toSorted((one, other) => one.from - other.from || one.to - other.to)
  known.set(column, cells)
  return cells
}

/** What is drawn of a column: the first `most` of what is in view, and the active cell wherever it is. */
export function cellsInView(column: Column, view: Stretch, most: number, active: string | undefined): readonly Cell[] {
  let count = 0
  return cellsOf(column).filter(({ key, from, to }) => key === active || (to > view.from && from < view.to && count++ < most))
}

/** Where a cell is: its column and its place in it. */
export interface CellPlace {
  readonly column: number
  readonly cell: Cell
}

export function findCell(columns: readonly Column[], key: string | undefined): CellPlace | undefined {
  if (key === undefined) return undefined
  for (const [column, one] of columns.entries()) {
    const cell = cellsOf(one).find(candidate => candidate.key === key)
    if (cell) return { column, cell }
  }
  return undefined
}

/** The first cell that is not over yet; the first of all when everything is. */
export function firstCell(columns: readonly Column[], day: string, minute: number): Cell | undefined {
  const cells = columns.filter(column => column.day >= day).flatMap(column => cellsOf(column).filter(({ to }) => column.day > day || to > minute))
  return cells[0] ?? columns.map(cellsOf).find(ofColumn => ofColumn.length > 0)?.[0]
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

/** Where a key leads from a cell; undefined where there is nothing in that direction. */
export function cellTowards(columns: readonly Column[], { column, cell }: CellPlace, direction: Direction): Cell | undefined {
  const cells = columns[column] ? cellsOf(columns[column]) : []
  const place = cells.findIndex(({ key }) => key === cell.key)
  if (direction === 'ArrowUp') return cells[place - 1]
  if (direction === 'ArrowDown') return cells[place + 1]
  if (direction === 'Home') return cells[0]
  if (direction === 'End') return cells.at(-1)
  const step = direction === 'ArrowLeft' ? -1 : 1
  for (let index = column + step; columns[index]; index += step) {
    const found = nearest(cellsOf(columns[index] as Column), cell.from)
    if (found) return found
  }
  return undefined
}

const nearest = (cells: readonly Cell[], from: number): Cell | undefined => {
  let best: Cell | undefined
  for (const cell of cells) if (!best || Math.abs(cell.from - from) < Math.abs(best.from - from)) best = cell
  return best
}
