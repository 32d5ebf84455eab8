import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { canBeFollowed, canStep, isOut } from '../../../shared/domains/service-cards/card-steps.ts'
import { useCore, usePerson, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { SheetButton } from '../../ui/sheet-button.tsx'
import { SureDialog } from '../../ui/editing/sure-dialog.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { useMay } from './card-words.tsx'
import { DigitalCard } from './digital-card.tsx'
import { useCardCommand } from './mutations.ts'
import type { KnownCards } from './queries.ts'
import { RequestDialog } from './request-dialog.tsx'

interface Props {
  readonly card: ShownServiceCard
  readonly known: KnownCards
}

type Asking = 'refuse' | 'withdraw' | 'hand-over' | 'block' | 'renew' | 'correct'

/** Every step that the card can take now; what the person may not do says why. */
export function CardActions({ card, known }: Props): ReactElement {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking>()
  const refusals = useRefusals(card)
  const approve = useCardCommand('approve')
  const issue = useCardCommand('issue')
  const handOver = useCardCommand('hand-over')
  const can = (step: Parameters<typeof canStep>[1]): boolean => canStep(card.status, step)
  const isRenewable = canBeFollowed(card, known.cards.find(({ id }) => id === card.renewsId))
  return (
    <>
      <div className="row card-actions">
        {can('approve') && <ActionButton kind="primary" icon="check" isPrimary refusal={refusals.approve} onPress={() => void approve.run({ cardIds: [card.id] })}>{t('serviceCards.step.approve')}</ActionButton>}
        {can('issue') && <ActionButton kind="primary" icon="pencil" isPrimary refusal={refusals.issue} onPress={() => void issue.run({ cardIds: [card.id] })}>{t('serviceCards.step.issue')}</ActionButton>}
        {can('hand-over') && <ActionButton kind="primary" icon="send" isPrimary refusal={refusals.staff} onPress={() => (card.renewsId === null ? void handOver.run({ cardId: card.id }) : setAsking('hand-over'))}>{t('serviceCards.step.hand-over')}</ActionButton>}
        {can('approve') && <ActionButton icon="pencil" refusal={refusals.staff} onPress={() => setAsking('correct')}>{t('serviceCards.step.correct')}</ActionButton>}
        {isRenewable && <ActionButton icon="turn" refusal={refusals.staff} onPress={() => setAsking('renew')}>{t('serviceCards.step.renew')}</ActionButton>}
        {can('refuse') && <ActionButton icon="cross" refusal={refusals.decide} onPress={() => setAsking('refuse')}>{t('serviceCards.step.refuse')}</ActionButton>}
        {can('withdraw') && <ActionButton icon="undo" refusal={refusals.staff} onPress={() => setAsking('withdraw')}>{t('serviceCards.step.withdraw')}</ActionButton>}
        {(isOut(card) || can('withdraw')) && <Papers card={card} />}
        {can('block') && <ActionButton kind="danger" icon="lock" refusal={refusals.decide} onPress={() => setAsking('block')}>{t('serviceCards.step.block')}</ActionButton>}
      </div>
      {asking && <Asked card={card} known={known} asking={asking} onClose={() => setAsking(undefined)} />}
    </>
  )
}

/** Why a person may not take a step; undefined where they may. */
function useRefusals(card: ShownServiceCard): Readonly<Record<'approve' | 'decide' | 'issue' | 'staff', string | undefined>> {
  const { t } = useTranslation()
  const may = useMay(card.scope)
  const { personId } = usePerson()
  const isOnline = useStatus()?.connection === 'online'
  const decide = may('lead', 'officer') ? undefined : t('serviceCards.approversOnly')
  const own = card.authors.includes(personId) ? t('serviceCards.ownRequest') : undefined
  return {
    decide,
    approve: decide ?? own ?? (card.photoId === null ? t('serviceCards.photoMissing') : undefined),
    issue: may('lead') ? (isOnline ? undefined : t('serviceCards.issueOffline')) : t('serviceCards.leadsOnly'),
    staff: may('clerk', 'lead') ? undefined : t('serviceCards.staffOnly'),
  }
}

function Papers({ card }: Pick<Props, 'card'>): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const sheet = (form: 'card' | 'bleed') => () => client['service-cards'].sheet({ cardIds: [card.id], form })
  return (
    <>
      <SheetButton label={t(isOut(card) ? 'serviceCards.sheet' : 'serviceCards.sheetDraft')} title={t('serviceCards.sheetTitle')} offline={t('serviceCards.sheetOffline')} ask={sheet('card')} />
      {isOut(card) && <SheetButton label={t('serviceCards.sheetBleed')} title={t('serviceCards.sheetTitle')} offline={t('serviceCards.sheetOffline')} ask={sheet('bleed')} />}
      {isOut(card) && <DigitalCard cardId={card.id} />}
    </>
  )
}

function Asked({ card, known, asking, onClose }: Props & { readonly asking: Asking; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const refuse = useCardCommand('refuse')
  const withdraw = useCardCommand('withdraw')
  const handOver = useCardCommand('hand-over')
  if (asking === 'block') return <BlockDialog card={card} onClose={onClose} />
  if (asking === 'renew' || asking === 'correct') return <RequestDialog known={known} task={{ kind: asking, card }} onClose={onClose} />
  if (asking === 'hand-over') return <SureDialog title={t('serviceCards.handOverTitle')} act={t('serviceCards.step.hand-over')} isRunning={handOver.isRunning} onClose={onClose} onConfirm={() => void handOver.run({ cardId: card.id }).then(isDone => isDone && onClose())}><p>{t('serviceCards.handOverMeaning')}</p></SureDialog>
  const command = asking === 'refuse' ? refuse : withdraw
  return (
    <ReasonDialog
      title={t(`serviceCards.step.${asking}`)} meaning={t('serviceCards.reasonMeaning')} label={t('serviceCards.reason')} missing={t('serviceCards.reasonMissing')} confirm={t(`serviceCards.step.${asking}`)}
      isRunning={command.isRunning} onSend={reason => command.run({ cardIds: [card.id], reason: reason.slice(0, 500) })} onClose={onClose}
    />
  )
}
