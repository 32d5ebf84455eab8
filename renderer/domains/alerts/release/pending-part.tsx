import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { problemsOf } from '../../../../shared/domains/alerts/problems.ts'
import { isSecondPerson } from '../../../../shared/domains/alerts/release-commands.ts'
import { RELEASERS } from '../../../../shared/domains/alerts/roles.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { eachOnce, fieldWords, problemSentence } from '../composer/composer-problems.ts'
import { useAlertCommand } from '../mutations.ts'
import { AloneButton } from './alone-button.tsx'
import { ReleaseDialog } from './release-dialog.tsx'

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
}

type Step = 'release' | 'return' | 'reject'

/** What can be done with a message that waits for the second person: by them, or by those who wrote it. */
export function PendingPart({ alert, topic }: Props): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const now = useNow()
  const isOnline = useStatus()?.connection === 'online'
  const [step, setStep] = useState<Step>()
  const withdraw = useAlertCommand('withdraw')
  const close = (): void => setStep(undefined)
  const offline = isOnline ? undefined : t('alertRelease.offline')
  const isReleaser = grantsIn(person, RELEASERS, alert.scope).length > 0
  const problems = problemsOf(alert, topic, instantFromMs(now))
  const isIncomplete = problems.length > 0
  const mayNot = !isReleaser ? t('alertRelease.leadsOnly') : isSecondPerson(alert, person) ? undefined : t('alertRelease.ownWords')
  return (
    <section className="alert-act" aria-label={t('alertRelease.waiting')}>
      <p className="alert-act__what"><b>{t('alertRelease.waiting')}</b> {mayNot ?? (isIncomplete ? t('alertRelease.incomplete') : t('alertRelease.waitingText'))}</p>
      {isIncomplete && <ul className="alert-act__problems">{eachOnce(problems).map(problem => <li key={`${problem.field} ${problem.language ?? ''} ${problem.code} ${problem.gap ?? ''}`}><b>{fieldWords(t, problem, alert.content.wordings.length > 1)}</b> {problemSentence(t, problem)}</li>)}</ul>}
      <div className="row">
        {!mayNot && <ActionButton kind="primary" icon="send" isPrimary refusal={offline ?? (isIncomplete ? t('alertRelease.notLikeThis') : undefined)} onPress={() => setStep('release')}>{t('alertRelease.release')}</ActionButton>}
        {isReleaser && <ActionButton icon="undo" refusal={offline} onPress={() => setStep('return')}>{t('alertRelease.return')}</ActionButton>}
        {isReleaser && <ActionButton icon="crossCircle" refusal={offline} onPress={() => setStep('reject')}>{t('alertRelease.reject')}</ActionButton>}
        {alert.authors.some(({ personId }) => personId === person.personId) && <ActionButton icon="trash" refusal={offline} onPress={() => void withdraw.run({ alertId: alert.id })}>{t('alertRelease.withdraw')}</ActionButton>}
        {mayNot && <AloneButton alert={alert} topic={topic} isIncomplete={isIncomplete} />}
      </div>
      {step === 'release' && <ReleaseDialog alert={alert} topic={topic} onClose={close} />}
      {(step === 'return' || step === 'reject') && <JudgeDialog key={step} alert={alert} step={step} onClose={close} />}
    </section>
  )
}

function JudgeDialog({ alert, step, onClose }: { readonly alert: Alert; readonly step: 'return' | 'reject'; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { run, isRunning } = useAlertCommand(step)
  const texts = step === 'return' ? { title: t('alertRelease.returnTitle'), meaning: t('alertRelease.returnMeaning') } : { title: t('alertRelease.rejectTitle'), meaning: t('alertRelease.rejectMeaning') }
  const send = async (reason: string): Promise<boolean> => {
    const isDone = await run({ alertId: alert.id, reason })
    // A draft again, to be written on where they stand: one letter more, and they could not release it any more.
    if (isDone && step === 'return') await navigate({ to: '/$page', params: { page: 'alerts' } })
    return isDone
  }
  return <ReasonDialog {...texts} label={t('alertRelease.reason')} missing={t('alertRelease.reasonMissing')} confirm={t(`alertRelease.${step}`)} isRunning={isRunning} onSend={send} onClose={onClose} />
}
