import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { RELEASERS } from '../../../../shared/domains/alerts/roles.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAlertCommand } from '../mutations.ts'
import { quartersOf, sumsOf } from './sums.ts'
import { useProgress } from './use-progress.ts'
import { WayTable } from './way-table.tsx'

interface Props {
  readonly alert: Alert
  readonly isLive: boolean
  /** False where the desk is in the other mode: it is shown, and nothing can be done. */
  readonly mayAct: boolean
}

/** How far a message is while it goes out, and afterwards what became of it. */
export function LiveBoard({ alert, isLive, mayAct }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleId = useId()
  const answer = useProgress(alert.id, isLive)
  const isOnline = useStatus()?.connection === 'online'
  const sums = answer.kind === 'here' ? sumsOf(answer.value.ways) : undefined
  return (
    <section className="alert-board" aria-labelledby={titleId}>
      <div className="alert-board__head">
        <h2 id={titleId} className="alert-board__title">{t('alertBoard.title')}</h2>
        {sums && <p className="alert-board__sum"><b>{t('alertBoard.summary', { handed: sums.handed, all: sums.all })}</b>{sums.failed > 0 && <span className="late">{t('alertBoard.summaryFailed', { count: sums.failed })}</span>}</p>}
        {answer.kind === 'here' && <span className="muted">{t('alertBoard.asOf', { time: formatTime(answer.value.at, language) })}</span>}
        {isLive && mayAct && <StopButton alert={alert} />}
      </div>
      <output className="sr-only">{sums && t('alertBoard.spoken', { percent: quartersOf(sums), failed: sums.failed })}</output>
      {!isOnline && <p className="callout">{t('alertBoard.unknown')}</p>}
      {answer.kind === 'loading' && isOnline && <p className="muted">{t('common.loading')}</p>}
      {answer.kind === 'refused' && isOnline && <Problem refusal={answer.refusal} />}
      {answer.kind === 'here' && <WayTable alertId={alert.id} ways={answer.value.ways} mayRetry={isLive && mayAct && isOnline} />}
    </section>
  )
}

/** One person is enough: to be silent needs no second one. */
function StopButton({ alert }: { readonly alert: Alert }): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const isOnline = useStatus()?.connection === 'online'
  const [isAsking, setAsking] = useState(false)
  const { run, isRunning } = useAlertCommand('stop')
  if (grantsIn(person, RELEASERS, alert.scope).length === 0) return null
  return (
    <>
      <ActionButton icon="pause" refusal={isOnline ? undefined : t('alertRelease.offline')} onPress={() => setAsking(true)}>{t('alertBoard.stop')}</ActionButton>
      {isAsking && (
        <ReasonDialog
          title={t('alertBoard.stopTitle')} meaning={t('alertBoard.stopMeaning')} label={t('alertRelease.reason')} missing={t('alertRelease.reasonMissing')} confirm={t('alertBoard.stop')} kind="danger"
          isRunning={isRunning} onSend={reason => run({ alertId: alert.id, reason })} onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
