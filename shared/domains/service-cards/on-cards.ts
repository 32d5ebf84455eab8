import * as z from 'zod'
import type { Change, RecordRef, State } from '../../command.ts'
import { ServiceCardId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { cardStepped, type CardStep } from './card-steps.ts'
import type { ServiceCard } from './tables.ts'

/** Decided on at once: a command names fifty records at most, and with each card that it follows. */
export const MOST_CARDS_AT_ONCE = 24

/** One card, or a list of them that is decided on as a whole. */
export const OnCards = z.object({ cardIds: z.array(ServiceCardId).min(1).max(MOST_CARDS_AT_ONCE) })
type OnCards = z.infer<typeof OnCards>

export const theCards = ({ cardIds }: OnCards): readonly RecordRef[] => cardIds.map((id): RecordRef => ({ table: 'service_cards', id }))

/** The cards named, and those that they follow. */
export const cardsAndFollowed = (input: OnCards, state: State): readonly RecordRef[] =>
  [...theCards(input), ...input.cardIds.flatMap(id => state.get('service_cards', id)?.renewsId ?? []).map((id): RecordRef => ({ table: 'service_cards', id }))]

/** The cards named, all of one scope. */
export function cardsOf(state: State, { cardIds }: OnCards): Result<readonly ServiceCard[]> {
  const wanted = new Set(cardIds)
  const found = [...wanted].flatMap(id => state.get('service_cards', id) ?? [])
  return found.length === wanted.size && found.every(({ scope }) => scope === found[0]?.scope) ? ok(found) : refuse('commands/record-missing', { table: 'service_cards' })
}

/** All of them after a step, each with what the step adds; refused as a whole where one cannot take it. */
export function allCardsStepped(state: State, input: OnCards, step: CardStep, more: (card: ServiceCard) => Result<Partial<ServiceCard>>): Result<readonly ServiceCard[]> {
  const cards = cardsOf(state, input)
  if (!cards.ok) return cards
  const stepped: ServiceCard[] = []
  for (const card of cards.value) {
    const next = cardStepped(card, step)
    if (!next.ok) return next
    const added = more(card)
    if (!added.ok) return added
    stepped.push({ ...next.value, ...added.value })
  }
  return ok(stepped)
}

export const asChanges = (cards: readonly ServiceCard[]): readonly Change[] => cards.map(row => ({ table: 'service_cards', row }) as const)

/** The cards before and after one that its holder never had, joined; the one before may be renewed again, unless another follows already. */
export function cardsBeside(state: State, { id, renewsId, renewedById }: ServiceCard): readonly ServiceCard[] {
  const before = renewsId === null ? undefined : state.get('service_cards', renewsId)
  if (before?.renewedById !== id) return []
  const next = renewedById === null ? undefined : state.get('service_cards', renewedById)
  return [{ ...before, renewedById }, ...(next ? [{ ...next, renewsId }] : [])]
}
