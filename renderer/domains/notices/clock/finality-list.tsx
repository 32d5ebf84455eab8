import { useCallback, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import type { GridColumn } from '../../../ui/grid.tsx'
import type { Sort } from '../../../ui/grid-rows.ts'
import { RowsGrid } from '../../../ui/rows-grid.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMarkedName } from '../../people/use-marked-name.ts'
import { ClockMark } from './clock-mark.tsx'
import { filteredRows, sortedRows, type FinalityFilter } from './finality-rows.ts'

interface Props {
  readonly rows: readonly FinalityRow[]
  readonly filter: FinalityFilter
  readonly isEmpty: boolean
  readonly chosenId: string | undefined
  readonly onChoose: (row: FinalityRow) => void
}

/** Every notice a filter lets through, by the end of its period at first. */
export function FinalityList({ rows, filter, isEmpty, chosenId, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const columns = useColumns()
  const shown = useCallback((all: readonly FinalityRow[], sort: Sort) => sortedRows(filteredRows(all, filter), sort), [filter])
  return (
    <div className="finality__list">
      <RowsGrid label={t('noticeClock.list')} columns={columns} defaultSort={BY_END} rows={rows} shown={shown} chosenId={chosenId} beside={BESIDE_ONE} onChoose={onChoose} />
      {isEmpty && <p className="finality__empty">{t('noticeClock.nothing')}</p>}
    </div>
  )
}

const BY_END = { field: 'endOn', direction: 'asc' } as const
/** Beside the chosen one there is less room, and it says the rest itself. */
const BESIDE_ONE = ['name', 'state', 'reference', 'endOn'] as const

function useColumns(): readonly GridColumn<FinalityRow>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const marked = useMarkedName()
  return useMemo(() => {
    const day = (of: string | null): string => (of ? formatPlainDay(of, language) : '')
    return [
      { id: 'name', title: t('noticeClock.name'), width: 120, share: 2, isSortable: true, text: marked, hint: marked },
      { id: 'state', title: t('noticeClock.state'), width: 176, isSortable: true, text: ({ state }) => t(`noticeClock.states.${state}`), render: ({ state }) => <ClockMark state={state} /> },
      { id: 'reference', title: t('noticeClock.reference'), width: 126, share: 1, isSortable: true, text: ({ reference }) => reference },
      { id: 'sentOn', title: t('noticeClock.sentOn'), width: 100, isSortable: true, text: ({ sentOn }) => day(sentOn) },
      { id: 'announcedOn', title: t('noticeClock.announcedOn'), width: 112, isSortable: true, text: ({ announcedOn }) => day(announcedOn) },
      { id: 'endOn', title: t('noticeClock.endOn'), width: 112, isSortable: true, text: ({ endOn }) => day(endOn) },
      { id: 'finalOn', title: t('noticeClock.finalOn'), width: 130, isSortable: true, text: ({ finalOn }) => day(finalOn) },
    ]
  }, [t, language, marked])
}
