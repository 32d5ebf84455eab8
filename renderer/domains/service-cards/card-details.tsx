import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { canBeFollowed } from '../../../shared/domains/service-cards/card-steps.ts'
import type { ServiceCardId } from '../../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatDayAndTime } from '../../ui/format.ts'
import { PendingMark } from '../../ui/pending-mark.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { SecrecyBadge } from '../people/secrecy-badge.tsx'
import { CardActions } from './card-actions.tsx'
import { CardFacts } from './card-facts.tsx'
import { Photo } from './card-photo.tsx'
import { CardStateMark, holderName } from './card-words.tsx'
import { usePhoto, type KnownCards } from './queries.ts'
import { useSecretCards } from './secret-cards.ts'

interface Props {
  readonly card: ShownServiceCard
  readonly known: KnownCards
  readonly onOpen: (id: ServiceCardId) => void
  readonly onClose: () => void
}

/** A card from the request to its end: what it says, what has been done, and the next step. */
export function CardDetails({ card, known, onOpen, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecretCards(known.cards)(card)
  const photo = usePhoto(card.photoId)
  const { renewedById, renewsId } = card
  const before = known.cards.find(({ id }) => id === renewsId)
  const isBeside = card.status === 'blocked' && renewedById === null && !canBeFollowed(card, before)
  return (
    <Dialog size="large" title={`${holderName(card)}${card.number ? ` · ${card.number}` : ''}`} isOpen onClose={onClose}>
      <div className="row">{isSecret && <SecrecyBadge />}<CardStateMark card={card} />{card.isPending && <PendingMark />}</div>
      {renewedById && <div className="callout row"><span>{t('serviceCards.followed')}</span>{known.cards.some(({ id }) => id === renewedById) && <Button kind="quiet" onPress={() => onOpen(renewedById)}>{t('serviceCards.openNext')}</Button>}</div>}
      {isBeside && <p className="callout">{t('serviceCards.beside')}</p>}
      <div className="card-details">
        <Photo address={photo} name={holderName(card)} />
        <CardFacts card={card} />
        <Story card={card} />
      </div>
      {before && <div className="card-before"><Button kind="quiet" onPress={() => onOpen(before.id)}>{t('serviceCards.openBefore')}</Button></div>}
      <CardActions card={card} known={known} />
    </Dialog>
  )
}

/** What has been done, when and by whom. */
function Story({ card }: Pick<Props, 'card'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { status, blocked, reason } = card
  const isEnded = status === 'refused' || status === 'withdrawn'
  const steps: readonly (readonly [string | null | undefined, string])[] = [
    [card.requestedAt, t('serviceCards.steps.requested', { name: card.requestedByName })],
    [isEnded ? null : card.decidedAt, t('serviceCards.steps.approved', { name: card.decidedByName ?? '' })],
    [isEnded ? card.decidedAt : null, t(status === 'withdrawn' ? 'serviceCards.steps.withdrawn' : 'serviceCards.steps.refused', { name: card.decidedByName ?? '', reason: reason ?? '' })],
    [card.issuedAt, t('serviceCards.steps.issued', { name: card.issuedByName ?? '' })],
    [card.handedOverAt, t('serviceCards.steps.handedOver', { name: card.handedOverByName ?? '' })],
    [blocked?.at, blocked ? t('serviceCards.steps.blocked', { name: blocked.byName, reason: [t(`serviceCards.reasons.${blocked.reason}`), blocked.note].filter(Boolean).join(', ') }) : ''],
    [status === 'replaced' ? card.endedAt : null, t('serviceCards.steps.replaced')],
  ]
  return (
    <ol className="card-story" aria-label={t('serviceCards.story')}>
      {steps.map(([at, text]) => at && <li key={text}><span className="muted">{formatDayAndTime(at, language)}</span><span>{text}</span></li>)}
    </ol>
  )
}
