import type { DeskCheck, ShownServiceCard } from '../../../../shared/contract/service-cards.ts'
import type { Status } from '../../../../shared/contract/status.ts'
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

interface Asking {
  readonly cache: { readonly db: Database }
  readonly now: () => number
  /** How this desk stands with the service: whether it can know of the last blocks. */
  readonly standing: () => Pick<Status, 'connection' | 'lastSyncAt'>
}

export const createServiceCardQueries = ({ cache: { db }, now, standing }: Asking): ServiceCardQueries => ({
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
    const kind = kindOn(card, germanDayAt(now()))
    const days = effectiveAll(db, 'card_organisations').find(({ id }) => id === card.organisationId)?.listDays ?? 0
    return { kind: kind === 'valid' && !knowsBlocks(standing(), now(), days) ? 'uncertain' : kind, card }
  },
})

/** What follows the `#` of the address that a code holds; a scanner may put in line breaks. */
const tokenIn = (scanned: string): string => scanned.replaceAll(/\s/g, '').split('#').at(-1) ?? ''

function kindOn(card: Pick<ServiceCard, 'status' | 'validFrom' | 'validUntil'>, today: string): DeskCheck['kind'] {
  const state = cardStateOn(card, today)
  if (state === 'expired' || !isOut(card)) return state
  return card.validFrom > today ? 'not-yet' : 'valid'
}

/** A clock may be so far behind the service's. */
const CLOCK_MS = 600_000

/** As with the list on a telephone: what has not come from the service for so many days says nothing for certain, nor does a clock that is behind. */
function knowsBlocks({ connection, lastSyncAt }: ReturnType<Asking['standing']>, nowMs: number, days: number): boolean {
  if (connection === 'online') return true
  const age = lastSyncAt === null ? Infinity : nowMs - Date.parse(lastSyncAt)
  return age >= -CLOCK_MS && age <= days * 86_400_000
}

function shown(found: unknown): ShownServiceCard {
  const { token: _token, ...card } = shownRow('service_cards', found)
  return card
}

const nameKey = ({ familyName, givenName, validFrom, id }: Pick<ServiceCard, 'familyName' | 'givenName' | 'validFrom' | 'id'>): string => `${sortKey(familyName)} ${sortKey(givenName)} ${validFrom} ${id}`
