import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Grid, type GridColumn, type GridHandle } from '../../../ui/grid.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMarkedName } from '../../people/use-marked-name.ts'
import { ClockMark } from './clock-mark.tsx'
import type { FinalityFilter } from './finality-rows.ts'
import { createFinalityBox } from './finality-box.ts'

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
  const grid = useRef<GridHandle>(null)
  const [box] = useState(createFinalityBox)
  // Before the grid asks: its own effects come after those of the layout.
  useLayoutEffect(() => {
    box.put(rows)
    grid.current?.refresh()
  }, [box, rows])
  const show = useCallback(() => { if (chosenId) grid.current?.select(chosenId) }, [chosenId])
  useEffect(show, [show])
  const read = useMemo(() => box.readerFor(filter), [box, filter])
  const columns = useColumns()
  return (
    <div className="finality__list">
      <Grid<FinalityRow>
        label={t('noticeClock.list')} columns={columns} layout={undefined} defaultSort={BY_END} rowHeight={36} isNew={never} read={read} onRead={show} onError={nothing} onOpen={onChoose} onLayoutChange={nothing}
        handle={grid}
      />
      {isEmpty && <p className="finality__empty">{t('noticeClock.nothing')}</p>}
    </div>
  )
}

const BY_END = { field: 'endOn', direction: 'asc' } as const
const never = (): boolean => false
const nothing = (): void => undefined

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
