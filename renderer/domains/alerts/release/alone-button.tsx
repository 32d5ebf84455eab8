import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { contentHash } from '../../../../shared/canonical.ts'
import { OFFICERS } from '../../../../shared/domains/alerts/roles.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useAlertCommand } from '../mutations.ts'
import { ConfirmForm } from './confirm-form.tsx'

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
  /** While something keeps the words from going out. */
  readonly isIncomplete: boolean
  /** Before it is asked about: whether the service knows the words as they stand. */
  readonly onAsk?: () => Promise<boolean>
}

/** The emergency path: an officer, a hazard, nobody else there. Only those see it who may ever take it. */
export function AloneButton({ alert, topic, isIncomplete, onAsk }: Props): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const isOnline = useStatus()?.connection === 'online'
  const [isAsking, setAsking] = useState(false)
  if (grantsIn(person, OFFICERS, alert.scope).length === 0 || topic?.kind !== 'hazard') return null
  const ask = async (): Promise<void> => {
    if ((await onAsk?.()) ?? true) setAsking(true)
  }
  const refusal = isIncomplete ? t('alertRelease.alone.incomplete') : isOnline ? undefined : t('alertRelease.offline')
  return (
    <>
      <ActionButton icon="warning" refusal={refusal} onPress={() => void ask()}>{t('alertRelease.alone.button')}</ActionButton>
      {isAsking && <AloneDialog alert={alert} topic={topic} onClose={() => setAsking(false)} />}
    </>
  )
}

const SHORTEST_REASON = 3

function AloneDialog({ alert, topic, onClose }: Omit<Props, 'isIncomplete' | 'onAsk'> & { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { run, isRunning } = useAlertCommand('release-alone')
  const area = useFirstFocus<HTMLTextAreaElement>()
  const send = async (typed: string): Promise<boolean> => {
    const lacks = reason.trim().length < SHORTEST_REASON
    setMissing(lacks)
    if (lacks) area.current?.focus()
    return !lacks && run({ alertId: alert.id, contentHash: contentHash(alert.content), typed, reason })
  }
  return (
    <ConfirmForm title={t('alertRelease.alone.title')} alert={alert} topic={topic} isRunning={isRunning} hasFocus={false} onSend={send} onClose={onClose}>
      <p className="alert-notice alert-notice--bad"><Icon name="warning" /><span>{t('alertRelease.alone.warning')}</span></p>
      <TextArea label={t('alertRelease.alone.reason')} value={reason} rows={2} maxLength={500} isRequired areaRef={area} error={isMissing ? t('alertRelease.reasonMissing') : undefined} onChange={setReason} />
    </ConfirmForm>
  )
}
