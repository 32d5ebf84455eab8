import { useCallback, useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formSort, keyOfFormSort, SORTABLE_FIELDS, type ListQuery, type View } from '../../../../shared/contract/applications.ts'
import type { ShownView } from '../../../../shared/contract/views.ts'
import { ApplicationId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useReadable } from '../../../core-client/readable.ts'
import { Button } from '../../../ui/button.tsx'
import type { Sort } from '../../../ui/grid-rows.ts'
import type { BlockOfRows } from '../../../ui/grid-update.ts'
import type { GridMarks } from '../../../ui/grid-marks.tsx'
import { Grid, type GridColumn, type GridHandle } from '../../../ui/grid.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useListReader } from '../queries.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListRow } from './list-row.ts'
import type { ListMemory, ViewState } from './list-state.ts'
import { completed } from './list-layout.ts'
import { useListLayout } from './use-list-layout.ts'

export interface ListSize {
  readonly total: number
  readonly capped: boolean
}

interface Props {
  readonly view: View
  readonly saved: ShownView | null
  /** Fields of the form that the list shows as columns. */
  readonly formKeys: readonly string[]
  readonly state: ViewState
  readonly columns: readonly GridColumn<ListRow>[]
  readonly isNarrow: boolean
  readonly isInFront: boolean
  readonly grid: RefObject<GridHandle | null>
  readonly marks: GridMarks<ListRow>
  readonly memory: ListMemory
  readonly size: ListSize | undefined
  readonly onSize: (size: ListSize) => void
  readonly onOpen: (id: string) => void
  readonly onReset: () => void
}

const NEWEST_FIRST: Sort = { field: 'receivedAt', direction: 'desc' }

export function ListGrid(props: Props): ReactElement {
  const { t } = useTranslation()
  const { connection } = useCore()
  const isLinked = useReadable(connection) === 'open'
  const { view, saved, formKeys, state, columns, isNarrow, isInFront, grid, memory, size, onSize, onOpen } = props
  const { isReady, layout, isOwn, keep } = useListLayout(saved)
  const [failed, setFailed] = useState(false)
  const firstSort = saved?.query?.sort ?? NEWEST_FIRST
  const { read, measure, sort } = useRead(view, state, formKeys, firstSort, memory)
  const isSearched = state.search.trim() !== ''
  useLiveRows(grid, isInFront)
  useRoom(grid, columns, isOwn || isNarrow)
  useReturn(props, isReady, sort)
  const received = useCallback((block: BlockOfRows<ListRow>) => {
    setFailed(false)
    if (!block.capped || isSearched) return onSize({ total: block.total, capped: block.capped })
    void measure().then(total => {
      if (total === undefined) return
      grid.current?.setTotal(total)
      onSize({ total, capped: false })
    })
  }, [grid, isSearched, measure, onSize])
  if (!isReady) return <div className="list__grid" />
  return (
    <div className="list__grid">
      <Grid<ListRow>
        label={t('list.caption')}
        columns={columns}
        layout={isNarrow ? undefined : layout && completed(layout, columns)}
        defaultSort={firstSort}
        rowHeight={isNarrow ? 84 : 36}
        isNew={hasUnread}
        read={read}
        onRead={received}
        onError={() => setFailed(true)}
        onOpen={row => onOpen(row.id)}
        onLayoutChange={isNarrow ? ignore : keep}
        marks={isNarrow ? undefined : props.marks}
        handle={grid}
      />
      {failed && isLinked && <ListFailed onAgain={() => grid.current?.refresh()} />}
      {!failed && size?.total === 0 && <EmptyList view={view} saved={saved} state={state} onReset={props.onReset} />}
    </div>
  )
}

const ignore = (): void => undefined

const hasUnread = ({ unreadMessages }: ListRow): boolean => unreadMessages > 0

function ListFailed({ onAgain }: { readonly onAgain: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="list__over">
      <Problem refusal={{ code: 'request/unexpected' }}><Button onPress={onAgain}>{t('common.tryAgain')}</Button></Problem>
    </div>
  )
}

/** Reads windows of the list as it is searched, filtered and sorted now; remembers the sort for finding a row again. */
function useRead(view: View, { search, filters }: ViewState, formKeys: readonly string[], firstSort: Sort, memory: ListMemory): {
  readonly read: (start: number, end: number, sort: Sort) => Promise<BlockOfRows<ListRow>>
  /** The first rows of a list come before its order is known; what lies behind them waits for it and tells the length. Undefined when another list is shown by then. */
  readonly measure: () => Promise<number | undefined>
  readonly sort: RefObject<Sort>
} {
  const reader = useListReader()
  const sort = useRef<Sort>(firstSort)
  const read = useCallback((start: number, end: number, asked: Sort) => {
    sort.current = asked
    const query = queryOf(view, { search, filters }, asked)
    memory.lastQuery.keep(query)
    return reader(query, start, end, formKeys)
  }, [reader, view, search, filters, formKeys, memory])
  const measure = useCallback(async () => {
    const query = memory.lastQuery.get()
    if (!query) return undefined
    const { total } = await reader(query, 1, 2)
    return memory.lastQuery.get() === query ? total : undefined
  }, [reader, memory])
  return { read, measure, sort }
}

const queryOf = (view: View, { search, filters }: ViewState, sort: Sort): ListQuery => ({
  view, filters, search: search.trim(), sort: { field: sortable(sort.field), direction: sort.direction },
})

function sortable(field: string): ListQuery['sort']['field'] {
  const key = keyOfFormSort(field)
  return key === undefined ? (SORTABLE_FIELDS.find(name => name === field) ?? 'receivedAt') : formSort(key)
}

/** Live changes reach the open list at once; behind a case it only catches up when it comes to the front. */
function useLiveRows(grid: RefObject<GridHandle | null>, isInFront: boolean): void {
  const core = useCore()
  const isOutdated = useRef(false)
  useEffect(() => core.onChanged(({ tables }) => {
    if (!tables.includes('applications') && !tables.includes('comments')) return
    if (isInFront) grid.current?.refresh()
    else isOutdated.current = true
  }), [core, grid, isInFront])
  useEffect(() => {
    if (!isInFront || !isOutdated.current) return
    isOutdated.current = false
    grid.current?.refresh()
  }, [grid, isInFront])
}

/** Columns that nobody has arranged come and go with the room there is. */
function useRoom(grid: RefObject<GridHandle | null>, columns: Props['columns'], isFixed: boolean): void {
  const fitting = columns.filter(({ isHidden }) => !isHidden).map(({ id }) => id).join('|')
  useEffect(() => {
    if (!isFixed) grid.current?.showColumns(fitting.split('|'))
  }, [grid, fitting, isFixed])
}

/** Back from a case, the row of that case is in sight and has the focus, wherever it stands by now. */
function useReturn({ view, state, isInFront, grid, memory }: Props, isReady: boolean, sort: RefObject<Sort>): void {
  const { client } = useCore()
  const wasBehind = useRef(false)
  useEffect(() => {
    // After a reload behind a case, the grid may stand later than the way back is taken.
    if (!isReady) {
      wasBehind.current ||= !isInFront
      return
    }
    const returns = isInFront && wasBehind.current
    wasBehind.current = !isInFront
    const id = memory.lastOpened.get()
    if (!returns || !id) return
    void client.applications.locate({ ...queryOf(view, state, sort.current), id: ApplicationId.parse(id) }).then(({ index }) => {
      if (index === null) grid.current?.focus()
      else grid.current?.reveal(index)
    })
  }, [client, view, state, isInFront, isReady, grid, memory, sort])
}
