import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import type { ReadRows } from '../../../ui/grid-rows.ts'
import { filteredRows, sortedRows, type FinalityFilter } from './finality-rows.ts'

/** The rows as they are now, for a grid that asks for them when it draws. */
interface FinalityBox {
  put(rows: readonly FinalityRow[]): void
  /** Another filter is another list; the same one with other rows keeps its place in the grid. */
  readerFor(filter: FinalityFilter): ReadRows<FinalityRow>
}

export function createFinalityBox(): FinalityBox {
  let rows: readonly FinalityRow[] = []
  return {
    put: next => void (rows = next),
    readerFor: filter => (start, end, sort) => {
      const shown = sortedRows(filteredRows(rows, filter), sort)
      return Promise.resolve({ rows: shown.slice(start, end), total: shown.length, capped: false })
    },
  }
}
