import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn, type Role } from '../../../shared/actor.ts'
import { cardStateOn, type CardState } from '../../../shared/domains/service-cards/card-steps.ts'
import type { ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { germanDayAt } from '../../../shared/german-days.ts'
import { useNow, usePerson } from '../../core-client/core-context.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'

const LOOKS: Readonly<Record<CardState, { readonly icon: IconName; readonly tone: string }>> = {
  requested: { icon: 'question', tone: 'new' }, approved: { icon: 'check', tone: 'work' }, issued: { icon: 'print', tone: 'wait' }, 'handed-over': { icon: 'checkCircle', tone: 'good' }, expired: { icon: 'hourglass', tone: 'bad' },
  blocked: { icon: 'lock', tone: 'bad' }, replaced: { icon: 'turn', tone: 'bad' }, refused: { icon: 'crossCircle', tone: 'bad' }, withdrawn: { icon: 'cross', tone: 'bad' },
}

/** What a card is today, as symbol and word. */
export function CardStateMark({ card }: { readonly card: Pick<ServiceCard, 'status' | 'validUntil'> }): ReactElement {
  const { t } = useTranslation()
  const state = cardStateOn(card, useToday())
  const { icon, tone } = LOOKS[state]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} />{t(`serviceCards.states.${state}`)}</span>
}

/** Today in Germany. */
export const useToday = (): string => germanDayAt(useNow())

export const holderName = ({ givenName, familyName }: Pick<ServiceCard, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`

/** Whether the person has one of these roles where a card is given out. */
export function useMay(scope: string | undefined): (...roles: readonly Role[]) => boolean {
  const person = usePerson()
  return (...roles) => scope !== undefined && grantsIn(person, roles, scope).length > 0
}
