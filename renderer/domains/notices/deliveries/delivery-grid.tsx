import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryFilter, DeliveryLine } from '../../../../shared/contract/notice-deliveries.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Grid, type GridColumn, type GridHandle } from '../../../ui/grid.tsx'
import type { GridLayout } from '../../../ui/grid-open.ts'
import type { Sort } from '../../../ui/grid-rows.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMarkedName } from '../../people/use-marked-name.ts'
import { NoticeStageMark } from '../list/stage-mark.tsx'
import { wayWords } from '../way/way-words.ts'
import { recordOf } from './delivery-csv.ts'
import { useDeliveryReader } from './queries.ts'

interface Props {
  readonly filter: DeliveryFilter
  /** Undefined until the first lines have been read. */
  readonly total: number | undefined
  readonly chosenId: DeliveryLine['id'] | undefined
  readonly onTotal: (total: number) => void
  readonly onSort: (sort: Sort) => void
  readonly onChoose: (line: DeliveryLine) => void
}

/** Deliveries in a window that reads only what is in sight, the latest first. */
export function DeliveryGrid({ filter, total, chosenId, onTotal, onSort, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const core = useCore()
  const grid = useRef<GridHandle>(null)
  const read = useDeliveryReader(filter)
  const columns = useColumns()
  useEffect(() => core.onChanged(({ tables }) => { if (LISTED.some(table => tables.includes(table))) grid.current?.refresh() }), [core])
  useEffect(() => { if (chosenId) grid.current?.select(chosenId) }, [chosenId])
  const isBeside = chosenId !== undefined
  useEffect(() => grid.current?.showColumns(isBeside ? BESIDE_ONE : ALL_COLUMNS), [isBeside])
  return (
    <div className="deliveries__list">
      <Grid<DeliveryLine>
        label={t('noticeDeliveries.list')} columns={columns} layout={undefined} defaultSort={LATEST_FIRST} rowHeight={36} isNew={never} read={read} onRead={block => onTotal(block.total)} onError={nothing} onOpen={onChoose}
        onLayoutChange={layout => onSort(sortOf(layout))} handle={grid}
      />
      {total === 0 && <p className="deliveries__empty">{t(Object.values(filter).some(Boolean) ? 'noticeDeliveries.nothing' : 'noticeDeliveries.none')}</p>}
    </div>
  )
}

/** What the lines are read from: notices, and the letters of decisions with what was noted in the mailbox. */
const LISTED = ['notices', 'attachments', 'messages'] as const

export const LATEST_FIRST: Sort = { field: 'day', direction: 'desc' }
/** Beside the chosen one there is less room, and it says the rest itself. */
const BESIDE_ONE = ['day', 'name', 'reference', 'state'] as const
const ALL_COLUMNS = ['day', 'name', 'reference', 'kindTitle', 'channel', 'state', 'letterId'] as const

function sortOf(layout: GridLayout): Sort {
  const sorted = layout.find(({ sort }) => sort)
  return sorted?.sort ? { field: sorted.colId, direction: sorted.sort } : LATEST_FIRST
}

const never = (): boolean => false
const nothing = (): void => undefined

function useColumns(): readonly GridColumn<DeliveryLine>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const marked = useMarkedName()
  const named = useCallback((line: DeliveryLine) => marked({ id: recordOf(line), name: line.name }), [marked])
  return useMemo(() => [
    { id: 'day', title: t('noticeDeliveries.day'), width: 104, isSortable: true, text: ({ day }) => (day ? formatPlainDay(day, language) : '') },
    { id: 'name', title: t('noticeDeliveries.name'), width: 150, share: 2, isSortable: true, text: named, hint: named },
    { id: 'reference', title: t('noticeDeliveries.reference'), width: 146, isSortable: true, text: ({ reference }) => reference },
    { id: 'kindTitle', title: t('noticeDeliveries.kind'), width: 140, share: 1, isSortable: true, text: ({ kindTitle }) => kindTitle, hint: ({ kindTitle }) => kindTitle },
    { id: 'channel', title: t('noticeDeliveries.way'), width: 120, share: 1, isSortable: true, text: ({ channel, registered }) => wayWords(t, channel, registered), hint: ({ channel, registered }) => wayWords(t, channel, registered) },
    { id: 'state', title: t('noticeDeliveries.state'), width: 176, isSortable: true, text: ({ state }) => t(`notices.states.${state}`), render: ({ state }) => <NoticeStageMark stage={state} /> },
    { id: 'letterId', title: t('noticeDeliveries.proof'), width: 120, text: ({ letterId }) => letterId },
  ], [t, language, named])
}
