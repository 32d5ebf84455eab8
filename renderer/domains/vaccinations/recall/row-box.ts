import type { ReadRows } from '../../../ui/grid-rows.ts'
import { filteredRows, type RecallFilter, type RecallRow } from './recall-rows.ts'

/** The rows of a recall as they are now, for a grid that asks for them when it draws. */
export interface RowBox {
  put(rows: readonly RecallRow[]): void
  /** Another filter is another list; the same one with other rows keeps its place in the grid. */
  readerFor(filter: RecallFilter): ReadRows<RecallRow>
}

export function createRowBox(): RowBox {
  let rows: readonly RecallRow[] = []
  return {
    put: next => void (rows = next),
    readerFor: filter => (start, end) => {
      const shown = filteredRows(rows, filter)
      return Promise.resolve({ rows: shown.slice(start, end), total: shown.length, capped: false })
    },
  }
}
