import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceLine } from '../../../../shared/contract/services.ts'
import { OfferMark } from '../../../ui/editing/offer-mark.tsx'

/** Whether citizens can apply for a service, as symbol and word. */
export function ServiceState({ state }: { readonly state: ServiceLine['state'] }): ReactElement {
  const { t } = useTranslation()
  return <OfferMark state={state} word={t(`services.state.${state}`)} />
}
