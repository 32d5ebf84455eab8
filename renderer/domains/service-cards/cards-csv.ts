import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../../shared/formats/csv.ts'

interface Words {
  readonly organisation: (card: ShownServiceCard) => string
  readonly state: (card: ShownServiceCard) => string
}

/** Cards as a CSV file that German spreadsheets open. */
export const csvOf = (heads: readonly string[], cards: readonly ShownServiceCard[], { organisation, state }: Words): string =>
  BYTE_ORDER_MARK + [heads, ...cards.map((card): readonly TableCell[] => [card.familyName, card.givenName, organisation(card), card.unitName, card.rank, card.duty, card.number, { day: card.validFrom }, { day: card.validUntil }, state(card)])].map(csvLine).join('')
