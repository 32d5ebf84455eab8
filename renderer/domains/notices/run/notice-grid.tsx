import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeFilter, NoticeLine } from '../../../../shared/contract/notices.ts'
import type { NoticeId, NoticeRunId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Grid, type GridColumn, type GridHandle } from '../../../ui/grid.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMarkedName } from '../../people/use-marked-name.ts'
import { NoticeStageMark } from '../list/stage-mark.tsx'
import { useNoticeReader } from '../queries.ts'

interface Props {
  readonly runId: NoticeRunId
  readonly filter: NoticeFilter
  readonly text: string
  readonly chosenId: NoticeId | undefined
  readonly onChoose: (noticeId: NoticeId) => void
}

/** The notices of a run in a window that reads only what is in sight, whatever their number. */
export function NoticeGrid({ runId, filter, text, chosenId, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const core = useCore()
  const grid = useRef<GridHandle>(null)
  const [total, setTotal] = useState<number>()
  const read = useNoticeReader(runId, filter, text)
  const columns = useColumns()
  useEffect(() => core.onChanged(({ tables }) => { if (tables.includes('notices')) grid.current?.refresh() }), [core])
  const isBeside = chosenId !== undefined
  useEffect(() => grid.current?.showColumns(isBeside ? BESIDE_ONE : ALL_COLUMNS), [isBeside])
  useEffect(() => { if (chosenId) grid.current?.select(chosenId) }, [chosenId])
  return (
    <div className="notice-grid">
      <Grid<NoticeLine>
        label={t('notices.list.title')} columns={columns} layout={undefined} defaultSort={BY_NUMBER} rowHeight={36} isNew={never} read={read} onRead={block => setTotal(block.total)} onError={nothing} onOpen={({ id }) => onChoose(id)}
        onLayoutChange={nothing} handle={grid}
      />
      {total === 0 && <p className="notice-grid__empty">{t('notices.list.noneFits')}</p>}
    </div>
  )
}

/** Beside the chosen one there is less room, and it says the rest itself. */
const BESIDE_ONE = ['number', 'name', 'totalCents', 'stage'] as const
const ALL_COLUMNS = ['number', 'name', 'place', 'reference', 'totalCents', 'dueDay', 'stage'] as const

const BY_NUMBER = { field: 'number', direction: 'asc' } as const
const never = (): boolean => false
const nothing = (): void => undefined

function useColumns(): readonly GridColumn<NoticeLine>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const marked = useMarkedName()
  return useMemo(() => [
    { id: 'number', title: t('notices.list.number'), width: 72, isSortable: true, text: ({ number }) => String(number) },
    { id: 'name', title: t('notices.fields.name'), width: 150, share: 2, isSortable: true, text: marked, hint: marked },
    { id: 'place', title: t('notices.fields.place'), width: 110, share: 1, isSortable: true, text: ({ place }) => place },
    { id: 'reference', title: t('notices.fields.reference'), width: 140, isSortable: true, text: ({ reference }) => reference },
    { id: 'totalCents', title: t('notices.fields.total'), width: 100, isSortable: true, text: ({ totalCents }) => formatEuros(totalCents, language) },
    { id: 'dueDay', title: t('notices.fields.dueDay'), width: 104, isSortable: true, text: ({ dueDay }) => formatPlainDay(dueDay, language) },
    {
      id: 'stage', title: t('notices.list.state'), width: 176, text: ({ stage, problems }) => (hasProblems({ stage, problems }) ? t('notices.list.problems', { count: problems }) : t(`notices.states.${stage}`)),
      render: line => (hasProblems(line) ? <span className="status status--bad"><Icon name="warning" size={16} /><span>{t('notices.list.problems', { count: line.problems })}</span></span> : <NoticeStageMark stage={line.stage} />),
    },
  ], [t, language, marked])
}

const hasProblems = ({ stage, problems }: Pick<NoticeLine, 'stage' | 'problems'>): boolean => problems > 0 && stage === 'waiting'
