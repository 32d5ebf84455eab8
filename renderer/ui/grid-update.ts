import type { IRowNode } from 'ag-grid-community'

export interface BlockOfRows<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** The list is longer than `total`, by how much nobody has counted. */
  readonly capped: boolean
}

export interface ReadBlock<Row> {
  readonly startRow: number
  readonly endRow: number
  readonly block: BlockOfRows<Row>
}

/** What is asked of a grid here. */
interface RowsInPlace<Row> {
  getDisplayedRowCount(): number
  getDisplayedRowAtIndex(index: number): Pick<IRowNode<Row>, 'data' | 'updateData'> | undefined
}

/**
 * Puts rows that were read anew where they stand already: only what has changed is drawn. False, and nothing done, when rows
 * have come, gone or moved; then the grid has to draw all of them.
 */
export function updateInPlace<Row extends { readonly id: string }>(grid: RowsInPlace<Row>, blocks: readonly ReadBlock<Row>[]): boolean {
  if (!blocks.every(read => standsStill(grid, read))) return false
  for (const { startRow, block } of blocks) {
    for (const [index, row] of block.rows.entries()) {
      const node = grid.getDisplayedRowAtIndex(startRow + index)
      if (node?.data && !isSame(node.data, row)) node.updateData(row)
    }
  }
  return true
}

/** Whether the block has the same cases in the same places, and the list its length. */
function standsStill<Row extends { readonly id: string }>(grid: RowsInPlace<Row>, { startRow, endRow, block: { rows, total, capped } }: ReadBlock<Row>): boolean {
  const length = capped ? rows.length === endRow - startRow : grid.getDisplayedRowCount() === total && rows.length === Math.min(endRow, total) - startRow
  return length && rows.every(({ id }, index) => grid.getDisplayedRowAtIndex(startRow + index)?.data?.id === id)
}

/** Rows are flat: values, and lists of values. */
function isSame<Row extends object>(one: Row, other: Row): boolean {
  const values = Object.entries(other)
  const before = new Map<string, unknown>(Object.entries(one))
  return values.length === before.size && values.every(([name, value]) => isSameValue(before.get(name), value))
}

const isSameValue = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? one.length === other.length && one.every((value, index) => value === other[index]) : one === other
