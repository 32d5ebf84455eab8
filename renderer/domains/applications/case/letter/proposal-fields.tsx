import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../../core-client/draft.ts'
import type { Language } from '../../../../texts/languages.ts'
import { Button } from '../../../../ui/button.tsx'
import { centsOf, formatEuros, writtenCents } from '../../../../ui/money.ts'
import { TextArea, TextInput } from '../../../../ui/text-input.tsx'
import { useLanguage } from '../../../../ui/use-language.ts'
import type { Whole } from '../case-actions.ts'

interface Props {
  readonly whole: Whole
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

const charges = ({ fees }: Whole['service']): boolean => fees.some(({ cents }) => cents > 0)

/** The first of the fees a service charges, as it is written into the field; others are told beside it. What is refused costs nothing by itself. */
export function usualFee({ fees }: Whole['service'], outcome: Draft['outcome'], language: Language): string {
  const usual = outcome === 'granted' ? fees.find(({ cents }) => cents > 0) : undefined
  return usual ? writtenCents(usual.cents, language) : ''
}

/** Whether rules of release go by an amount, so that it has to be asked for. */
export const asksAmount = ({ singleUpToCents }: Whole['service']): boolean => singleUpToCents !== null

/** What a decision says beside its reason, as far as the service needs it: conditions, an amount, a fee. */
export function ProposalFields({ whole, draft, change }: Props): ReactElement {
  const { service } = whole
  const isGranted = draft.outcome === 'granted'
  return (
    <>
      {isGranted && <Conditions draft={draft} change={change} />}
      {isGranted && asksAmount(service) && <Amount whole={whole} draft={draft} change={change} />}
      {charges(service) && <Fee whole={whole} draft={draft} change={change} />}
    </>
  )
}

/** Most decisions have none: the field comes when it is asked for, or when something stands in it. */
function Conditions({ draft, change }: Omit<Props, 'whole'>): ReactElement {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked && draft.conditions === '') return <div><Button kind="quiet" icon="plus" onPress={() => setAsked(true)}>{t('letter.addConditions')}</Button></div>
  return (
    <TextArea
      label={t('letter.conditions')} hint={t('letter.conditionsHint')} value={draft.conditions} rows={3} maxLength={8_000}
      onChange={conditions => change({ conditions })}
    />
  )
}

function Amount({ whole, draft, change }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const limit = whole.service.singleUpToCents ?? 0
  return (
    <TextInput
      label={t('letter.amount')} hint={t('letter.amountHint', { limit: formatEuros(limit, language) })} error={centsOf(draft.amount, language) === undefined ? t('letter.noAmount') : undefined}
      value={draft.amount} maxLength={20} onChange={amount => change({ amount })}
    />
  )
}

function Fee({ whole, draft, change }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const value = draft.fee ?? usualFee(whole.service, draft.outcome, language)
  const parts = whole.service.fees.filter(({ cents }) => cents > 0).map(({ title, cents }) => `${title[language]} ${formatEuros(cents, language)}`).join(', ')
  return (
    <TextInput
      label={t('letter.fee')} hint={parts} error={centsOf(value, language) === undefined ? t('letter.noAmount') : undefined}
      value={value} maxLength={20} onChange={fee => change({ fee })}
    />
  )
}
