import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { cardStateOn, cardTodo, type CardState, type CardTodo } from '../../../shared/domains/service-cards/card-steps.ts'
import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'

/** What is looked for; null for all. */
export interface CardFilter {
  readonly text: string
  readonly organisationId: string | null
  readonly unitId: string | null
  readonly state: CardState | null
  readonly todo: CardTodo | null
}

export const ALL_CARDS: CardFilter = { text: '', organisationId: null, unitId: null, state: null, todo: null }

/** The next thing to be done with a card; undefined also where its organisation is not known. */
export const todoOf = (card: ShownServiceCard, organisations: readonly CardOrganisation[], today: string): CardTodo | undefined => {
  const organisation = organisations.find(({ id }) => id === card.organisationId)
  return organisation && cardTodo(card, organisation, today)
}

const folded = (text: string): string => text.toLocaleLowerCase('de').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss')

/** The cards that fit, in their order. Each word is looked for in name and number, without regard to accents. */
export function filteredCards<Card extends ShownServiceCard>(cards: readonly Card[], organisations: readonly CardOrganisation[], filter: CardFilter, today: string): readonly Card[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean)
  return cards.filter(card => {
    const { familyName, givenName, number, organisationId, unitId } = card
    const text = folded(`${givenName} ${familyName} ${number}`)
    return words.every(word => text.includes(word))
      && (filter.organisationId === null || organisationId === filter.organisationId) && (filter.unitId === null || unitId === filter.unitId)
      && (filter.state === null || cardStateOn(card, today) === filter.state) && (filter.todo === null || todoOf(card, organisations, today) === filter.todo)
  })
}
