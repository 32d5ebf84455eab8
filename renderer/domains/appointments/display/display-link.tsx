import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { TakeBack } from '../address/take-back.tsx'
import { useRenewableAddress } from '../address/use-renewable-address.ts'
import './display.css'

/** Tells leads where the display in the lobby of a place is opened; only the service knows. */
export function DisplayLink({ here: { place } }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const { address: asked, ...renewal } = useRenewableAddress('display', place.id)
  return (
    <section className="display-link" aria-labelledby={titleId}>
      <h2 id={titleId} className="panel__title">{t('display.title')}</h2>
      <p>{t('display.intro')}</p>
      {asked.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {asked.kind === 'refused' && <Problem refusal={asked.refusal} />}
      {asked.kind === 'here' && (
        <div className="display-link__address">
          <TextArea isReadOnly rows={2} label={t('display.address')} hint={t('display.sound')} value={asked.value.url} onChange={() => undefined} />
          <CopyButton text={asked.value.url} label={t('display.copy')} />
          <TakeBack {...renewal} question={t('display.renewAsk')} />
        </div>
      )}
    </section>
  )
}
