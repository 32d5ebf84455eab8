import type { ColumnState, GridApi } from 'ag-grid-community'
import { MARK_COLUMN } from './grid-marks.tsx'
import type { BlockOfRows } from './grid-update.ts'

/** Order, width, visibility and sort of the columns, as a person arranged them. */
export type GridLayout = readonly Pick<ColumnState, 'colId' | 'width' | 'hide' | 'sort' | 'flex'>[]

export type LayoutChange = 'columns' | 'sort'

interface Listeners<Row> {
  readonly onRead: (block: BlockOfRows<Row>) => void
  readonly onError: (error: unknown) => void
  readonly onOpen: (row: Row) => void
  readonly onLayoutChange: (layout: GridLayout, what: LayoutChange) => void
  readonly isNew: (row: Row) => boolean
}

/** What is known of a grid once it stands on the page. */
export interface OpenGrid<Row extends { readonly id: string }> {
  api(): GridApi<Row> | undefined
  ready(api: GridApi<Row>): void
  frame(): HTMLElement | null
  framed(frame: HTMLElement | null): void
  /** Brings a row into sight and gives it selection and focus, as soon as the grid is long enough to have it. */
  reveal(index: number): void
  /** In another list the row is another one. */
  letGo(): void
  setTotal(total: number): void
  listen(listeners: Listeners<Row>): void
  read(block: BlockOfRows<Row>): void
  failed(error: unknown): void
  chosen(row: Row): void
  laidOut(layout: GridLayout, what: LayoutChange): void
  isNew(row: Row): boolean
}

export function createOpenGrid<Row extends { readonly id: string }>(): OpenGrid<Row> {
  let api: GridApi<Row> | undefined
  let frame: HTMLElement | null = null
  let listeners: Listeners<Row> | undefined
  /** A row to show that the grid does not know yet, and one in sight whose words are still being read. */
  let toShow: number | undefined
  let toSelect: number | undefined
  const goOn = (): void => {
    if (api && toShow !== undefined && toShow < api.getDisplayedRowCount()) {
      const index = toShow
      toShow = undefined
      toSelect = index
      if (!isInSight(api, index)) api.ensureIndexVisible(index, 'middle')
      onceDrawn(frame, index, () => focusRow(api, index))
    }
    if (toSelect !== undefined && selectRow(api, toSelect)) toSelect = undefined
  }
  return {
    api: () => api,
    ready: ready => void (api = ready),
    frame: () => frame,
    framed: element => void (frame = element),
    reveal: index => {
      toShow = index
      goOn()
    },
    letGo: () => void (toShow = toSelect = undefined),
    setTotal: total => {
      api?.setRowCount(total, true)
      goOn()
    },
    listen: now => void (listeners = now),
    read: block => {
      goOn()
      listeners?.onRead(block)
    },
    failed: error => listeners?.onError(error),
    chosen: row => listeners?.onOpen(row),
    laidOut: (layout, what) => listeners?.onLayoutChange(layout, what),
    isNew: row => listeners?.isNew(row) ?? false,
  }
}

function isInSight<Row>(api: GridApi<Row>, index: number): boolean {
  const node = api.getDisplayedRowAtIndex(index)
  if (!node || node.rowTop === null || !node.rowHeight) return false
  const { top, bottom } = api.getVerticalPixelRange()
  return node.rowTop >= top && node.rowTop + node.rowHeight <= bottom
}

/** Whether it could be selected: a row that is still being read cannot. */
export function selectRow<Row>(api: GridApi<Row> | undefined, index: number): boolean {
  const node = api?.getDisplayedRowAtIndex(index)
  if (!node?.data) return false
  node.setSelected(true, true)
  return true
}

export function focusRow<Row>(api: GridApi<Row> | undefined, index: number): void {
  const column = api?.getAllDisplayedColumns().find(shown => shown.getColId() !== MARK_COLUMN)
  if (column) api?.setFocusedCell(index, column)
}

const MOST_FRAMES = 120

/** The grid draws a row that came into sight one or two frames later; only then can it take the focus. */
function onceDrawn(frame: HTMLElement | null, index: number, then: () => void, frames = MOST_FRAMES): void {
  if (frame?.querySelector(`.ag-row[row-index="${index}"] .ag-cell`)) then()
  else if (frames > 0) requestAnimationFrame(() => onceDrawn(frame, index, then, frames - 1))
}
