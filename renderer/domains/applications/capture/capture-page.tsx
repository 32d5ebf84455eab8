import { useNavigate } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useOffer } from '../queries.ts'
import { CaptureForm } from './capture-form.tsx'
import type { CaptureDraft } from './capture-draft.ts'
import { ServiceChoice } from './service-choice.tsx'
import { useCaptureDraft } from './use-capture-draft.ts'
import './capture.css'

/** Takes an application on paper or by telephone down: the service, then its form, and it is a case like any other. */
export function CapturePage({ before, onTaken }: { readonly before?: ReactNode; readonly onTaken?: ((id: string) => void) | undefined }): ReactElement {
  const { t } = useTranslation()
  const { draft, change, startAnew } = useCaptureDraft()
  return (
    <Screen title={t('capture.title')} intro={t('capture.intro')}>
      {before}
      <div className="capture" aria-busy={draft === undefined}>
        {draft && (draft.serviceId === null
          ? <ServiceChoice onChoose={serviceId => change({ serviceId, formVersion: null })} />
          : <WithService key={draft.applicationId} draft={draft} serviceId={draft.serviceId} onChange={change} onDone={startAnew} onTaken={onTaken} />)}
      </div>
    </Screen>
  )
}

interface Props {
  readonly draft: CaptureDraft
  readonly serviceId: NonNullable<CaptureDraft['serviceId']>
  readonly onChange: (part: Partial<CaptureDraft>) => void
  readonly onDone: () => void
  readonly onTaken: ((id: string) => void) | undefined
}

function WithService({ draft, serviceId, onChange, onDone, onTaken }: Props): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const offer = useOffer(serviceId)
  const chooseAgain = (): void => onChange({ serviceId: null, formVersion: null })
  if (!offer) return <p className="muted">{t('common.loading')}</p>
  if (!offer.ok) return <Problem refusal={offer.error}><Button icon="back" onPress={chooseAgain}>{t('capture.otherService')}</Button></Problem>
  return (
    <CaptureForm
      offer={offer.value} draft={draft} onChange={onChange} onOtherService={chooseAgain} onDiscard={onDone}
      onTaken={id => {
        onDone()
        onTaken?.(id)
        void navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } })
      }}
    />
  )
}
