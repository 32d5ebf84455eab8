import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn, type Role } from '../../../shared/actor.ts'
import type { CardTodo } from '../../../shared/domains/service-cards/card-steps.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { todoOf } from './card-filter.ts'
import { useToday } from './card-words.tsx'
import { useCards } from './queries.ts'

/** Who is reminded of what. */
const REMINDED: Readonly<Record<CardTodo, readonly Role[]>> = { approve: ['lead'], issue: ['lead'], 'hand-over': ['clerk', 'lead'], renew: ['clerk', 'lead'] }

/** How many cards wait for the person, beside the name of the page. */
export function CardsMark(): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const today = useToday()
  const known = useCards()
  const count = known?.cards.filter(card => {
    const todo = todoOf(card, known.organisations, today)
    return todo && grantsIn(person, REMINDED[todo], card.scope).length > 0 && !(todo === 'approve' && card.authors.includes(person.personId))
  }).length
  if (!count) return null
  return <span className="nav__count"><span aria-hidden="true">{count}</span><span className="sr-only">{t('serviceCards.marks', { count })}</span></span>
}
