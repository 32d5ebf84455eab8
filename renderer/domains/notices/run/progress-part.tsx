import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownRun } from '../../../../shared/contract/notices.ts'
import type { RunStage } from '../../../../shared/domains/notices/stage.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { goneOf } from '../list/next-step.ts'

const PARTS = ['dispatched', 'printed', 'retrieved', 'provided', 'atPrintCentre', 'processed', 'handedOver', 'toPrint', 'failed', 'cancelled', 'waiting'] as const
type Part = (typeof PARTS)[number]

/** How many letters of a run are how far, as a bar with every part in words. */
export function ProgressPart({ run, stage }: { readonly run: ShownRun; readonly stage: RunStage }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const headingId = useId()
  const counts = partsOf(run, stage)
  const shown = PARTS.filter(part => counts[part] > 0)
  const percent = run.letters === 0 ? 0 : (goneOf(run) / run.letters) * 100
  return (
    <section className="notice-box stack" aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-view__heading">{t('notices.progress.title')}</h2>
      <p><strong>{t('notices.progress.sum', { done: goneOf(run), all: run.letters })}</strong></p>
      {/* Said by quarters: more would speak without a pause while letters leave. */}
      <output className="sr-only">{t('notices.progress.spoken', { percent: Math.floor(percent / 25) * 25, failed: counts.failed })}</output>
      <div className="notice-bar" aria-hidden="true">{shown.map(part => <span key={part} className={`notice-bar__part notice-bar__part--${part}`} style={{ flexGrow: counts[part] }} />)}</div>
      <ul className="notice-legend">
        {shown.map(part => (
          <li key={part}><span className={`notice-legend__sample notice-bar__part--${part}`} aria-hidden="true" />{t(`notices.progress.parts.${part}`)} <b>{formatNumber(counts[part], language)}</b></li>
        ))}
      </ul>
    </section>
  )
}

/** Where the run was ended, what has not left never will. */
function partsOf({ tally, letters }: ShownRun, stage: RunStage): Readonly<Record<Part, number>> {
  const rest = Math.max(0, letters - Object.values(tally).reduce((sum, count) => sum + count, 0))
  return stage === 'cancelled' ? { ...tally, cancelled: tally.cancelled + rest, waiting: 0 } : { ...tally, waiting: rest }
}
