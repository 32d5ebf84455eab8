import { AG_GRID_LOCALE_DE, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import {
  CellStyleModule, ColumnApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RenderApiModule, RowApiModule,
  RowSelectionModule, RowStyleModule, ScrollApiModule, themeQuartz, TooltipModule, type ColDef, type ColumnState, type GetRowIdParams,
  type GridApi,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, type ReactElement, type ReactNode, type Ref } from 'react'
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
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const api = useRef<GridApi<Row>>(undefined)
  const wanted = useRef<number>(undefined)
  const rows = useRowSource(props, api, frame, wanted)
  useImperativeHandle(props.handle, () => handleFor(api, rows, wanted), [rows])
  const columns = useMemo(() => props.columns.map(column => definitionOf(column, props.defaultSort)), [props.columns, props.defaultSort])
  const keepLayout = useCallback(() => api.current && props.onLayoutChange(layoutOf(api.current)), [props.onLayoutChange])
  return (
    <div className="grid" ref={frame}>
      <AgGridReact<Row>
        theme={theme}
        rowModelType="infinite"
        datasource={rows.source}
        cacheBlockSize={BLOCK}
        cacheOverflowSize={BLOCK}
        maxBlocksInCache={30}
        rowHeight={props.rowHeight}
        columnDefs={columns}
        localeText={language === 'de' ? AG_GRID_LOCALE_DE : AG_GRID_LOCALE_EN}
        getRowId={idOf}
        getRowClass={({ data }) => (data ? props.rowClass?.(data) : undefined)}
        rowSelection={SELECTION}
        ensureDomOrder
        suppressMultiSort
        maintainColumnOrder
        enableBrowserTooltips
        suppressCellFocus={false}
        onGridReady={event => {
          api.current = event.api
          event.api.setGridAriaProperty('label', props.label)
          if (props.layout) event.api.applyColumnState({ state: [...props.layout], applyOrder: true })
        }}
        onCellFocused={({ rowIndex }) => rowIndex !== null && selectRow(api.current, rowIndex)}
        onCellKeyDown={({ event, data }) => event instanceof KeyboardEvent && event.key === 'Enter' && !event.altKey && data && props.onOpen(data)}
        onRowClicked={({ data }) => data && props.onOpen(data)}
        onColumnMoved={({ finished }) => finished && keepLayout()}
        onColumnResized={({ finished, source }) => finished && source !== 'flex' && keepLayout()}
        onColumnVisible={keepLayout}
        onSortChanged={keepLayout}
      />
    </div>
  )
}

const SELECTION = { mode: 'singleRow', checkboxes: false, enableClickSelection: true } as const

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

function useRowSource<Row extends { readonly id: string }>(
  { read, onRead, onError, defaultSort }: Props<Row>,
  api: { readonly current: GridApi<Row> | undefined },
  frame: { readonly current: HTMLDivElement | null },
  wanted: { current: number | undefined },
): RowSource {
  const listeners = useRef({ onRead, onError })
  listeners.current = { onRead, onError }
  const rows = useMemo(
    () => createRowSource<Row>({
      read, defaultSort,
      onRead: block => {
        // A row far down is brought into sight before it has been read.
        if (wanted.current !== undefined && selectRow(api.current, wanted.current)) wanted.current = undefined
        listeners.current.onRead(block)
      },
      onError: error => listeners.current.onError(error),
      api: () => api.current,
      frame: () => frame.current,
    }),
    [read, defaultSort, api, frame, wanted],
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

function handleFor<Row extends { readonly id: string }>(
  api: { readonly current: GridApi<Row> | undefined },
  rows: RowSource,
  wanted: { current: number | undefined },
): GridHandle {
  const focusRow = (index: number): void => {
    const [column] = api.current?.getAllDisplayedColumns() ?? []
    if (column) api.current?.setFocusedCell(index, column)
  }
  return {
    refresh: rows.refresh,
    reveal: index => {
      wanted.current = index
      if (!isInSight(api.current, index)) api.current?.ensureIndexVisible(index, 'middle')
      focusRow(index)
      if (selectRow(api.current, index)) wanted.current = undefined
    },
    focus: () => focusRow(api.current?.getSelectedNodes()[0]?.rowIndex ?? 0),
    resetColumns: () => api.current?.resetColumnState(),
    showColumns: ids => {
      const all = api.current?.getColumns() ?? []
      api.current?.setColumnsVisible(all.filter(column => ids.includes(column.getColId())), true)
      api.current?.setColumnsVisible(all.filter(column => !ids.includes(column.getColId())), false)
    },
    redraw: () => api.current?.refreshCells({ force: true }),
  }
}
