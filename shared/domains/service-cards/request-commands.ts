import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type State } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { CardHolderId, CardOrganisationId, CardPhotoId, ServiceCardId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { isCardPhoto, judgedContent } from './card-content.ts'
import { canBeFollowed } from './card-steps.ts'
import { allCardsStepped, asChanges, cardsAndFollowed, cardsBeside, OnCards } from './on-cards.ts'
import { CardContent, CardPhoto, type CardOrganisation, type ServiceCard } from './tables.ts'

const STAFF = ['clerk', 'lead'] as const satisfies readonly Role[]

const NOTHING_YET = {
  number: '', status: 'requested', decidedAt: null, decidedByName: null, reason: null, issuedAt: null, issuedByName: null, handedOverAt: null, handedOverByName: null, blocked: null,
  endedAt: null, renewedById: null, token: '',
} as const satisfies Partial<ServiceCard>

/** `photo`: a new one; null keeps that of the card before, if there is one. */
const Photo = CardPhoto.shape.picture.nullable()

/** Asks for a card; for one that follows another the holder stays the same. Nothing is printed until somebody else has agreed. */
export const requestCard = defineCommand({
  name: 'service-cards.request',
  version: 1,
  input: z.object({ organisationId: CardOrganisationId, content: CardContent, photo: Photo, renewsId: ServiceCardId.nullable() }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: ({ organisationId, renewsId }, state) => [{ table: 'card_organisations', id: organisationId }, ...cardsAndFollowed({ cardIds: renewsId ? [renewsId] : [] }, state)],
  decide: (state, { organisationId, content, photo, renewsId }, moment) => {
    const organisation = activeOrganisation(state, organisationId)
    if (!organisation.ok) return organisation
    const before = renewsId ? renewable(state, renewsId, organisation.value) : ok(null)
    if (!before.ok) return before
    const judged = judgedContent(organisation.value, content)
    if (!judged.ok) return judged
    const taken = takenPhoto(photo, organisation.value.scope, moment)
    if (!taken.ok) return taken
    const card = newCard(organisation.value, before.value, moment, 'card', { ...judged.value, photoId: taken.value?.row.id ?? before.value?.photoId ?? null })
    return ok([...(taken.value ? [taken.value] : []), ...withFollowed(card, before.value)])
  },
})

/** Asks for the next cards of a list, each saying what it says now, from one day to another. */
export const renewCards = defineCommand({
  name: 'service-cards.renew',
  version: 1,
  input: OnCards.extend({ organisationId: CardOrganisationId, validFrom: z.iso.date(), validUntil: z.iso.date() }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: (input, state) => [{ table: 'card_organisations', id: input.organisationId }, ...cardsAndFollowed(input, state)],
  decide: (state, input, moment) => {
    const organisation = activeOrganisation(state, input.organisationId)
    if (!organisation.ok) return organisation
    const changes: Change[] = []
    for (const id of new Set(input.cardIds)) {
      const before = renewable(state, id, organisation.value)
      if (!before.ok) return before
      const judged = judgedContent(organisation.value, { ...before.value, validFrom: input.validFrom, validUntil: input.validUntil })
      if (!judged.ok) return judged
      const { unitId, familyName, givenName, rank, duty, authority, validFrom, validUntil, unitName } = judged.value
      const content = { unitId, familyName, givenName, rank, duty, authority, validFrom, validUntil, unitName, photoId: before.value.photoId }
      changes.push(...withFollowed(newCard(organisation.value, before.value, moment, `card/${id}`, content), before.value))
    }
    return ok(changes)
  },
})

/** Corrects what nobody has agreed to yet; whoever does is one of its authors from then on. */
export const correctCard = defineCommand({
  name: 'service-cards.correct',
  version: 1,
  input: z.object({ cardId: ServiceCardId, content: CardContent, photo: Photo }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: true,
  reads: ({ cardId }, state) => {
    const card = state.get('service_cards', cardId)
    return [{ table: 'service_cards', id: cardId }, ...(card ? [{ table: 'card_organisations', id: card.organisationId } as const] : [])]
  },
  decide: (state, { cardId, content, photo }, moment) => {
    const card = state.get('service_cards', cardId)
    if (card?.status !== 'requested') return refuse('service-cards/wrong-status', { status: card?.status ?? '' })
    const organisation = activeOrganisation(state, card.organisationId)
    if (!organisation.ok) return organisation
    const judged = judgedContent(organisation.value, content)
    if (!judged.ok) return judged
    const taken = takenPhoto(photo, card.scope, moment)
    if (!taken.ok) return taken
    const authors = [...new Set([...card.authors, moment.actor.personId])]
    return ok([...(taken.value ? [taken.value] : []), ...asChanges([{ ...card, ...judged.value, photoId: taken.value?.row.id ?? card.photoId, authors }])])
  },
})

/** Takes back a request, or what was approved and not issued yet. */
export const withdrawCards = defineCommand({
  name: 'service-cards.withdraw',
  version: 1,
  input: OnCards.extend({ reason: z.string().max(500) }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: true,
  reads: cardsAndFollowed,
  decide: (state, input, moment) => endedBeforeIssue(state, input, 'withdraw', moment),
})

function activeOrganisation(state: State, id: string): Result<CardOrganisation> {
  const organisation = state.get('card_organisations', id)
  return organisation?.active ? ok(organisation) : refuse('service-cards/no-such-organisation')
}

/** A card of the same organisation that another may follow. */
function renewable(state: State, id: string, organisation: CardOrganisation): Result<ServiceCard> {
  const card = state.get('service_cards', id)
  if (!card || card.organisationId !== organisation.id || card.scope !== organisation.scope) return refuse('commands/record-missing', { table: 'service_cards' })
  if (card.renewedById !== null) return refuse('service-cards/already-renewed')
  const before = card.renewsId === null ? undefined : state.get('service_cards', card.renewsId)
  return canBeFollowed(card, before) ? ok(card) : refuse('service-cards/wrong-status', { status: card.status })
}

function takenPhoto(picture: string | null, scope: string, { actor, now, newId }: Moment): Result<{ readonly table: 'card_photos'; readonly row: CardPhoto } | null> {
  if (picture === null) return ok(null)
  if (!isCardPhoto(picture, germanDay(now))) return refuse('service-cards/photo-wrong')
  return ok({ table: 'card_photos', row: { id: CardPhotoId.parse(newId('photo')), scope, version: 0, picture, addedAt: now, addedByName: actor.name } })
}

type Written = CardContent & Pick<ServiceCard, 'unitName' | 'photoId'>

const newCard = (organisation: CardOrganisation, before: ServiceCard | null, { actor, now, newId }: Moment, label: string, written: Written): ServiceCard => ({
  ...NOTHING_YET, ...written, id: ServiceCardId.parse(newId(label)), scope: organisation.scope, version: 0, organisationId: organisation.id,
  holderId: before?.holderId ?? CardHolderId.parse(newId('holder')), authors: [actor.personId], requestedAt: now, requestedByName: actor.name, renewsId: before?.id ?? null,
})

const withFollowed = (card: ServiceCard, before: ServiceCard | null): readonly Change[] => asChanges(before ? [card, { ...before, renewedById: card.id }] : [card])

/** Ends what was not issued; the cards that they were to follow may be renewed again. */
export function endedBeforeIssue(state: State, input: z.infer<typeof OnCards> & { readonly reason: string }, step: 'refuse' | 'withdraw', { actor, now }: Moment): Result<readonly Change[]> {
  const reason = input.reason.trim()
  if (!reason) return refuse('service-cards/reason-missing')
  const ended = allCardsStepped(state, input, step, () => ok({ decidedAt: now, decidedByName: actor.name, reason, endedAt: now }))
  if (!ended.ok) return ended
  return ok(asChanges([...ended.value, ...ended.value.flatMap(card => cardsBeside(state, card))]))
}
