import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { Grid, type GridColumn, type GridHandle } from './grid.tsx'
import type { ReadRows, Sort } from './grid-rows.ts'

type Shown<Row> = (rows: readonly Row[], sort: Sort) => readonly Row[]

interface Props<Row extends { readonly id: string }> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly defaultSort: Sort
  readonly rows: readonly Row[]
  /** What of the rows is in the list, in its order. A new function is another list; the same one with other rows keeps its place. */
  readonly shown: Shown<Row>
  readonly chosenId: string | undefined
  /** The columns for which there is room beside the chosen one; without them all stay. */
  readonly beside?: readonly string[]
  readonly onChoose: (row: Row) => void
}

/** A list of rows that are all at hand, with the chosen one in sight. */
export function RowsGrid<Row extends { readonly id: string }>({ label, columns, defaultSort, rows, shown, chosenId, beside, onChoose }: Props<Row>): ReactElement {
  const grid = useRef<GridHandle>(null)
  const [box] = useState(createRowBox<Row>)
  // Before the grid asks: its own effects come after those of the layout.
  useLayoutEffect(() => {
    box.put(rows)
    grid.current?.refresh()
  }, [box, rows])
  const select = useCallback(() => { if (chosenId) grid.current?.select(chosenId) }, [chosenId])
  useEffect(select, [select])
  const isBeside = chosenId !== undefined
  useEffect(() => { if (beside) grid.current?.showColumns(isBeside ? beside : columns.map(({ id }) => id)) }, [beside, columns, isBeside])
  const read = useMemo(() => box.readerFor(shown), [box, shown])
  return <Grid<Row> label={label} columns={columns} layout={undefined} defaultSort={defaultSort} rowHeight={36} isNew={never} read={read} onRead={select} onError={nothing} onOpen={onChoose} onLayoutChange={nothing} handle={grid} />
}

const never = (): boolean => false
const nothing = (): void => undefined

/** The rows as they are now, for a grid that asks for them when it draws. */
interface RowBox<Row> {
  put(rows: readonly Row[]): void
  readerFor(shown: Shown<Row>): ReadRows<Row>
}

function createRowBox<Row>(): RowBox<Row> {
  let rows: readonly Row[] = []
  return {
    put: next => void (rows = next),
    readerFor: shown => (start, end, sort) => {
      const list = shown(rows, sort)
      return Promise.resolve({ rows: list.slice(start, end), total: list.length, capped: false })
    },
  }
}
