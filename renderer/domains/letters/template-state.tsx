import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateLine } from '../../../shared/contract/letters.ts'
import { OfferMark } from '../../ui/editing/offer-mark.tsx'

/** Whether letters are proposed with a template, as symbol and word. */
export function TemplateState({ state }: { readonly state: TemplateLine['state'] }): ReactElement {
  const { t } = useTranslation()
  return <OfferMark state={state} word={t(`letters.state.${state}`)} />
}
