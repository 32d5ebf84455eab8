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
 * Hands blocks of rows to the grid. A refresh first reads all blocks at hand anew and then changes them at one go, so that
 * nothing flickers; refreshes that come while one runs become one more afterwards; and the topmost row in sight stays where
 * it is when rows come in above it.
 */
export function createRowSource<Row extends { readonly id: string }>(settings: Settings<Row>): RowSource {
  const { read, onRead, onError, defaultSort, api } = settings
  const prepared = new Map<number, BlockOfRows<Row>>()
  let sort = defaultSort
  let isRefreshing = false
  let again = false
  let ended = false
  let whenSettled = (): void => undefined

  const getRows = async (request: IGetRowsParams): Promise<void> => {
    sort = sortOf(request, defaultSort)
    try {
      const block = prepared.get(request.startRow) ?? (await read(request.startRow, request.endRow, sort))
      prepared.delete(request.startRow)
      if (ended) return request.failCallback()
      request.successCallback([...block.rows], lastRowOf(request, block))
      onRead(block)
    } catch (error) {
      request.failCallback()
      if (!ended) onError(error)
    }
    if (!isReading(api())) whenSettled()
  }
  const renew = async (grid: GridApi<Row>): Promise<void> => {
    const blocks = await Promise.all(blocksOf(grid).map(async ({ startRow, endRow }) => [startRow, await read(startRow, endRow, sort)] as const))
    if (ended || grid.isDestroyed()) return
    for (const [startRow, block] of blocks) prepared.set(startRow, block)
    const anchor = anchorOf(settings, grid)
    const settled = new Promise<void>(resolve => { whenSettled = resolve })
    grid.refreshInfiniteCache()
    if (isReading(grid)) await settled
    restore(settings, anchor)
    prepared.clear()
  }
  const refresh = (): void => {
    const grid = api()
    again = isRefreshing
    if (!grid || ended || isRefreshing) return
    isRefreshing = true
    void renew(grid).catch(onError).finally(() => {
      isRefreshing = false
      if (again) refresh()
    })
  }
  return { source: { getRows: request => void getRows(request) }, refresh, end: () => void (ended = true) }
}

interface BlockState {
  readonly startRow: number
  readonly endRow: number
  readonly pageStatus: string
}

/** The blocks the grid holds now. */
const blocksOf = <Row>(grid: GridApi<Row>): readonly BlockState[] => Object.values((grid.getCacheBlockState() ?? {}) as Readonly<Record<string, BlockState>>)

/** Whether the grid has blocks of rows to read. */
const isReading = <Row>(grid: GridApi<Row> | undefined): boolean =>
  grid !== undefined && blocksOf(grid).some(({ pageStatus }) => pageStatus === 'needsLoading' || pageStatus === 'loading')

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

const viewportOf = (frame: HTMLElement | null): HTMLElement | null => frame?.querySelector<HTMLElement>('.ag-grid-viewport') ?? null

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
