import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordKey, type RecordRef } from '../../../shared/command.ts'
import { isOut } from '../../../shared/domains/service-cards/card-steps.ts'
import type { CardOrganisation, CardPhoto, ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import type { Department } from '../../../shared/domains/staff/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { ServiceCardId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { departmentOf } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { ServiceCardSheet, ServiceCardSheetQuery } from '../../../shared/wire/service-cards.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { brandingOf } from '../../towns/branding.ts'
import { cardData, type PrintedCard } from './card-data.ts'
import { cardAddress } from './card-token.ts'

export interface CardSheetParts {
  readonly database: Database
  /** Null where nothing can be set. */
  readonly typesetter: Typesetter | null
  readonly url: () => string
}

export const CARD_LAYOUT = readFileSync(join(import.meta.dirname, 'card.typ'), 'utf8')

/** Cards to be printed, for whoever holds their scope; by name, so that the pile can be handed out. */
export async function cardSheet(parts: CardSheetParts, access: Access, { cardIds, form }: ServiceCardSheetQuery, now: Instant): Promise<Result<ServiceCardSheet>> {
  const cards = await openCards(parts.database, access, cardIds)
  const [first] = cards
  if (!first) return refuse('commands/record-missing', { table: 'service_cards' })
  if (!parts.typesetter) return refuse('letters/no-typesetter')
  const { department, printed } = await surroundings(parts.database, access, cards)
  const head = department?.letterhead
  const set = await parts.typesetter.typeset({
    layout: CARD_LAYOUT,
    data: cardData({
      cards: printed, form, today: germanDay(now), authority: head?.authority ?? department?.name ?? '', address: head ? `${head.street}, ${head.postalCode} ${head.place}` : '', url: parts.url(),
      crest: (await brandingOf(parts.database.db, access.actor.townId))?.crest ?? null,
    }),
  })
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64') }) : set
}

/** What the code of a card holds, for whoever wants it on a telephone. */
export async function digitalCard(parts: CardSheetParts, access: Access, cardId: ServiceCardId): Promise<Result<{ readonly address: string }>> {
  const [card] = await openCards(parts.database, access, [cardId])
  if (!card) return refuse('commands/record-missing', { table: 'service_cards' })
  return isOut(card) ? ok({ address: cardAddress(parts.url(), card.token) }) : refuse('service-cards/wrong-status', { status: card.status })
}

const NAMES = new Intl.Collator('de')

/** All of them, of one department; none where one does not lie open. */
async function openCards({ db }: Database, { actor, scopes }: Access, cardIds: readonly ServiceCardId[]): Promise<readonly ServiceCard[]> {
  const rows = await loadRecords(db, actor.townId, [...new Set(cardIds)].map(id => ({ table: 'service_cards', id }) as const), false)
  const cards = [...rows.values()] as readonly ServiceCard[]
  const isWhole = cards.length === new Set(cardIds).size && cards.every(({ scope }) => scopes.has(scope) && scope === cards[0]?.scope)
  return isWhole ? cards.toSorted((one, other) => NAMES.compare(`${one.familyName} ${one.givenName}`, `${other.familyName} ${other.givenName}`) || (one.id < other.id ? -1 : 1)) : []
}

async function surroundings({ db }: Database, { actor }: Access, cards: readonly ServiceCard[]): Promise<{ readonly department: Department | undefined; readonly printed: readonly PrintedCard[] }> {
  const department: RecordRef = { table: 'departments', id: departmentOf(cards[0]?.scope ?? '') ?? '' }
  const wanted = cards.flatMap(({ organisationId, photoId }): readonly RecordRef[] => [{ table: 'card_organisations', id: organisationId }, ...(photoId ? [{ table: 'card_photos', id: photoId } as const] : [])])
  const rows = await loadRecords(db, actor.townId, [department, ...new Map(wanted.map(record => [recordKey(record), record])).values()], false)
  const printed = cards.map(card => ({
    card, organisation: rows.get(`card_organisations/${card.organisationId}`) as CardOrganisation, photo: rows.get(`card_photos/${card.photoId ?? ''}`) as CardPhoto | undefined,
  }))
  return { department: rows.get(recordKey(department)) as Department | undefined, printed }
}
