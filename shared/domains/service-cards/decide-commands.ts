import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { ServiceCardId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { cardStepped } from './card-steps.ts'
import { allCardsStepped, asChanges, cardsAndFollowed, cardsBeside, OnCards, theCards } from './on-cards.ts'
import { endedBeforeIssue } from './request-commands.ts'
import { BlockReason, type ServiceCard } from './tables.ts'

const DECIDERS = ['lead', 'officer'] as const satisfies readonly Role[]

/** Agrees to cards that somebody else has asked for, one or a whole list. */
export const approveCards = defineCommand({
  name: 'service-cards.approve',
  version: 1,
  input: OnCards,
  offline: 'tentative',
  roles: DECIDERS,
  onlyIfUnchanged: true,
  reads: (input, state) => [...theCards(input), ...photosOf(input, state)],
  decide: (state, input, { actor, now }) => {
    const approved = allCardsStepped(state, input, 'approve', card => {
      if (card.authors.includes(actor.personId)) return refuse('service-cards/own-request')
      return card.photoId === null || !state.get('card_photos', card.photoId) ? refuse('service-cards/photo-missing') : ok({ decidedAt: now, decidedByName: actor.name })
    })
    return approved.ok ? ok(asChanges(approved.value)) : approved
  },
})

/** A photo may have been deleted since the card before it ended. */
const photosOf = ({ cardIds }: z.infer<typeof OnCards>, state: State): readonly RecordRef[] =>
  cardIds.flatMap(id => state.get('service_cards', id)?.photoId ?? []).map(id => ({ table: 'card_photos', id }))

export const refuseCards = defineCommand({
  name: 'service-cards.refuse',
  version: 1,
  input: OnCards.extend({ reason: z.string().max(500) }),
  offline: 'tentative',
  roles: DECIDERS,
  onlyIfUnchanged: true,
  reads: cardsAndFollowed,
  decide: (state, input, moment) => endedBeforeIssue(state, input, 'refuse', moment),
})

/** Gives cards their numbers and signs them: both is the service's. Whoever asked for one and leads may, because somebody else has agreed. */
export const issueCards = defineCommand({
  name: 'service-cards.issue',
  version: 1,
  input: OnCards,
  offline: 'online-only',
  roles: ['lead'],
  onlyIfUnchanged: true,
  reads: theCards,
  decide: (state, input, { actor, now }) => {
    const issued = allCardsStepped(state, input, 'issue', ({ validUntil }) =>
      (validUntil < germanDay(now) ? refuse('service-cards/days-over') : ok({ issuedAt: now, issuedByName: actor.name })))
    return issued.ok ? ok(asChanges(issued.value)) : issued
  },
})

/** Gives the card to its holder, or says that they have it; the cards before it count no more from now on. */
export const handOverCard = defineCommand({
  name: 'service-cards.hand-over',
  version: 1,
  input: z.object({ cardId: ServiceCardId }),
  offline: 'queue',
  roles: ['clerk', 'lead'],
  onlyIfUnchanged: true,
  reads: ({ cardId }, state) => {
    const card = state.get('service_cards', cardId)
    const followed = card ? [card, ...followedBy(state, card)].flatMap(({ renewsId }) => renewsId ?? []) : []
    return [cardId, ...followed].map(id => ({ table: 'service_cards', id }) satisfies RecordRef)
  },
  decide: (state, { cardId }, { actor, now }) => {
    const card = state.get('service_cards', cardId)
    if (!card) return refuse('commands/record-missing', { table: 'service_cards' })
    const stepped = cardStepped(card, 'hand-over')
    if (!stepped.ok) return stepped
    const replaced = followedBy(state, card).flatMap(before => {
      const ended = cardStepped(before, 'replace')
      return ended.ok ? [{ ...ended.value, endedAt: now }] : []
    })
    return ok(asChanges([{ ...stepped.value, handedOverAt: now, handedOverByName: actor.name }, ...replaced]))
  },
})

/**
 * The cards before one, back to the last that its holder was given: what stood before that one ended with it. One that was lost or left
 * lying before anybody was given it has ended nothing.
 */
function followedBy(state: State, { renewsId }: ServiceCard): readonly ServiceCard[] {
  const before = renewsId === null ? undefined : state.get('service_cards', renewsId)
  if (!before) return []
  return before.handedOverAt === null ? [before, ...followedBy(state, before)] : [before]
}

/** Blocks a card for ever, at any hour and without network too: whoever finds it again gets a new one. Where its holder never had it, the one before is theirs and may be renewed again. */
export const blockCard = defineCommand({
  name: 'service-cards.block',
  version: 1,
  input: z.object({ cardId: ServiceCardId, reason: BlockReason, note: z.string().max(500) }),
  offline: 'queue',
  roles: DECIDERS,
  // Whatever else became of the card meanwhile: a lost one is lost.
  onlyIfUnchanged: false,
  reads: ({ cardId }, state) => [...cardsAndFollowed({ cardIds: [cardId] }, state), ...followingOf(state, cardId)],
  decide: (state, { cardId, reason, note }, { actor, now }) => {
    const card = state.get('service_cards', cardId)
    if (!card) return refuse('commands/record-missing', { table: 'service_cards' })
    const stepped = cardStepped(card, 'block')
    if (!stepped.ok) return stepped
    const beside = card.handedOverAt === null ? cardsBeside(state, card) : []
    const blocked = { ...stepped.value, endedAt: now, blocked: { reason, note: note.trim(), at: now, byName: actor.name }, renewedById: beside.length > 0 ? null : card.renewedById }
    return ok(asChanges([blocked, ...beside]))
  },
})

const followingOf = (state: State, cardId: ServiceCardId): readonly RecordRef[] => {
  const id = state.get('service_cards', cardId)?.renewedById
  return id ? [{ table: 'service_cards', id }] : []
}
