import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine } from '../../../../shared/contract/notice-deliveries.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLaws } from '../clock/queries.ts'
import { DecisionDelivery } from './decision-delivery.tsx'
import { useCaseDeliveries } from './queries.ts'

/** The chosen delivery, where it is the letter of a decision in a case. */
export function DecisionPanel({ line: { id, applicationId, name, reference, kindTitle } }: { readonly line: CaseLine }): ReactElement {
  const { t } = useTranslation()
  const answer = useCaseDeliveries(applicationId)
  const delivery = answer.kind === 'here' ? answer.value.deliveries.find(one => one.id === id) : undefined
  const laws = useLaws()
  return (
    <aside className="deliveries__one" aria-label={t('noticeDeliveries.one.title')}>
      <h2 className="deliveries__name">{name}</h2>
      <p className="muted">{reference}, {kindTitle}</p>
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {delivery && laws ? <DecisionDelivery delivery={delivery} laws={laws} /> : answer.kind !== 'refused' && <p className="muted">{t('common.loading')}</p>}
      <p className="muted">{t('noticeCase.objections')}</p>
      <Link to="/applications/$id" params={{ id: applicationId }} search={{ view: 'all' }}>{t('noticeCase.toCase')}</Link>
    </aside>
  )
}
