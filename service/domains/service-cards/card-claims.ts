import type { CardClaims } from '../../portal/card-check-verdict.ts'
import type { CardOrganisation, ServiceCard } from '../../../shared/domains/service-cards/tables.ts'

/** Longer words are cut in the signed text alone, because it has to be read from a code of a few centimetres; the card says them whole. */
const MOST_OF_WORD = 40

const short = (word: string): string => word.slice(0, MOST_OF_WORD)

/**
 * What a card says in its code. No photo and no hash of one: a picture does not fit into a code that a telephone reads from a card, and
 * nobody who looks at a printed photo can compute its hash. Whoever checks compares name and photo with an identity document.
 */
export const claimsOf = (town: string, card: ServiceCard, organisation: Pick<CardOrganisation, 'name'>): CardClaims => ({
  t: town, n: card.number, p: [short(card.familyName), short(card.givenName)], o: short(organisation.name), u: short(card.unitName), r: short(card.rank), f: short(card.duty), v: [card.validFrom, card.validUntil],
})
