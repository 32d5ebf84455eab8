import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community'

export interface Sort {
  readonly field: string
  readonly direction: 'asc' | 'desc'
}

export interface BlockOfRows<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** The list is longer than `total`, by how much nobody has counted. */
  readonly capped: boolean
}

export interface RowSource {
  readonly source: IDatasource
  refresh(): void
  end(): void
}

interface Settings<Row> {
  readonly read: (start: number, end: number, sort: Sort) => Promise<BlockOfRows<Row>>
  readonly onRead: (block: BlockOfRows<Row>) => void
  readonly onError: (error: unknown) => void
  readonly defaultSort: Sort
  readonly api: () => GridApi<Row> | undefined
  readonly frame: () => HTMLElement | null
}

/**
 * Hands blocks of rows to the grid. A refresh reads the blocks at hand again without emptying them; refreshes that come
 * while one runs become one more afterwards; and the topmost row in sight stays where it is when rows come in above it.
 */
export function createRowSource<Row extends { readonly id: string }>(settings: Settings<Row>): RowSource {
  const { read, onRead, onError, defaultSort, api } = settings
  let underWay = 0
  let refreshing: Anchor | undefined
  let again = false
  let ended = false

  const settled = (): void => {
    if (!refreshing || underWay > 0) return
    restore(settings, refreshing)
    refreshing = undefined
    if (again) refresh()
  }
  const refresh = (): void => {
    const grid = api()
    if (!grid || ended) return
    again = refreshing !== undefined
    if (again) return
    refreshing = anchorOf(settings, grid)
    grid.refreshInfiniteCache()
    if (underWay === 0) settled()
  }
  const getRows = async (request: IGetRowsParams): Promise<void> => {
    underWay++
    try {
      const block = await read(request.startRow, request.endRow, sortOf(request, defaultSort))
      if (ended) return request.failCallback()
      request.successCallback([...block.rows], lastRowOf(request, block))
      onRead(block)
    } catch (error) {
      request.failCallback()
      if (!ended) onError(error)
    } finally {
      underWay--
      settled()
    }
  }
  return { source: { getRows: request => void getRows(request) }, refresh, end: () => void (ended = true) }
}

function sortOf({ sortModel: [sort] }: IGetRowsParams, fallback: Sort): Sort {
  return sort ? { field: sort.colId, direction: sort.sort } : fallback
}

/** The grid keeps asking while the end is not known; a counted search knows its end only below the cap. */
function lastRowOf<Row>({ startRow, endRow }: IGetRowsParams, { rows, total, capped }: BlockOfRows<Row>): number | undefined {
  if (!capped) return total
  return rows.length < endRow - startRow ? startRow + rows.length : undefined
}

/** What shall stand still: the first row in sight, and the row that has the focus. */
interface Anchor {
  readonly id: string | undefined
  readonly index: number
  readonly focusedId: string | undefined
}

const viewportOf = (frame: HTMLElement | null): HTMLElement | null => frame?.querySelector<HTMLElement>('.ag-body-viewport') ?? null

/** The first row in sight, unless the list stands at its very top: there new rows shall come into sight. */
function anchorOf<Row extends { readonly id: string }>({ frame }: Settings<Row>, grid: GridApi<Row>): Anchor {
  const index = grid.getFirstDisplayedRowIndex()
  const atTop = (viewportOf(frame())?.scrollTop ?? 0) === 0
  const focused = grid.getFocusedCell()
  return {
    id: atTop ? undefined : grid.getDisplayedRowAtIndex(index)?.data?.id,
    index,
    focusedId: focused ? grid.getDisplayedRowAtIndex(focused.rowIndex)?.data?.id : undefined,
  }
}

function restore<Row extends { readonly id: string }>({ api, frame }: Settings<Row>, anchor: Anchor): void {
  refocus(api(), frame(), anchor)
  const viewport = viewportOf(frame())
  const node = anchor.id === undefined ? undefined : api()?.getRowNode(anchor.id)
  if (!viewport || !node || node.rowIndex === null || !node.rowHeight) return
  viewport.scrollTop += (node.rowIndex - anchor.index) * node.rowHeight
}

/** The focus stays with the row a person stands on, not with its place; and it is taken from nowhere else. */
function refocus<Row>(grid: GridApi<Row> | undefined, frame: HTMLElement | null, { focusedId }: Anchor): void {
  const focused = grid?.getFocusedCell()
  const node = focusedId === undefined ? undefined : grid?.getRowNode(focusedId)
  if (!grid || !focused || node?.rowIndex === undefined || node.rowIndex === null || node.rowIndex === focused.rowIndex) return
  if (frame?.contains(document.activeElement)) grid.setFocusedCell(node.rowIndex, focused.column)
}
