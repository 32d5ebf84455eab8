import type { ColDef, GridApi } from 'ag-grid-community'
import { useSyncExternalStore, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react'

/** Marks on the rows of a grid, kept outside of it: they outlast rows that are scrolled out of memory. */
export interface GridMarks<Row> {
  readonly isMarked: (id: string) => boolean
  /** Whether all rows of the list are marked, read ones and others. */
  readonly isEverything: () => boolean
  readonly hasAny: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  readonly toggle: (id: string) => void
  readonly mark: (ids: readonly string[]) => void
  /** Marks a stretch of the list, rows that are not read yet included. */
  readonly markBetween: (from: number, to: number) => void
  readonly all: () => void
  readonly clear: () => void
  readonly label: (row: Row) => string
  readonly allLabel: string
}

export const MARK_COLUMN = 'mark'

/** A narrow first column of check boxes that is no part of the layout a person arranges. */
export function markColumn<Row extends { readonly id: string }>(marks: GridMarks<Row>, lastMarked: { index: number | undefined }): ColDef<Row> {
  return {
    colId: MARK_COLUMN, headerName: '', width: 40, minWidth: 40, maxWidth: 40, lockPosition: 'left', suppressMovable: true, resizable: false, sortable: false,
    cellClass: 'grid__mark', headerClass: 'grid__mark',
    headerComponent: () => <MarkAll marks={marks} />,
    cellRenderer: ({ data, node }: { readonly data: Row | undefined; readonly node: { readonly rowIndex: number | null } }) =>
      data ? <Mark marks={marks} row={data} onToggle={isStretch => toggleAt(marks, data, node.rowIndex, isStretch, lastMarked)} /> : null,
  }
}

function toggleAt<Row extends { readonly id: string }>(marks: GridMarks<Row>, row: Row, index: number | null, isStretch: boolean, lastMarked: { index: number | undefined }): void {
  if (isStretch && index !== null && lastMarked.index !== undefined) marks.markBetween(Math.min(index, lastMarked.index), Math.max(index, lastMarked.index))
  else marks.toggle(row.id)
  lastMarked.index = index ?? undefined
}

interface MarkProps<Row> {
  readonly marks: GridMarks<Row>
  readonly row: Row
  readonly onToggle: (isStretch: boolean) => void
}

/** Out of the order of focus: the cell has it, and the space bar marks the row from any cell. */
function Mark<Row extends { readonly id: string }>({ marks, row, onToggle }: MarkProps<Row>): ReactElement {
  const isOn = useSyncExternalStore(marks.subscribe, () => marks.isMarked(row.id))
  const press = (event: MouseEvent): void => onToggle(event.shiftKey)
  return (
    <label className="grid__box">
      <input type="checkbox" tabIndex={-1} checked={isOn} aria-label={marks.label(row)} onClick={press} onChange={ignore} />
    </label>
  )
}

function MarkAll<Row>({ marks }: { readonly marks: GridMarks<Row> }): ReactElement {
  const isAll = useSyncExternalStore(marks.subscribe, marks.isEverything)
  const isSome = useSyncExternalStore(marks.subscribe, marks.hasAny) && !isAll
  return (
    <label className="grid__box">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isAll}
        aria-label={marks.allLabel}
        ref={box => { if (box) box.indeterminate = isSome }}
        onChange={() => (isAll ? marks.clear() : marks.all())}
      />
    </label>
  )
}

const ignore = (): void => undefined

/** Space marks the row, Shift with the arrows marks on the way, Ctrl+A marks all of the list, Esc takes the marks away. */
export function markByKey<Row extends { readonly id: string }>(event: KeyboardEvent, marks: GridMarks<Row>, api: GridApi<Row> | undefined): void {
  const index = rowIndexOf(event.target)
  if (index === undefined || !api || !acted(event, marks, api, index)) return
  event.preventDefault()
  event.stopPropagation()
}

/** The row that has the focus; undefined outside of the rows. */
function rowIndexOf(target: EventTarget): number | undefined {
  const index = target instanceof Element ? target.closest('.ag-row')?.getAttribute('row-index') : undefined
  return index ? Number(index) : undefined
}

function acted<Row extends { readonly id: string }>(event: KeyboardEvent, marks: GridMarks<Row>, api: GridApi<Row>, index: number): boolean {
  const { key, shiftKey, altKey } = event
  const isCtrl = event.ctrlKey || event.metaKey
  if (altKey) return false
  const row = api.getDisplayedRowAtIndex(index)?.data
  if (key === ' ' && !isCtrl && !shiftKey) {
    if (row) marks.toggle(row.id)
    return true
  }
  if (key.toLowerCase() === 'a' && isCtrl && !shiftKey) {
    marks.all()
    return true
  }
  if (key === 'Escape' && marks.hasAny()) {
    marks.clear()
    return true
  }
  if (!shiftKey || isCtrl || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
  markOn(marks, api, index, key === 'ArrowDown' ? 1 : -1)
  return true
}

function markOn<Row extends { readonly id: string }>(marks: GridMarks<Row>, api: GridApi<Row>, index: number, step: 1 | -1): void {
  const here = api.getDisplayedRowAtIndex(index)?.data
  const next = api.getDisplayedRowAtIndex(index + step)?.data
  marks.mark([here, next].flatMap(row => (row ? [row.id] : [])))
  const column = api.getFocusedCell()?.column ?? api.getAllDisplayedColumns().find(shown => shown.getColId() !== MARK_COLUMN)
  if (!next || !column) return
  api.ensureIndexVisible(index + step)
  api.setFocusedCell(index + step, column)
}
