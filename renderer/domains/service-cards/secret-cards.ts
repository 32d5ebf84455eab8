import { useMemo } from 'react'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { useSecrets } from '../people/use-secrets.ts'

type Held = Pick<ShownServiceCard, 'id' | 'holderId'>

/**
 * Says of a card whether its holder stands under secrecy. One card was found to be theirs and carries the mark; those before it
 * and those that follow, also one not sent yet, are of the same holder and so of the same person.
 */
export function secretCards(cards: readonly Held[], isSecret: (recordId: string) => boolean): (card: Held) => boolean {
  const holders = new Set(cards.filter(({ id }) => isSecret(id)).map(({ holderId }) => holderId))
  return ({ id, holderId }) => holders.has(holderId) || isSecret(id)
}

/** The same of all cards known here. */
export function useSecretCards(cards: readonly Held[]): (card: Held) => boolean {
  const isSecret = useSecrets()
  return useMemo(() => secretCards(cards, isSecret), [cards, isSecret])
}
