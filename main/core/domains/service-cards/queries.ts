import type { DeskCheck, ShownServiceCard } from '../../../../shared/contract/service-cards.ts'
import { cardStateOn, isOut } from '../../../../shared/domains/service-cards/card-steps.ts'
import type { CardOrganisation, ServiceCard } from '../../../../shared/domains/service-cards/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { CardPhotoId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** What is asked about service ID cards; all of it is answered without the service, at any hour. */
export interface ServiceCardQueries {
  list(): { organisations: CardOrganisation[]; cards: ShownServiceCard[] }
  photo(photoId: CardPhotoId): string | null
  check(scanned: string): DeskCheck
}

const ALL = shownWhere('service_cards', '1')
const BY_TOKEN = shownWhere('service_cards', "token = @token AND token <> ''")
const PHOTO = shownWhere('card_photos', 'id = @id')

export const createServiceCardQueries = ({ cache: { db }, now }: { readonly cache: { readonly db: Database }; readonly now: () => number }): ServiceCardQueries => ({
  list: () => ({
    organisations: effectiveAll(db, 'card_organisations').toSorted((one, other) => one.position - other.position || (sortKey(one.name) < sortKey(other.name) ? -1 : 1)),
    cards: statement(db, ALL).all().map(shown).toSorted((one, other) => (nameKey(one) < nameKey(other) ? -1 : 1)),
  }),
  photo: id => {
    const found = statement(db, PHOTO).get({ id })
    return found === undefined ? null : shownRow('card_photos', found).picture
  },
  check: scanned => {
    const found = statement(db, BY_TOKEN).get({ token: tokenIn(scanned) })
    if (found === undefined) return { kind: 'not-ours', card: null }
    const card = shown(found)
    return { kind: kindOn(card, germanDayAt(now())), card }
  },
})

/** What follows the `#` of the address that a code holds; a scanner may put in line breaks. */
const tokenIn = (scanned: string): string => scanned.replaceAll(/\s/g, '').split('#').at(-1) ?? ''

function kindOn(card: Pick<ServiceCard, 'status' | 'validFrom' | 'validUntil'>, today: string): DeskCheck['kind'] {
  const state = cardStateOn(card, today)
  if (state === 'expired' || !isOut(card)) return state
  return card.validFrom > today ? 'not-yet' : 'valid'
}

function shown(found: unknown): ShownServiceCard {
  const { token: _token, ...card } = shownRow('service_cards', found)
  return card
}

const nameKey = ({ familyName, givenName, validFrom, id }: Pick<ServiceCard, 'familyName' | 'givenName' | 'validFrom' | 'id'>): string => `${sortKey(familyName)} ${sortKey(givenName)} ${validFrom} ${id}`
