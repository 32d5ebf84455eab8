import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeFilter, WholeRun } from '../../../../shared/contract/notices.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { BookingPart } from '../deliveries/booking-part.tsx'
import { RunStageMark } from '../list/stage-mark.tsx'
import { PrintHerePart } from '../print-here/print-here-part.tsx'
import { CheckReport } from './check-report.tsx'
import { NextPart } from './next-part.tsx'
import { NoticesPart } from './notices-part.tsx'
import { ProgressPart } from './progress-part.tsx'
import { RunFacts } from './run-facts.tsx'
import './run.css'

interface Props {
  readonly whole: WholeRun
  /** Opens the case of an objection. */
  readonly onCase: (id: string) => void
}

/** Somebody may be watching for the moment in which letters begin to leave. */
const LOOK_MS = 5_000

/** What is looked for among the notices of the run. */
interface Looking {
  readonly filter: NoticeFilter
  readonly chosenId: NoticeId | undefined
}

/** One run from its first notice to the last letter: how far it is, what comes next, what the check has found, and every notice. */
export function RunPage({ whole, onCase }: Props): ReactElement {
  const { t } = useTranslation()
  const { run } = whole
  const nowMs = useNow(LOOK_MS)
  const [looking, setLooking] = useState<Looking>({ filter: 'all', chosenId: undefined })
  const stage = stageOf(run, instantFromMs(nowMs))
  return (
    <Screen
      isWide holdsFocus title={run.title} intro={<span className="row"><RunStageMark stage={stage} /><span>{run.kindTitle}</span>{run.isPending && <PendingMark />}</span>}
      actions={<Link to="/$page" params={{ page: 'notices' }} className="button button--quiet">{t('notices.toList')}</Link>}
    >
      <div className="notice-view">
        <NextPart whole={whole} stage={stage} nowMs={nowMs} onShowFailed={() => setLooking({ filter: 'failed', chosenId: undefined })} />
        {run.released && stage !== 'cooling' && <ProgressPart run={run} stage={stage} />}
        {run.tally.toPrint > 0 && <PrintHerePart run={run} />}
        {run.handedOverAt && <BookingPart run={run} />}
        <RunFacts whole={whole} />
        {run.submitted && <CheckReport whole={whole} onShow={chosenId => setLooking({ filter: 'problems', chosenId })} />}
        <NoticesPart
          whole={whole} stage={stage} filter={looking.filter} chosenId={looking.chosenId}
          onFilter={filter => setLooking({ filter, chosenId: undefined })} onChoose={chosenId => setLooking(before => ({ ...before, chosenId }))} onCase={onCase}
        />
      </div>
    </Screen>
  )
}
