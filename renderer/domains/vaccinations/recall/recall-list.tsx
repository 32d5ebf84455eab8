import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPlainDay } from '../../../ui/format.ts'
import { Grid, type GridColumn, type GridHandle } from '../../../ui/grid.tsx'
import type { ReadRows } from '../../../ui/grid-rows.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { listName } from '../board/board-words.tsx'
import { ContactMark } from './contact-mark.tsx'
import { filteredRows, type RecallFilter, type RecallRow } from './recall-rows.ts'

interface Props {
  readonly rows: readonly RecallRow[]
  /** Another filter is another list; the same one with other rows keeps its place. */
  readonly filter: RecallFilter
  readonly isEmpty: boolean
  readonly chosenId: string | undefined
  readonly onChoose: (row: RecallRow) => void
}

/** Everybody a filter lets through, whatever their number. */
export function RecallList({ rows: all, filter, isEmpty, chosenId, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const grid = useRef<GridHandle>(null)
  const rows = useRef(all)
  // Before the grid asks: its own effects come after those of the layout.
  useLayoutEffect(() => { rows.current = all }, [all])
  useEffect(() => grid.current?.refresh(), [all])
  useEffect(() => { if (chosenId) grid.current?.select(chosenId) }, [chosenId, all])
  // A new function for each filter: that is how the grid knows another list from the same one.
  const read = useMemo(() => readerOf(rows, filter), [filter])
  const columns = useColumns()
  const choose = useCallback((row: RecallRow) => onChoose(row), [onChoose])
  return (
    <div className="recall-list">
      <Grid<RecallRow>
        label={t('vaccinationRecords.persons')} columns={columns} layout={undefined} defaultSort={BY_NAME} rowHeight={36} isNew={never} read={read} onRead={nothing} onError={nothing} onOpen={choose}
        onLayoutChange={nothing} handle={grid}
      />
      {isEmpty && <p className="recall-list__empty">{t('vaccinationRecords.nobodyHere')}</p>}
    </div>
  )
}

const BY_NAME = { field: 'name', direction: 'asc' } as const
const never = (): boolean => false
const nothing = (): void => undefined

const readerOf = (rows: { readonly current: readonly RecallRow[] }, filter: RecallFilter): ReadRows<RecallRow> => (start, end) => {
  const shown = filteredRows(rows.current, filter)
  return Promise.resolve({ rows: shown.slice(start, end), total: shown.length, capped: false })
}

function useColumns(): readonly GridColumn<RecallRow>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(() => [
    { id: 'name', title: t('vaccinationRecords.name'), width: 160, share: 2, text: ({ person }) => listName(person.person) },
    { id: 'state', title: t('vaccinationRecords.state'), width: 130, text: ({ state }) => t(`vaccinationRecords.contact.${state}`), render: ({ state }) => <ContactMark state={state} /> },
    { id: 'reach', title: t('vaccinationRecords.reach'), width: 150, share: 1, text: row => reachOf(row) || t('vaccinationRecords.ways.none') },
    { id: 'day', title: t('vaccinationRecords.day'), width: 100, text: ({ person }) => formatPlainDay(person.day, language) },
    { id: 'note', title: t('vaccinationRecords.note'), width: 140, share: 1, text: ({ told }) => told?.note ?? '', hint: ({ told }) => told?.note ?? '' },
  ], [t, language])
}

/** The number to call, or what there is instead. */
const reachOf = ({ way, person: { person } }: RecallRow): string =>
  ({ phone: person.phone ?? '', post: [person.street, person.place].filter(Boolean).join(', '), email: person.email ?? '', none: '' })[way]
