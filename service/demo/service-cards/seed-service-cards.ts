import type { Kysely } from 'kysely'
import { lastDayFrom } from '../../../shared/domains/service-cards/card-content.ts'
import type { CardOrganisation, CardPhoto, CardStatus, ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { germanDay, plusCalendarDays, plusMonths } from '../../../shared/german-days.ts'
import { CardHolderId, CardPhotoId, derivedUuid, ServiceCardId, type TownId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { claimsOf } from '../../domains/service-cards/card-claims.ts'
import { cardToken } from '../../domains/service-cards/card-token.ts'
import { fillTable } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import type { SigningKey } from '../../store/signing-keys.ts'
import { townKey } from '../../store/town-keys.ts'
import { LAST_NAMES } from '../names.ts'
import type { Random } from '../random.ts'
import { personId } from '../staff.ts'
import { TOWN } from '../town.ts'
import { demoOrganisations } from './organisations.ts'
import { demoPortrait } from './portrait.ts'

const CARDS = 60
/** So many different drawings; a photo each all the same. */
const PORTRAITS = 24
/** Drawings take turns, and so do names and ranks. */
const GIVEN_NAMES = [
  ['Anna', 'Birgit', 'Claudia', 'Doreen', 'Franziska', 'Ida', 'Jana', 'Katja', 'Lara', 'Marie', 'Nadine', 'Sabine'], ['Bernd', 'Dirk', 'Erik', 'Felix', 'Jörg', 'Lukas', 'Marko', 'Olaf', 'Paul', 'Sören', 'Thomas', 'Uwe'],
] as const
/** Which ranks are a woman’s. */
const OF_WOMEN = /(frau|in)$/
const DUTIES = ['', '', '', 'Gruppenführung', 'Zugführung', 'Gerätewartung', 'Jugendfeuerwehr'] as const

/** What stands at the beginning of the list, for everybody to see each state; the others are handed over. */
const STATES: readonly (readonly [status: CardStatus, endsIn: number | null])[] = [
  ['requested', null], ['requested', null], ['requested', null], ['approved', null], ['approved', null], ['issued', null], ['issued', null], ['blocked', null],
  ['handed-over', 12], ['handed-over', 25], ['handed-over', 25], ['handed-over', 41], ['handed-over', 70], ['handed-over', 70], ['handed-over', 88], ['handed-over', -20],
]

interface Options {
  readonly townId: TownId
  readonly now: Instant
}

/** Fills the demo town's service ID cards: about 60 in 8 units, in every state, with drawn photos. */
export async function seedServiceCards(trx: Kysely<Schema>, { townId, now }: Options, random: Random, position: number): Promise<void> {
  const key = await townKey(trx, 'card_keys', townId, now)
  const drawn = Array.from({ length: PORTRAITS }, (_, index) => Buffer.from(demoPortrait(index, germanDay(now))).toString('base64'))
  const photos = Array.from({ length: CARDS }, (_, index) => photoOf(drawn[index % PORTRAITS] ?? '', index, plusDays(now, -400)))
  const numbers = new Map<string, number>()
  const cards: ServiceCard[] = []
  for (const [index, photo] of photos.entries()) cards.push(await signed(townId, aCard({ index, now, random, numbers, photo }), key))
  await fillTable(trx, townId, 'card_organisations', demoOrganisations, position)
  await fillTable(trx, townId, 'card_photos', photos, position)
  await fillTable(trx, townId, 'service_cards', cards, position)
  // Beyond every number that was given.
  const counters = [...numbers].map(([name, last_number]) => ({ town_id: townId, prefix: name.slice(0, 2), year: name.slice(3), last_number }))
  await trx.insertInto('card_number_counters').values(counters).execute()
}

const photoOf = (picture: string, index: number, addedAt: Instant): CardPhoto =>
  ({ id: CardPhotoId.parse(derivedUuid(TOWN.id, `card-photo/${index}`)), scope: demoOrganisations[0].scope, version: 0, picture, addedAt, addedByName: 'Silke Bartels' })

interface Made {
  readonly index: number
  readonly now: Instant
  readonly random: Random
  /** The last number given, by prefix and year. */
  readonly numbers: Map<string, number>
  readonly photo: CardPhoto
}

function aCard({ index, now, random, numbers, photo }: Made): ServiceCard {
  const organisation = demoOrganisations[index % 7 === 3 || index % 7 === 4 ? 1 : 0]
  const [status, endsIn] = STATES[index] ?? ['handed-over', null]
  const days = daysOf(organisation, { status, endsIn, today: germanDay(now), random })
  const unit = organisation.units[index % organisation.units.length]
  if (!unit) throw new Error('an organisation has units')
  const ranks = organisation.ranks.filter(rank => OF_WOMEN.test(rank) === (index % 2 === 0))
  const isOut = status === 'issued' || status === 'handed-over' || status === 'blocked'
  const made = plusDays(`${days.validFrom}T08:00:00.000Z` as Instant, -14)
  const requestedAt = isOut && made < now ? made : plusDays(now, -3 - (index % 5))
  return {
    id: ServiceCardId.parse(derivedUuid(TOWN.id, `service-card/${index}`)), scope: organisation.scope, version: 0, organisationId: organisation.id, holderId: CardHolderId.parse(derivedUuid(TOWN.id, `card-holder/${index}`)),
    unitId: unit.id, unitName: unit.name, familyName: random.pick(LAST_NAMES), givenName: random.pick(GIVEN_NAMES[index % 2 === 0 ? 0 : 1]), rank: random.pick(ranks), duty: organisation.prefix === 'FW' ? random.pick(DUTIES) : '',
    authority: organisation.authority, ...days, photoId: photo.id, number: isOut ? numberOf(numbers, organisation, requestedAt.slice(0, 4)) : '', status, authors: [personId('silke.bartels')],
    requestedAt, requestedByName: 'Silke Bartels', ...stepsSince(status, requestedAt, now), reason: null, renewsId: null, renewedById: null, token: '',
  }
}

/** Most cards were given out some time in the last four years; those of the list end when it says. */
function daysOf(organisation: CardOrganisation, { status, endsIn, today, random }: { readonly status: CardStatus; readonly endsIn: number | null; readonly today: string; readonly random: Random }): Pick<ServiceCard, 'validFrom' | 'validUntil'> {
  if (endsIn !== null) {
    const validUntil = plusCalendarDays(today, endsIn)
    return { validFrom: plusCalendarDays(plusMonths(validUntil, -60), 1), validUntil }
  }
  const validFrom = status === 'handed-over' || status === 'blocked' ? plusCalendarDays(today, -random.between(40, 1_500)) : today
  return { validFrom, validUntil: lastDayFrom(validFrom, organisation) }
}

function numberOf(numbers: Map<string, number>, { prefix }: CardOrganisation, year: string): string {
  const last = (numbers.get(`${prefix}-${year}`) ?? 0) + 1
  numbers.set(`${prefix}-${year}`, last)
  return `${prefix}-${year}-${String(last).padStart(4, '0')}`
}

function stepsSince(status: CardStatus, requestedAt: Instant, now: Instant): Pick<ServiceCard, 'decidedAt' | 'decidedByName' | 'issuedAt' | 'issuedByName' | 'handedOverAt' | 'handedOverByName' | 'blocked' | 'endedAt'> {
  const [isDecided, isIssued, isHandedOver] = [status !== 'requested', status !== 'requested' && status !== 'approved', status === 'handed-over' || status === 'blocked']
  const lead = 'Jörg Wernicke'
  const blockedAt = plusDays(now, -2)
  return {
    decidedAt: isDecided ? plusDays(requestedAt, 1) : null, decidedByName: isDecided ? lead : null, issuedAt: isIssued ? plusDays(requestedAt, 2) : null, issuedByName: isIssued ? lead : null,
    handedOverAt: isHandedOver ? plusDays(requestedAt, 9) : null, handedOverByName: isHandedOver ? 'Silke Bartels' : null,
    blocked: status === 'blocked' ? { reason: 'lost', note: 'Beim Umzug verloren', at: blockedAt, byName: 'Steffen Albrecht' } : null, endedAt: status === 'blocked' ? blockedAt : null,
  }
}

async function signed(townId: TownId, card: ServiceCard, key: SigningKey): Promise<ServiceCard> {
  const organisation = demoOrganisations.find(({ id }) => id === card.organisationId)
  if (card.number === '' || !organisation) return card
  return { ...card, token: await cardToken(claimsOf(townId, card, organisation), key) }
}
