import { AG_GRID_LOCALE_DE, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import {
  CellStyleModule, ColumnApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RenderApiModule, RowApiModule,
  RowSelectionModule, RowStyleModule, ScrollApiModule, themeQuartz, TooltipModule, type ColDef, type ColumnState, type GetRowIdParams,
  type GridApi, type GridReadyEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useImperativeHandle, useMemo, useState, type ReactElement, type ReactNode, type Ref } from 'react'
import { createRowSource, type BlockOfRows, type RowSource, type Sort } from './grid-rows.ts'
import { useLanguage } from './use-language.ts'
import './grid.css'

ModuleRegistry.registerModules([
  InfiniteRowModelModule, ColumnApiModule, RowApiModule, RowSelectionModule, RowStyleModule, CellStyleModule, LocaleModule,
  RenderApiModule, ScrollApiModule, TooltipModule,
])

export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly text: (row: Row) => string
  /** More than text, where a symbol stands beside the words. */
  readonly render?: (row: Row) => ReactNode
  readonly hint?: (row: Row) => string
  readonly isSortable?: boolean
  readonly isHidden?: boolean
  /** Takes the room that is left. */
  readonly isWide?: boolean
}

/** Order, width, visibility and sort of the columns, as a person arranged them. */
export type GridLayout = readonly Pick<ColumnState, 'colId' | 'width' | 'hide' | 'sort' | 'flex'>[]

export interface GridHandle {
  /** Reads the rows on screen again and keeps them where they are. */
  refresh(): void
  /** Scrolls to a row, selects it and puts the focus there. */
  reveal(index: number): void
  focus(): void
  /** Says how long the list is, once that is known. */
  setTotal(total: number): void
  resetColumns(): void
  showColumns(ids: readonly string[]): void
  /** Draws the cells again whose words depend on the time. */
  redraw(): void
}

interface Props<Row extends { readonly id: string }> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly layout: GridLayout | undefined
  readonly defaultSort: Sort
  readonly rowHeight: number
  readonly rowClass?: (row: Row) => string | undefined
  /** Reads rows `start` to `end`; a new function means another list. */
  readonly read: (start: number, end: number, sort: Sort) => Promise<BlockOfRows<Row>>
  readonly onRead: (block: BlockOfRows<Row>) => void
  readonly onError: (error: unknown) => void
  readonly onOpen: (row: Row) => void
  readonly onLayoutChange: (layout: GridLayout) => void
  readonly handle: Ref<GridHandle>
}

const BLOCK = 100

const theme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: '0.875rem',
  spacing: 6,
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  accentColor: 'var(--action)',
  borderColor: 'var(--line)',
  headerBackgroundColor: 'var(--surface)',
  headerTextColor: 'var(--text-muted)',
  headerFontWeight: 500,
  headerFontSize: '0.8125rem',
  rowHoverColor: 'var(--hover)',
  selectedRowBackgroundColor: 'var(--selected)',
  wrapperBorder: false,
  rowBorder: { color: 'var(--line-soft)' },
  wrapperBorderRadius: 0,
  headerHeight: 36,
  cellHorizontalPadding: 12,
  iconSize: 14,
  browserColorScheme: 'inherit',
})

/** The one place that knows AG Grid: a window over all rows of a list, whatever their number, without loading them. */
export function Grid<Row extends { readonly id: string }>(props: Props<Row>): ReactElement {
  const { columns, defaultSort, layout, handle, label, rowClass, onLayoutChange, onOpen } = props
  const language = useLanguage()
  const [open] = useState(() => createOpenGrid<Row>())
  const rows = useRowSource(props, open)
  useImperativeHandle(handle, () => handleFor(open, rows), [open, rows])
  const definitions = useMemo(() => columns.map(column => definitionOf(column, defaultSort)), [columns, defaultSort])
  const keepLayout = useCallback(() => {
    const api = open.api()
    if (api) onLayoutChange(layoutOf(api))
  }, [open, onLayoutChange])
  const prepare = ({ api }: GridReadyEvent<Row>): void => {
    open.ready(api)
    api.setGridAriaProperty('label', label)
    if (layout) api.applyColumnState({ state: [...layout], applyOrder: true })
  }
  return (
    <div className="grid" ref={element => open.framed(element)}>
      <AgGridReact<Row>
        {...FIXED}
        datasource={rows.source}
        rowHeight={props.rowHeight}
        columnDefs={definitions}
        localeText={language === 'de' ? AG_GRID_LOCALE_DE : AG_GRID_LOCALE_EN}
        getRowId={idOf}
        getRowClass={({ data }) => (data ? rowClass?.(data) : undefined)}
        onGridReady={prepare}
        onCellFocused={({ api, rowIndex }) => rowIndex !== null && selectRow(api, rowIndex)}
        onCellKeyDown={({ event, data }) => isEnter(event) && data && onOpen(data)}
        onRowClicked={({ data }) => data && onOpen(data)}
        onColumnMoved={({ finished }) => finished && keepLayout()}
        onColumnResized={({ finished, source }) => finished && source !== 'flex' && keepLayout()}
        onColumnVisible={keepLayout}
        onSortChanged={keepLayout}
      />
    </div>
  )
}

const FIXED = {
  theme,
  rowModelType: 'infinite',
  cacheBlockSize: BLOCK,
  cacheOverflowSize: BLOCK,
  maxBlocksInCache: 30,
  rowBuffer: 5,
  // Blocks come from this computer; with all of them at once a refresh is drawn at one go.
  maxConcurrentDatasourceRequests: 30,
  rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
  ensureDomOrder: true,
  suppressMultiSort: true,
  maintainColumnOrder: true,
  enableBrowserTooltips: true,
} as const

const isEnter = (event: Event | null | undefined): boolean => event instanceof KeyboardEvent && event.key === 'Enter' && !event.altKey

/** What is known of a grid once it stands on the page. */
interface OpenGrid<Row extends { readonly id: string }> {
  api(): GridApi<Row> | undefined
  ready(api: GridApi<Row>): void
  frame(): HTMLElement | null
  framed(frame: HTMLElement | null): void
  /** A row far down is brought into sight before it has been read; it is selected once it has. */
  want(index: number): void
  listen(listeners: Listeners<Row>): void
  read(block: BlockOfRows<Row>): void
  failed(error: unknown): void
}

type Listeners<Row extends { readonly id: string }> = Pick<Props<Row>, 'onRead' | 'onError'>

function createOpenGrid<Row extends { readonly id: string }>(): OpenGrid<Row> {
  let api: GridApi<Row> | undefined
  let frame: HTMLElement | null = null
  let wanted: number | undefined
  let listeners: Listeners<Row> | undefined
  const selectWanted = (): void => {
    if (wanted !== undefined && selectRow(api, wanted)) wanted = undefined
  }
  return {
    api: () => api,
    ready: ready => void (api = ready),
    frame: () => frame,
    framed: element => void (frame = element),
    want: index => {
      wanted = index
      selectWanted()
    },
    listen: now => void (listeners = now),
    read: block => {
      selectWanted()
      listeners?.onRead(block)
    },
    failed: error => listeners?.onError(error),
  }
}

function isInSight<Row>(api: GridApi<Row> | undefined, index: number): boolean {
  const node = api?.getDisplayedRowAtIndex(index)
  if (!api || !node || node.rowTop === null || !node.rowHeight) return false
  const { top, bottom } = api.getVerticalPixelRange()
  return node.rowTop >= top && node.rowTop + node.rowHeight <= bottom
}

/** Whether it could be selected: a row that is still being read cannot. */
function selectRow<Row>(api: GridApi<Row> | undefined, index: number): boolean {
  const node = api?.getDisplayedRowAtIndex(index)
  if (!node?.data) return false
  node.setSelected(true, true)
  return true
}

const idOf = <Row extends { readonly id: string }>({ data }: GetRowIdParams<Row>): string => data.id

function useRowSource<Row extends { readonly id: string }>({ read, onRead, onError, defaultSort }: Props<Row>, open: OpenGrid<Row>): RowSource {
  useEffect(() => open.listen({ onRead, onError }), [open, onRead, onError])
  const rows = useMemo(
    () => createRowSource<Row>({ read, defaultSort, api: open.api, frame: open.frame, onRead: open.read, onError: open.failed }),
    [read, defaultSort, open],
  )
  useEffect(() => rows.end, [rows])
  return rows
}

function definitionOf<Row>(column: GridColumn<Row>, defaultSort: Sort): ColDef<Row> {
  const { render, hint } = column
  return {
    colId: column.id,
    headerName: column.title,
    ...(column.isWide ? { flex: 1, minWidth: column.width } : { width: column.width, minWidth: 64 }),
    initialHide: column.isHidden === true,
    sortable: column.isSortable === true,
    ...(defaultSort.field === column.id ? { initialSort: defaultSort.direction } : {}),
    sortingOrder: ['asc', 'desc'],
    valueGetter: ({ data }) => (data ? column.text(data) : ''),
    ...(hint ? { tooltipValueGetter: ({ data }) => (data ? hint(data) : '') } : {}),
    ...(render ? { cellRenderer: ({ data }: { readonly data: Row | undefined }) => (data ? render(data) : null) } : {}),
  }
}

const layoutOf = <Row,>(api: GridApi<Row>): GridLayout =>
  api.getColumnState().map(({ colId, width, hide, sort, flex }) => ({
    colId, ...(width === undefined ? {} : { width }), hide: hide === true, sort: sort ?? null, flex: flex ?? null,
  }))

function handleFor<Row extends { readonly id: string }>(open: OpenGrid<Row>, rows: RowSource): GridHandle {
  const focusRow = (index: number): void => {
    const [column] = open.api()?.getAllDisplayedColumns() ?? []
    if (column) open.api()?.setFocusedCell(index, column)
  }
  return {
    refresh: rows.refresh,
    reveal: index => {
      if (!isInSight(open.api(), index)) open.api()?.ensureIndexVisible(index, 'middle')
      open.want(index)
      onceDrawn(open, index, () => focusRow(index))
    },
    focus: () => focusRow(open.api()?.getSelectedNodes()[0]?.rowIndex ?? 0),
    setTotal: total => open.api()?.setRowCount(total, true),
    resetColumns: () => open.api()?.resetColumnState(),
    showColumns: ids => showColumns(open.api(), ids),
    redraw: () => open.api()?.refreshCells({ force: true }),
  }
}

const MOST_FRAMES = 30

/** The grid draws a row that came into sight one or two frames later; only then can it take the focus. */
function onceDrawn<Row extends { readonly id: string }>(open: OpenGrid<Row>, index: number, then: () => void, frames = MOST_FRAMES): void {
  if (open.frame()?.querySelector(`.ag-row[row-index="${index}"] .ag-cell`)) then()
  else if (frames > 0) requestAnimationFrame(() => onceDrawn(open, index, then, frames - 1))
}

function showColumns<Row>(api: GridApi<Row> | undefined, ids: readonly string[]): void {
  const all = api?.getColumns() ?? []
  api?.setColumnsVisible(all.filter(column => ids.includes(column.getColId())), true)
  api?.setColumnsVisible(all.filter(column => !ids.includes(column.getColId())), false)
}
