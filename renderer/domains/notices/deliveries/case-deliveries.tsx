import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { useLaws } from '../clock/queries.ts'
import { DecisionDelivery } from './decision-delivery.tsx'
import { useCaseDeliveries } from './queries.ts'

/** The decisions of a case on their way to whoever applied, in the words of the ledger of notices; nothing before one has left. */
export function CaseDeliveries({ applicationId }: { readonly applicationId: ApplicationId }): ReactElement | null {
  const { t } = useTranslation()
  const titleId = useId()
  const answer = useCaseDeliveries(applicationId)
  const laws = useLaws()
  // The case itself says what keeps it from being shown.
  if (!laws || answer.kind !== 'here' || answer.value.deliveries.length === 0) return null
  return (
    <section className="panel" aria-labelledby={titleId}>
      <header className="panel__head"><h2 id={titleId} className="panel__title">{t('noticeDeliveries.title')}</h2></header>
      {answer.value.deliveries.map(delivery => <DecisionDelivery key={delivery.id} delivery={delivery} laws={laws} />)}
      <p className="panel__note">{t('noticeCase.objections')}</p>
    </section>
  )
}
