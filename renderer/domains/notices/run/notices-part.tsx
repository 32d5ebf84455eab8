import { useDeferredValue, useEffect, useId, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_FILTERS, type NoticeFilter, type RunCounts, type WholeRun } from '../../../../shared/contract/notices.ts'
import type { RunStage } from '../../../../shared/domains/notices/stage.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { CountedChoice } from '../../../ui/counted-choice.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { NoticeGrid } from './notice-grid.tsx'
import { NoticePanel } from './notice-panel.tsx'

interface Props {
  readonly whole: WholeRun
  readonly stage: RunStage
  readonly filter: NoticeFilter
  readonly chosenId: NoticeId | undefined
  readonly onFilter: (filter: NoticeFilter) => void
  readonly onChoose: (noticeId: NoticeId) => void
  readonly onCase: (id: string) => void
}

/** Every notice of a run, to be searched and filtered, with the chosen one beside them. */
export function NoticesPart({ whole, stage, filter, chosenId, onFilter, onChoose, onCase }: Props): ReactElement {
  const { t } = useTranslation()
  const headingId = useId()
  const [text, setText] = useState('')
  const sought = useDeferredValue(text)
  // The list takes longest to build; what comes next in the run is seen before it.
  const isDrawn = useDeferredValue(true, false)
  const panel = useRef<HTMLElement>(null)
  const isNarrow = useMediaQuery(BELOW)
  useEffect(() => { if (chosenId && isNarrow) panel.current?.scrollIntoView() }, [chosenId, isNarrow])
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-view__heading">{t('notices.list.title')}</h2>
      <search className="notice-filters">
        <Filters filter={filter} counts={whole.counts} onChange={onFilter} />
        <TextInput label={t('notices.list.search')} value={text} maxLength={100} onChange={setText} />
      </search>
      <div className={chosenId ? 'notice-work notice-work--chosen' : 'notice-work'}>
        {isDrawn && <NoticeGrid runId={whole.run.id} filter={filter} text={sought} chosenId={chosenId} onChoose={onChoose} />}
        {chosenId && (
          <aside ref={panel} className="notice-panel" aria-label={t('notices.one.title')} aria-live="polite">
            <NoticePanel noticeId={chosenId} whole={whole} stage={stage} onCase={onCase} />
          </aside>
        )}
      </div>
    </section>
  )
}

/** Where there is no room beside the list, the chosen one stands below it. */
const BELOW = '(max-width: 1100px)'

const countIn = (filter: NoticeFilter, { all, withProblems, leftOut, failed }: RunCounts): number => ({ all, problems: withProblems, 'left-out': leftOut, failed })[filter]

function Filters({ filter, counts, onChange }: { readonly filter: NoticeFilter; readonly counts: RunCounts; readonly onChange: (filter: NoticeFilter) => void }): ReactElement {
  const { t } = useTranslation()
  const offered = NOTICE_FILTERS.filter(one => one === 'all' || one === filter || countIn(one, counts) > 0)
  return (
    <CountedChoice label={t('notices.list.show')} choices={offered.map(id => ({ id, name: t(`notices.filters.${id}`), count: countIn(id, counts) }))} chosen={filter} onChange={onChange} />
  )
}
