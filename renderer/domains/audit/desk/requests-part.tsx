import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { PrivacyRequest } from '../../../../shared/wire/protection.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { useRequestChange } from './use-request-change.ts'

interface Props {
  readonly requests: readonly PrivacyRequest[]
  readonly onChanged: () => void
}

type Step = { readonly kind: 'record' } | { readonly kind: 'extend' | 'answer'; readonly request: PrivacyRequest }

/** What citizens asked for: put down, extended once, answered. */
export function RequestsPart({ requests, onChanged }: Props): ReactElement {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>()
  const close = (): void => setStep(undefined)
  return (
    <div className="stack audit">
      <div className="row"><Button kind="primary" icon="plus" onPress={() => setStep({ kind: 'record' })}>{t('protection.record')}</Button></div>
      {requests.length === 0 && <p className="muted">{t('protection.none')}</p>}
      {requests.length > 0 && (
        <DataTable caption={t('protection.requests')} isStackable heads={[t('protection.dueOn'), t('protection.kind'), t('protection.name'), t('protection.received'), t('protection.state'), t('protection.acts')]}>
          {requests.map(request => <RequestRow key={request.id} request={request} onStep={kind => setStep({ kind, request })} />)}
        </DataTable>
      )}
      {step?.kind === 'record' && <RecordDialog onChanged={onChanged} onClose={close} />}
      {step?.kind === 'extend' && <ExtendDialog request={step.request} onChanged={onChanged} onClose={close} />}
      {step?.kind === 'answer' && <AnswerDialog request={step.request} onChanged={onChanged} onClose={close} />}
    </div>
  )
}

function RequestRow({ request, onStep }: { readonly request: PrivacyRequest; readonly onStep: (kind: 'extend' | 'answer') => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { kind, name, note, receivedOn, dueOn, extensionReason, answeredOn, outcome, answer } = request
  const today = germanDayAt(useNow())
  const isOverdue = answeredOn === null && dueOn < today
  return (
    <tr>
      <th scope="row">{formatPlainDay(dueOn, language)}</th>
      <td>{t(`protection.kinds.${kind}`)}{note && <><br /><span className="muted">{note}</span></>}</td>
      <td>{name}</td>
      <td>{formatPlainDay(receivedOn, language)}</td>
      <td>
        {answeredOn && outcome ? t('protection.answeredOn', { outcome: t(`protection.outcomes.${outcome}`), day: formatPlainDay(answeredOn, language) }) : isOverdue ? <span className="protection__overdue">{t('protection.isOverdue')}</span> : t('protection.open')}
        {extensionReason && <><br /><span className="muted">{t('protection.extended', { reason: extensionReason })}</span></>}
        {answer && <><br /><span className="muted">{answer}</span></>}
      </td>
      <td>{answeredOn === null && (
        <div className="protection__acts">
          <Button aria-label={`${t('protection.answer')} ${name}`} onPress={() => onStep('answer')}>{t('protection.answer')}</Button>
          {extensionReason === null && <Button kind="quiet" aria-label={`${t('protection.extend')} ${name}`} onPress={() => onStep('extend')}>{t('protection.extend')}</Button>}
        </div>
      )}</td>
    </tr>
  )
}

function ExtendDialog({ request: { id }, onChanged, onClose }: { readonly request: PrivacyRequest; readonly onChanged: () => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useRequestChange('extend', onChanged)
  return (
    <ReasonDialog
      title={t('protection.extendTitle')} meaning={t('protection.extendMeaning')} label={t('protection.reason')} missing={t('protection.reasonMissing')} confirm={t('protection.extendNow')} isRunning={isRunning}
      onSend={reason => run({ id, reason: reason.trim().slice(0, 500) })} onClose={onClose}
    />
  )
}
