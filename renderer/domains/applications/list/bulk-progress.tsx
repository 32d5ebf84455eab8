import { useState, type ReactElement } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BulkRun } from '../../../../shared/contract/bulk.ts'
import { Button } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { BulkResults } from './bulk-results.tsx'
import { doneCount, useSteering } from './bulk-run.ts'

const ICONS: Readonly<Record<BulkRun['state'], IconName>> = { running: 'hourglass', paused: 'pause', ended: 'checkCircle', cancelled: 'crossCircle' }

/** How far work on many cases has come, whichever screen began it; stays until it is closed. */
export function BulkProgress({ run }: { readonly run: BulkRun }): ReactElement {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  const share = run.total === 0 ? 100 : (doneCount(run) / run.total) * 100
  return (
    <div className="bulk__bar">
      <p className="bulk__count"><Icon name={ICONS[run.state]} size={16} />{t(`bulk.run.name.${run.command}`)}: <Standing run={run} /></p>
      <ProgressBar aria-label={t('bulk.run.label')} value={share} className="bulk__progress">
        <div className="progress__track"><div className="progress__bar" style={{ width: `${share}%` }} /></div>
      </ProgressBar>
      {run.problem && <p role="alert" className="bulk__problem">{t('bulk.run.waits', { why: errorSentences(t, { code: run.problem }).happened })}</p>}
      <div className="bulk__actions">
        <Steering run={run} />
        <Button icon="list" onPress={() => setShown(true)}>{t('bulk.run.results')}</Button>
      </div>
      {isShown && <BulkResults run={run} onClose={() => setShown(false)} />}
    </div>
  )
}

/** Told by a screen reader at the end only: a hundred words on the way help nobody. */
function Standing({ run }: { readonly run: BulkRun }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const formatted = (count: number): string => formatNumber(count, language)
  const { refused, skipped } = run.counts
  const parts = [
    t('bulk.run.progress', { done: formatted(doneCount(run)), total: formatted(run.total) }),
    refused > 0 && t('bulk.run.refused', { count: refused, formatted: formatted(refused) }),
    skipped > 0 && t('bulk.run.skipped', { count: skipped, formatted: formatted(skipped) }),
    t(`bulk.run.${run.state}`),
  ].filter(part => part !== false)
  const isOver = run.state === 'ended' || run.state === 'cancelled'
  return <span role={isOver ? 'status' : undefined}>{parts.join(' · ')}</span>
}

function Steering({ run }: { readonly run: BulkRun }): ReactElement {
  const { t } = useTranslation()
  const steer = useSteering(run.id)
  if (run.state === 'ended' || run.state === 'cancelled') return <Button kind="quiet" icon="cross" onPress={() => steer('forget')}>{t('bulk.run.forget')}</Button>
  const way = run.state === 'running' ? 'pause' : 'resume'
  return (
    <>
      <Button icon={way === 'pause' ? 'pause' : 'send'} onPress={() => steer(way)}>{t(`bulk.run.${way}`)}</Button>
      <Button kind="quiet" icon="crossCircle" onPress={() => steer('cancel')}>{t('bulk.run.cancel')}</Button>
    </>
  )
}
