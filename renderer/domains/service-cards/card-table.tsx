import type { ReactElement } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { isToRenew } from '../../../shared/domains/service-cards/card-steps.ts'
import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import { daysBetween } from '../../../shared/german-days.ts'
import type { ServiceCardId } from '../../../shared/ids.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatPlainDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PendingMark } from '../../ui/pending-mark.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { SecrecyBadge } from '../people/secrecy-badge.tsx'
import { CardChoice } from './card-choice.tsx'
import { CardStateMark, holderName } from './card-words.tsx'
import type { KnownCards } from './queries.ts'
import { useSecretCards } from './secret-cards.ts'

interface Props {
  /** What is shown. */
  readonly cards: readonly ShownServiceCard[]
  readonly known: KnownCards
  readonly today: string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (id: ServiceCardId) => void
}

/** Cards by name; each can be opened, and chosen for a list. */
export function CardTable({ cards, known, today, chosen, onChoose, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecretCards(known.cards)
  const toggle = (id: string): void => onChoose(new Set(chosen.has(id) ? [...chosen].filter(one => one !== id) : [...chosen, id]))
  return (
    <DataTable
      caption={t('serviceCards.list')} isCaptionUnseen isStackable className="card-table"
      heads={[{ title: t('serviceCards.choice'), isUnseen: true }, t('serviceCards.name'), t('serviceCards.unit'), t('serviceCards.rank'), t('serviceCards.number'), t('serviceCards.validUntil'), t('serviceCards.state')]}
    >
      {cards.map(card => <Row key={card.id} card={card} isSecret={isSecret(card)} organisation={known.organisations.find(({ id }) => id === card.organisationId)} today={today} isChosen={chosen.has(card.id)} onToggle={() => toggle(card.id)} onOpen={() => onOpen(card.id)} />)}
    </DataTable>
  )
}

interface RowProps {
  readonly card: ShownServiceCard
  readonly isSecret: boolean
  readonly organisation: CardOrganisation | undefined
  readonly today: string
  readonly isChosen: boolean
  readonly onToggle: () => void
  readonly onOpen: () => void
}

function Row({ card, isSecret, organisation, today, isChosen, onToggle, onOpen }: RowProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = holderName(card)
  const isEnding = organisation && card.validUntil >= today && isToRenew(card, today, organisation.remindDays)
  const days = daysBetween(today, card.validUntil)
  return (
    <tr className={isChosen ? 'card-row--chosen' : undefined}>
      <td><CardChoice label={t('serviceCards.choose', { name })} isOn={isChosen} onChange={onToggle} /></td>
      <th scope="row"><AriaButton className="card-open" onPress={onOpen}>{card.familyName}, {card.givenName}</AriaButton>{isSecret && <SecrecyBadge />}{card.isPending && <PendingMark />}</th>
      <td>{card.unitName}</td>
      <td>{card.rank}</td>
      <td>{card.number || '–'}</td>
      <td>{formatPlainDay(card.validUntil, language)}{isEnding && <span className="card-ending"><Icon name="clock" size={14} />{days === 0 ? t('serviceCards.endsToday') : t('serviceCards.endsSoon', { count: days })}</span>}</td>
      <td><CardStateMark card={card} /></td>
    </tr>
  )
}
