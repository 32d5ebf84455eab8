import { useCallback, useEffect, useMemo, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '../../../../shared/contract/applications.ts'
import type { ShownView } from '../../../../shared/contract/views.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { useReadable } from '../../../core-client/readable.ts'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import type { GridHandle } from '../../../ui/grid.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { useFacets, useFormFields, useServiceTitles } from '../queries.ts'
import { BulkBar } from './bulk-bar.tsx'
import { listColumns, narrowColumns, type ColumnSurroundings } from './columns.tsx'
import { ExportButton } from './export-button.tsx'
import { CaptureLink } from '../capture/capture-link.tsx'
import { ActiveFilters } from './filter-bar.tsx'
import { NO_FILTERS } from './filters.ts'
import { ListGrid, type ListSize } from './list-grid.tsx'
import { useViewState, type ListMemory, type ViewState } from './list-state.ts'
import { ViewMenu } from '../views/view-menu.tsx'
import { formColumns, withFormColumns } from './form-columns.ts'
import { ListActions } from './list-actions.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import { useMarks } from './use-marks.ts'
import './list.css'

interface Props {
  readonly view: View
  /** The saved view that is shown, null for a built-in one. */
  readonly saved: ShownView | null
  readonly memory: ListMemory
  /** False while a case lies over the list: then it keeps its place and stays quiet. */
  readonly isInFront: boolean
  readonly grid: RefObject<GridHandle | null>
  readonly onOpen: (id: string) => void
  /** Goes to a saved view; undefined: to the built-in one below it. */
  readonly onOpenView: (id: string | undefined) => void
}

/** All cases of a view, whatever their number, with search, filters and columns. */
export function ListPage({ view, saved, memory, isInFront, grid, onOpen, onOpenView }: Props): ReactElement {
  const { t } = useTranslation()
  const [state, change] = useViewState(memory, saved?.id ?? view, saved?.query ?? undefined)
  const [size, setSize] = useState<ListSize>()
  const { selection, marks } = useMarks(state, memory)
  const isNarrow = useMediaQuery('(max-width: 700px)')
  const room = useRoomForColumns()
  const around = useColumnSurroundings()
  const service = state.filters.serviceId.length === 1 ? state.filters.serviceId[0] : undefined
  const fields = useFormFields(service)
  const columns = useMemo(() => (isNarrow ? narrowColumns(around) : withFormColumns(listColumns(around, room), formColumns(fields, around))), [isNarrow, around, room, fields])
  const formKeys = useMemo(() => (isNarrow ? [] : fields.map(({ key }) => key)), [isNarrow, fields])
  useRedraw(grid)
  const keepSize = useCallback((now: ListSize) => setSize(before => (before?.total === now.total && before.capped === now.capped ? before : now)), [])
  const open = useCallback((id: string) => {
    memory.lastOpened.keep(id)
    onOpen(id)
  }, [memory, onOpen])
  return (
    <section className={isInFront ? 'list' : 'list list--behind'} inert={!isInFront} aria-labelledby="list-title">
      <header className="list__head">
        <h1 id="list-title" className="list__title">{saved?.name ?? t(`views.${view}`)}</h1>
        <ListCount size={size} />
        <ListHint view={view} saved={saved} isChanged={isChanged(saved, state)} />
        <p className="sr-only">{t('list.keysHint')}</p>
        <ListActions saved={saved} columns={columns} isNarrow={isNarrow} grid={grid}>
          <ViewMenu saved={saved} query={memory.lastQuery.get} isChanged={isChanged(saved, state)} onOpen={onOpenView} />
          {!isNarrow && <ExportButton memory={memory} total={size?.total ?? 0} columns={columns} grid={grid} />}
          <CaptureLink />
        </ListActions>
      </header>
      <ListToolbar state={state} fields={fields} onChange={change} grid={grid} />
      <ActiveFilters filters={state.filters} fields={fields} onChange={filters => change({ filters })} />
      <ListGrid key={`${isNarrow ? 'narrow' : 'wide'}/${fields.map(({ key }) => key).join()}`} {...{ view, saved, formKeys, state, columns, isNarrow, isInFront, grid, marks, memory, size }} onSize={keepSize} onOpen={open} onReset={() => change({ search: '', filters: NO_FILTERS })} />
      {!isNarrow && <BulkBar selection={selection} total={size?.total ?? 0} memory={memory} onLeave={() => grid.current?.focus()} />}
    </section>
  )
}

/** Whether the list shows something else than what was saved. */
const isChanged = (saved: ShownView | null, { search, filters }: ViewState): boolean =>
  saved?.query != null && (search.trim() !== saved.query.search || JSON.stringify(inOneOrder(filters)) !== JSON.stringify(inOneOrder(saved.query.filters)))

const inOneOrder = (filters: ViewState['filters']): readonly unknown[] => Object.entries(filters).toSorted(([one], [other]) => (one < other ? -1 : 1))

/** What the view holds; without a connection rather how old it is. */
function ListHint({ view, saved, isChanged: differs }: { readonly view: View; readonly saved: ShownView | null; readonly isChanged: boolean }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const status = useStatus()
  if (status?.connection === 'offline' && status.lastSyncAt)
    return <p className="list__hint list__hint--offline"><Icon name="cloudOff" size={16} />{t('list.offlineHint', { time: formatDayAndTime(status.lastSyncAt, language) })}</p>
  const keeper = saved && (saved.departmentId === null ? 'ownHint' : saved.isOwn ? 'sharedByYou' : 'sharedBy')
  return <p className="list__hint">{saved && keeper ? t(differs ? 'savedViews.changed' : `savedViews.${keeper}`, { owner: saved.ownerName }) : t(`viewHints.${view}`)}</p>
}

function ListCount({ size }: { readonly size: ListSize | undefined }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const formatted = (count: number): string => formatNumber(count, language)
  const text = !size ? '' : size.capped ? t('list.countCapped', { formatted: formatted(size.total - 1) }) : t('list.count', { count: size.total, formatted: formatted(size.total) })
  return <output className="list__count">{text}</output>
}

function useColumnSurroundings(): ColumnSurroundings {
  const { t } = useTranslation()
  const language = useLanguage()
  const { clock, present } = useCore()
  const serviceTitle = useServiceTitles()
  const { departments } = useFacets()
  const people = useReadable(present)
  const isSecret = useSecrets()
  return useMemo(() => ({
    t, language, serviceTitle, isSecret,
    nowMs: () => clock.nowMs(),
    departmentName: (id: string) => departments.find(department => department.id === id)?.name ?? id,
    viewers: (id: string) => people.filter(({ recordId }) => recordId === id).map(({ name }) => name),
  }), [t, language, clock, serviceTitle, departments, people, isSecret])
}

/** Widths of the window from which on one column more leaves subject and applicant enough room to be read. */
const useRoomForColumns = (): number =>
  [useMediaQuery('(min-width: 1080px)'), useMediaQuery('(min-width: 1200px)'), useMediaQuery('(min-width: 1400px)'), useMediaQuery('(min-width: 1540px)')].filter(Boolean).length

const REDRAWN_EVERY_MS = 60_000

/** "Vor 5 Minuten" grows older while the list is open. */
function useRedraw(grid: RefObject<GridHandle | null>): void {
  const { clock } = useCore()
  useEffect(() => {
    const redraw = (): void => grid.current?.redraw()
    const timer = setInterval(redraw, REDRAWN_EVERY_MS)
    const end = clock.aheadMs.subscribe(redraw)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [grid, clock])
}
