import { AG_GRID_LOCALE_DE, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import {
  CellStyleModule, ColumnApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RenderApiModule, RowApiModule,
  RowSelectionModule, RowStyleModule, ScrollApiModule, themeQuartz, TooltipModule, type ColDef, type GetRowIdParams,
  type GridApi, type GridReadyEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { memo, useEffect, useImperativeHandle, useMemo, useState, type ReactElement, type ReactNode, type Ref } from 'react'
import { createOpenGrid, focusRow, selectRow, type GridLayout, type LayoutChange, type OpenGrid } from './grid-open.ts'
import { MARK_COLUMN, markByKey, markColumn, type GridMarks } from './grid-marks.tsx'
import { createRowSource, type ReadRows, type RowSource, type Sort } from './grid-rows.ts'
import type { BlockOfRows } from './grid-update.ts'
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
  /** How many parts of the room that is left it takes, at least its width. */
  readonly share?: number
}

export interface GridHandle {
  /** Reads the rows on screen again and keeps them where they are. */
  refresh(): void
  /** Scrolls to a row, selects it and puts the focus there. */
  reveal(index: number): void
  /** Brings a row into sight and selects it; the focus stays where it is. Nothing happens to a row that is not read yet. */
  select(id: string): void
  focus(): void
  /** Says how long the list is, once that is known. */
  setTotal(total: number): void
  resetColumns(): void
  showColumns(ids: readonly string[]): void
  /** The columns in sight, from left to right. */
  shownColumns(): readonly string[]
  arranged(): GridLayout
  /** Draws the cells again whose words depend on the time. */
  redraw(): void
}

interface Props<Row extends { readonly id: string }> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly layout: GridLayout | undefined
  readonly defaultSort: Sort
  readonly rowHeight: number
  /** Rows that have something new in them stand out. */
  readonly isNew: (row: Row) => boolean
  /** Reads rows `start` to `end`; a new function means another list. */
  readonly read: ReadRows<Row>
  readonly onRead: (block: BlockOfRows<Row>) => void
  readonly onError: (error: unknown) => void
  readonly onOpen: (row: Row) => void
  /** The person has arranged the columns, or only sorted by one. */
  readonly onLayoutChange: (layout: GridLayout, what: LayoutChange) => void
  /** Rows can be marked where these are given. */
  readonly marks?: GridMarks<Row> | undefined
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
  const { columns, defaultSort, handle, marks, rowHeight, read, onRead, onError, onOpen, onLayoutChange, isNew } = props
  const [open] = useState(() => createOpenGrid<Row>())
  const [rows] = useState(() =>
    createRowSource<Row>({ read, defaultSort, blockSize: BLOCK, api: open.api, frame: open.frame, onRead: open.read, onError: open.failed }))
  useEffect(() => open.listen({ onRead, onError, onOpen, onLayoutChange, isNew }), [open, onRead, onError, onOpen, onLayoutChange, isNew])
  useEffect(() => {
    open.letGo()
    rows.show(read)
  }, [open, rows, read])
  useEffect(() => rows.end, [rows])
  useImperativeHandle(handle, () => handleFor(open, rows), [open, rows])
  const [lastMarked] = useState<{ index: number | undefined }>({ index: undefined })
  const definitions = useMemo(() => [
    ...(marks ? [markColumn(marks, lastMarked)] : []), ...columns.map(column => definitionOf(column, defaultSort)),
  ], [columns, defaultSort, marks, lastMarked])
  return <div className="grid" role="presentation" ref={element => open.framed(element)} onKeyDownCapture={event => marks && markByKey(event, marks, open.api())}><Sheet<Row> {...{ open, rows, definitions, rowHeight }} label={props.label} layout={props.layout} /></div>
}

interface SheetProps<Row extends { readonly id: string }> {
  readonly open: OpenGrid<Row>
  readonly rows: RowSource<Row>
  readonly definitions: ColDef<Row>[]
  readonly rowHeight: number
  readonly label: string
  readonly layout: GridLayout | undefined
}

/** Drawn again for other columns only: each time its properties change the grid looks at every row, and a person who searches changes the list with each key. */
const Sheet = memo(function Sheet<Row extends { readonly id: string }>({ open, rows, definitions, rowHeight, label, layout }: SheetProps<Row>): ReactElement {
  const language = useLanguage()
  const prepare = ({ api }: GridReadyEvent<Row>): void => {
    open.ready(api)
    api.setGridAriaProperty('label', label)
    if (layout) api.applyColumnState({ state: [...layout], applyOrder: true })
  }
  const [classRules] = useState(() => ({ 'row--new': ({ data }: { readonly data: Row | undefined }) => data !== undefined && open.isNew(data) }))
  const keep = (api: GridApi<Row>, source: string, what: LayoutChange): void => { if (isByPerson(source)) open.laidOut(layoutOf(api), what) }
  return (
    <AgGridReact<Row>
      {...FIXED}
      datasource={rows.source}
      rowHeight={rowHeight}
      columnDefs={definitions}
      localeText={language === 'de' ? AG_GRID_LOCALE_DE : AG_GRID_LOCALE_EN}
      getRowId={idOf}
      rowClassRules={classRules}
      onGridReady={prepare}
      onCellFocused={({ api, rowIndex }) => rowIndex !== null && selectRow(api, rowIndex)}
      onCellKeyDown={({ event, data }) => isEnter(event) && data && open.chosen(data)}
      onRowClicked={({ data, event }) => data && !isOnMark(event) && open.chosen(data)}
      onColumnMoved={({ api, source, finished }) => finished && keep(api, source, 'columns')}
      onColumnResized={({ api, source, finished }) => finished && keep(api, source, 'columns')}
      onSortChanged={({ api, source }) => keep(api, source, 'sort')}
    />
  )
}) as <Row extends { readonly id: string }>(props: SheetProps<Row>) => ReactElement

const FIXED = {
  theme,
  rowModelType: 'infinite',
  cacheBlockSize: BLOCK,
  cacheOverflowSize: BLOCK,
  // A refresh reads them all.
  maxBlocksInCache: 10,
  rowBuffer: 5,
  // Blocks come from this computer; with all of them at once a refresh is drawn at one go.
  maxConcurrentDatasourceRequests: 30,
  rowSelection: { mode: 'singleRow', checkboxes: false, enableClickSelection: true },
  ensureDomOrder: true,
  suppressMultiSort: true,
  maintainColumnOrder: true,
  enableBrowserTooltips: true,
  // The list has words of its own for it.
  suppressNoRowsOverlay: true,
} as const

/** Not what the desk itself does to the columns. */
const isByPerson = (source: string): boolean => source.startsWith('ui') || source === 'autosizeColumns'

const isEnter = (event: Event | null | undefined): boolean => event instanceof KeyboardEvent && event.key === 'Enter' && !event.altKey

const isOnMark = (event: Event | null | undefined): boolean => event?.target instanceof Element && event.target.closest('.grid__mark') !== null

const idOf = <Row extends { readonly id: string }>({ data }: GetRowIdParams<Row>): string => data.id

function definitionOf<Row>(column: GridColumn<Row>, defaultSort: Sort): ColDef<Row> {
  const { render, hint } = column
  return {
    colId: column.id,
    headerName: column.title,
    // What a person made of it outlasts new words in the headings.
    ...(column.share ? { initialFlex: column.share, minWidth: column.width } : { initialWidth: column.width, minWidth: 64 }),
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
  api.getColumnState().filter(({ colId }) => colId !== MARK_COLUMN).map(({ colId, width, hide, sort, flex }) => ({
    colId, ...(width === undefined ? {} : { width }), hide: hide === true, sort: sort ?? null, flex: flex ?? null,
  }))

function handleFor<Row extends { readonly id: string }>(open: OpenGrid<Row>, rows: RowSource<Row>): GridHandle {
  return {
    refresh: rows.refresh,
    reveal: open.reveal,
    select: id => {
      const node = open.api()?.getRowNode(id)
      node?.setSelected(true, true)
      if (node && node.rowIndex !== null) open.api()?.ensureIndexVisible(node.rowIndex)
    },
    focus: () => focusRow(open.api(), open.api()?.getSelectedNodes()[0]?.rowIndex ?? 0),
    setTotal: open.setTotal,
    resetColumns: () => open.api()?.resetColumnState(),
    showColumns: ids => showColumns(open.api(), ids),
    shownColumns: () => (open.api()?.getAllDisplayedColumns() ?? []).map(column => column.getColId()).filter(id => id !== MARK_COLUMN),
    arranged: () => { const api = open.api(); return api ? layoutOf(api) : [] },
    redraw: () => open.api()?.refreshCells({ force: true }),
  }
}

function showColumns<Row>(api: GridApi<Row> | undefined, ids: readonly string[]): void {
  const all = (api?.getColumns() ?? []).filter(column => column.getColId() !== MARK_COLUMN)
  api?.setColumnsVisible(all.filter(column => ids.includes(column.getColId())), true)
  api?.setColumnsVisible(all.filter(column => !ids.includes(column.getColId())), false)
}
