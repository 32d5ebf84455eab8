import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_STATES, type Counts } from './recall-rows.ts'

/** How far a recall has come, as a bar and in words: whoever does not see the bar misses nothing. */
export function RecallProgress({ counts, total }: { readonly counts: Counts; readonly total: number }): ReactElement {
  const { t } = useTranslation()
  const told = counts.reached + counts.letter
  const parts = CONTACT_STATES.filter(state => counts[state] > 0).map(state => t(`vaccinationRecords.counted.${state}`, { count: counts[state] }))
  return (
    <div className="recall-progress">
      <div className="recall-progress__track" aria-hidden="true">
        {(['reached', 'letter', 'not-reached', 'moved'] as const).map(state => <span key={state} className={`recall-progress__part recall-progress__part--${state}`} style={{ inlineSize: `${total === 0 ? 0 : (counts[state] / total) * 100}%` }} />)}
      </div>
      <p><strong>{t('vaccinationRecords.toldOf', { told, count: total })}</strong> <span className="muted">{parts.join(', ')}</span></p>
    </div>
  )
}
