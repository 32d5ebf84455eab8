import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { formatPlainDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { holderName } from './card-words.tsx'

/** What a card says. */
export function CardFacts({ card }: { readonly card: ShownServiceCard }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <dl className="card-facts">
      <Fact name={t('serviceCards.name')}>{holderName(card)}</Fact>
      <Fact name={t('serviceCards.unit')}>{card.unitName}</Fact>
      <Fact name={t('serviceCards.rank')}>{card.rank}</Fact>
      {card.duty && <Fact name={t('serviceCards.duty')}>{card.duty}</Fact>}
      <Fact name={t('serviceCards.number')}>{card.number || '–'}</Fact>
      <Fact name={t('serviceCards.validity')}>{t('serviceCards.days', { from: formatPlainDay(card.validFrom, language), until: formatPlainDay(card.validUntil, language) })}</Fact>
      {card.authority && <Fact name={t('serviceCards.authority')}>{card.authority}</Fact>}
    </dl>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => <div className="card-fact"><dt>{name}</dt><dd>{children}</dd></div>
