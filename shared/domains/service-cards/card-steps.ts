import { ok, refuse, type Result } from '../../result.ts'
import { plusCalendarDays } from '../../german-days.ts'
import type { CardOrganisation, CardStatus, ServiceCard } from './tables.ts'

export const CARD_STEPS = ['approve', 'refuse', 'withdraw', 'issue', 'hand-over', 'block', 'replace'] as const
export type CardStep = (typeof CARD_STEPS)[number]

const STEPS: Readonly<Record<CardStep, { readonly from: readonly CardStatus[]; readonly to: CardStatus }>> = {
  approve: { from: ['requested'], to: 'approved' },
  refuse: { from: ['requested'], to: 'refused' },
  withdraw: { from: ['requested', 'approved'], to: 'withdrawn' },
  issue: { from: ['approved'], to: 'issued' },
  'hand-over': { from: ['issued'], to: 'handed-over' },
  block: { from: ['issued', 'handed-over'], to: 'blocked' },
  // Follows from handing over the next one; nobody takes it alone.
  replace: { from: ['issued', 'handed-over'], to: 'replaced' },
}

/** Whether a step can be taken now. */
export const canStep = (status: CardStatus, step: CardStep): boolean => STEPS[step].from.includes(status)

/** The card after a step, if it may be taken now. */
export const cardStepped = (card: ServiceCard, step: CardStep): Result<ServiceCard> =>
  canStep(card.status, step) ? ok({ ...card, status: STEPS[step].to }) : refuse('service-cards/wrong-status', { status: card.status })

/** Whether it is out in the world: with a number, signed, and not ended before its time. */
export const isOut = ({ status }: Pick<ServiceCard, 'status'>): boolean => status === 'issued' || status === 'handed-over'

/**
 * Whether another card may follow one that `before` came before: nobody has asked yet, and it is out or was blocked. One that was lost
 * before its holder was given it stands beside their cards; the one before it is followed instead.
 */
export const canBeFollowed = (card: Pick<ServiceCard, 'id' | 'status' | 'renewedById'>, before: Pick<ServiceCard, 'renewedById'> | undefined): boolean =>
  card.renewedById === null && (isOut(card) || (card.status === 'blocked' && (before === undefined || before.renewedById === card.id)))

export const CARD_STATES = ['requested', 'approved', 'issued', 'handed-over', 'expired', 'blocked', 'replaced', 'refused', 'withdrawn'] as const
export type CardState = (typeof CARD_STATES)[number]

/** What a card is on a day: the status, or `expired` where its days are over. */
export const cardStateOn = (card: Pick<ServiceCard, 'status' | 'validUntil'>, today: string): CardState => (isOut(card) && card.validUntil < today ? 'expired' : card.status)

/** Whether it ends within so many days and nobody has asked for the next one; one that has ended already, too. */
export const isToRenew = (card: Pick<ServiceCard, 'status' | 'validUntil' | 'renewedById'>, today: string, days: number): boolean =>
  isOut(card) && card.renewedById === null && card.validUntil <= plusCalendarDays(today, days)

export const CARD_TODOS = ['approve', 'issue', 'hand-over', 'renew'] as const
export type CardTodo = (typeof CARD_TODOS)[number]

/** What is to be done with a card now; undefined for nothing. Whoever never came for a renewal long ago is not asked for for ever. */
export function cardTodo(card: Pick<ServiceCard, 'status' | 'validUntil' | 'renewedById'>, organisation: Pick<CardOrganisation, 'remindDays'>, today: string): CardTodo | undefined {
  if (card.status === 'requested') return 'approve'
  if (card.status === 'approved') return 'issue'
  const isLate = card.validUntil < plusCalendarDays(today, -organisation.remindDays)
  if (isToRenew(card, today, organisation.remindDays)) return isLate ? undefined : 'renew'
  return card.status === 'issued' && card.validUntil >= today ? 'hand-over' : undefined
}
