import type { FactKind, FactOf, NoticeFact } from './facts.ts'

/** An entry that was wrong, and the day it has now; null where it does not hold at all. */
export interface Correction {
  readonly entry: FactKind
  readonly wrongDay: string
  readonly rightDay: string | null
}

export interface KnownFacts {
  /** What holds, in the order of entry. */
  readonly facts: readonly NoticeFact[]
  readonly corrections: readonly Correction[]
}

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

const byEntry = (one: NoticeFact, other: NoticeFact): number => compared(one.at, other.at) || compared(one.id, other.id)

/** In the order in which they were entered, whatever the order they come in. */
export const asEntered = (facts: readonly NoticeFact[]): readonly NoticeFact[] => facts.toSorted(byEntry)

/** The order in which things happened. */
export const byDay = (one: NoticeFact, other: NoticeFact): number => compared(one.day, other.day) || byEntry(one, other)

/** What holds after all corrections. */
export function knownFacts(entered: readonly NoticeFact[]): KnownFacts {
  const ordered = asEntered(entered)
  const corrected = new Map(ordered.flatMap(fact => (fact.kind === 'corrected' ? [[fact.of, fact.rightDay] as const] : [])))
  if (corrected.size === 0) return { facts: ordered, corrections: [] }
  const facts: NoticeFact[] = []
  const corrections: Correction[] = []
  for (const fact of ordered) {
    if (fact.kind === 'corrected') continue
    const rightDay = corrected.get(fact.id)
    if (rightDay !== undefined) corrections.push({ entry: fact.kind, wrongDay: fact.day, rightDay })
    if (rightDay !== null) facts.push({ ...fact, day: rightDay ?? fact.day })
  }
  return { facts, corrections }
}

export const ofKind = <Kind extends FactKind>(facts: readonly NoticeFact[], kind: Kind): readonly FactOf<Kind>[] =>
  facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind)

/** The entries of a kind about one delivery. What is said to have happened before it left is a mistake and does not count. */
export const aboutDelivery = (facts: readonly NoticeFact[], kind: 'retrieved' | 'returned' | 'received' | 'never-received', { id, day }: NoticeFact): readonly NoticeFact[] =>
  facts.filter(fact => fact.kind === kind && 'of' in fact && fact.of === id && fact.day >= day)
