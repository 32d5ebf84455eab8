import { useCallback, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPlainDay } from '../../../ui/format.ts'
import type { GridColumn } from '../../../ui/grid.tsx'
import { RowsGrid } from '../../../ui/rows-grid.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { listName } from '../board/board-words.tsx'
import { ContactMark } from './contact-mark.tsx'
import { filteredRows, type RecallFilter, type RecallRow } from './recall-rows.ts'

interface Props {
  readonly rows: readonly RecallRow[]
  readonly filter: RecallFilter
  readonly isEmpty: boolean
  readonly chosenId: string | undefined
  readonly onChoose: (row: RecallRow) => void
}

/** Everybody a filter lets through, whatever their number. */
export function RecallList({ rows, filter, isEmpty, chosenId, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns()
  const shown = useCallback((all: readonly RecallRow[]) => filteredRows(all, filter), [filter])
  return (
    <div className="recall-list">
      <RowsGrid label={t('vaccinationRecords.persons')} columns={columns} defaultSort={BY_NAME} rows={rows} shown={shown} chosenId={chosenId} onChoose={onChoose} />
      {isEmpty && <p className="recall-list__empty">{t('vaccinationRecords.nobodyHere')}</p>}
    </div>
  )
}

const BY_NAME = { field: 'name', direction: 'asc' } as const

function useColumns(): readonly GridColumn<RecallRow>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(() => [
    { id: 'name', title: t('vaccinationRecords.name'), width: 140, share: 2, text: ({ person }) => listName(person.person) },
    { id: 'state', title: t('vaccinationRecords.state'), width: 134, text: ({ state }) => t(`vaccinationRecords.contact.${state}`), render: ({ state }) => <ContactMark state={state} /> },
    { id: 'reach', title: t('vaccinationRecords.reach'), width: 124, share: 1, text: row => reachOf(row) || t('vaccinationRecords.ways.none') },
    { id: 'day', title: t('vaccinationRecords.day'), width: 100, text: ({ person }) => formatPlainDay(person.day, language) },
    { id: 'note', title: t('vaccinationRecords.note'), width: 120, share: 2, text: ({ told }) => told?.note ?? '', hint: ({ told }) => told?.note ?? '' },
  ], [t, language])
}

/** The number to call, or what there is instead. */
const reachOf = ({ way, person: { person } }: RecallRow): string =>
  ({ phone: person.phone ?? '', post: [person.street, person.place].filter(Boolean).join(', '), email: person.email ?? '', none: '' })[way]
