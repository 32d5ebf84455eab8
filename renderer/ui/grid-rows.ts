import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community'
import { updateInPlace, type BlockOfRows } from './grid-update.ts'

export interface Sort {
  readonly field: string
  readonly direction: 'asc' | 'desc'
}

export interface RowSource<Row> {
  readonly source: IDatasource
  /** Reads the rows at hand again. */
  refresh(): void
  /** Another list in the same grid: its first rows take the place of those in sight at one go. */
  show(read: ReadRows<Row>): void
  end(): void
}

export type ReadRows<Row> = (start: number, end: number, sort: Sort) => Promise<BlockOfRows<Row>>

interface Settings<Row> {
  readonly read: ReadRows<Row>
  readonly onRead: (block: BlockOfRows<Row>) => void
  readonly onError: (error: unknown) => void
  readonly defaultSort: Sort
  readonly blockSize: number
  readonly api: () => GridApi<Row> | undefined
  readonly frame: () => HTMLElement | null
}

/** What of the list is shown now; each list that is shown is a new one, and what was asked for an older one comes too late. */
interface Shown<Row> {
  readonly read: ReadRows<Row>
  /** Blocks that were read before the grid asks for them. */
  readonly prepared: Map<number, Promise<BlockOfRows<Row>>>
  isRefreshing: boolean
  again: boolean
}

/** Another list that takes longer than this is no longer waited for with the old one in sight. */
const OLD_LIST_STAYS_MS = 200

/** A list in a grid: what is shown, in which order, and who waits for rows to be drawn. */
interface Standing<Row> {
  readonly settings: Settings<Row>
  shown: Shown<Row> | undefined
  sort: Sort
  readonly whenSettled: Set<() => void>
}

/**
 * Hands blocks of rows to the grid. A refresh, and another list, is first read and then changed at one go, so that nothing
 * flickers and no row is drawn twice; refreshes that come while one runs become one more afterwards; and the topmost row in
 * sight stays where it is when rows come in above it.
 */
export function createRowSource<Row extends { readonly id: string }>(settings: Settings<Row>): RowSource<Row> {
  const list: Standing<Row> = { settings, shown: shownFrom(settings.read), sort: settings.defaultSort, whenSettled: new Set() }
  const { api, onError } = settings
  const refresh = (): void => {
    const grid = api()
    const now = list.shown
    if (!grid || !now) return
    now.again = now.isRefreshing
    if (now.isRefreshing) return
    now.isRefreshing = true
    void renew(list, grid, now).catch(onError).finally(() => {
      now.isRefreshing = false
      if (now.again) refresh()
    })
  }
  const show = (read: ReadRows<Row>): void => {
    if (list.shown?.read === read) return
    const now = (list.shown = shownFrom(read))
    const grid = api()
    if (grid) void exchange(list, grid, now).catch(onError)
  }
  return { source: { getRows: request => void answer(list, request) }, refresh, show, end: () => void (list.shown = undefined) }
}

async function answer<Row>(list: Standing<Row>, request: IGetRowsParams): Promise<void> {
  const { api, defaultSort, onError, onRead } = list.settings
  const asked = list.shown
  list.sort = sortOf(request, defaultSort)
  try {
    const ready = asked?.prepared.get(request.startRow)
    asked?.prepared.delete(request.startRow)
    const block = await (ready ?? asked?.read(request.startRow, request.endRow, list.sort))
    if (!block || asked !== list.shown) return request.failCallback()
    request.successCallback([...block.rows], lastRowOf(request, block))
    onRead(block)
  } catch (error) {
    request.failCallback()
    if (asked === list.shown) onError(error)
  } finally {
    if (!isReading(api())) settle(list.whenSettled)
  }
}

/** Changes the grid's rows and waits until it has read them all. */
async function redraw<Row>({ whenSettled }: Standing<Row>, grid: GridApi<Row>, change: () => void): Promise<void> {
  const settled = new Promise<void>(resolve => { whenSettled.add(resolve) })
  change()
  if (!isReading(grid)) settle(whenSettled)
  await settled
}

async function renew<Row extends { readonly id: string }>(list: Standing<Row>, grid: GridApi<Row>, now: Shown<Row>): Promise<void> {
  const blocks = await Promise.all(blocksOf(grid).map(async ({ startRow, endRow }) => ({ startRow, endRow, block: await now.read(startRow, endRow, list.sort) })))
  if (now !== list.shown || grid.isDestroyed()) return
  if (updateInPlace(grid, blocks)) return blocks[0] && list.settings.onRead(blocks[0].block)
  for (const { startRow, block } of blocks) now.prepared.set(startRow, Promise.resolve(block))
  const anchor = anchorOf(list.settings, grid)
  await redraw(list, grid, () => grid.refreshInfiniteCache())
  if (now !== list.shown) return
  restore(list.settings, anchor)
  now.prepared.clear()
}

async function exchange<Row>(list: Standing<Row>, grid: GridApi<Row>, now: Shown<Row>): Promise<void> {
  const { blockSize, frame } = list.settings
  const first = now.read(0, blockSize, list.sort)
  now.prepared.set(0, first)
  const isSlow = await Promise.race([first.then(() => false, () => true), after(OLD_LIST_STAYS_MS).then(() => true)])
  if (now !== list.shown || grid.isDestroyed()) return
  viewportOf(frame())?.scrollTo(0, 0)
  await redraw(list, grid, () => (isSlow ? grid.purgeInfiniteCache() : grid.refreshInfiniteCache()))
  const { capped, rows } = await first
  // The length of the list before this one is no longer that of this one.
  if (now === list.shown && capped && !grid.isDestroyed()) grid.setRowCount(rows.length + blockSize, false)
}

function settle(waiting: Set<() => void>): void {
  for (const goOn of waiting) goOn()
  waiting.clear()
}

const shownFrom = <Row>(read: ReadRows<Row>): Shown<Row> => ({ read, prepared: new Map(), isRefreshing: false, again: false })

const after = (milliseconds: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, milliseconds) })

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
