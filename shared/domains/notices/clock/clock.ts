import { judgeDelivery, type JudgedDelivery, type NotEffected } from './announcement.ts'
import type { ClockStep, Period } from './clock-step.ts'
import { isDelivery, type Delivery, type NoticeFact } from './facts.ts'
import { byDay, knownFacts, ofKind } from './known-facts.ts'
import { remediesOf, type Announced, type Remedies } from './remedies.ts'
import type { NoticeRuleSet } from './rule-sets.ts'

/**
 * How far a notice is in law. `not-sent`: nothing left. `on-its-way`: not announced yet. `open`: announced, a period runs.
 * `objected`: an objection waits for its decision. `final`: nobody can object any more. `repeat`: no delivery announced it,
 * it has to be announced anew. `replaced`: another notice stands in its place, or it was changed upon an objection.
 */
export const CLOCK_STATES = ['not-sent', 'on-its-way', 'open', 'objected', 'final', 'repeat', 'replaced'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** Whether and when a notice counts as announced; the day may be still to come. */
export type Announcement =
  | { readonly kind: 'announced'; readonly day: string; readonly by: Delivery['kind']; readonly basis: string }
  | { readonly kind: 'not-yet'; readonly until: string | null }
  | { readonly kind: 'not-effected'; readonly reason: NotEffected }
  | { readonly kind: 'not-sent' }

/** What is asked about one notice. */
export interface ClockQuestion {
  /** In any order. */
  readonly facts: readonly NoticeFact[]
  readonly ruleSet: NoticeRuleSet
  /** The day that is asked on, `2026-11-23`; facts hold whatever it is. */
  readonly on: string
}

export interface NoticeClock {
  readonly state: ClockState
  /** When it left: the delivery that counts, otherwise the last one; null before. */
  readonly sentOn: string | null
  readonly announced: Announcement
  /** The period that ends last, with the end of its `day`. */
  readonly period: Period | null
  /** The first day on which nobody can object any more; null where it cannot be said (yet). */
  readonly finalOn: string | null
  /** Why, in the order in which a person would tell it. */
  readonly steps: readonly ClockStep[]
}

/** When a notice counts as announced, until when somebody can object and when it is final, with every step of why. */
export function clockOf({ facts: entered, ruleSet, on }: ClockQuestion): NoticeClock {
  const { facts, corrections } = knownFacts(entered)
  const deliveries = facts.filter(isDelivery).toSorted(byDay).map(delivery => judgeDelivery(delivery, facts, ruleSet, on))
  const first = firstAnnounced(deliveries)
  const remedies = remediesOf(first, facts)
  const replacedOn = ofKind(facts, 'replaced').toSorted(byDay)[0]?.day
  const isReplaced = replacedOn !== undefined || remedies.remediedOn !== null
  const final = isReplaced ? null : remedies.final
  return {
    state: isReplaced ? 'replaced' : stateOf(deliveries, first, remedies, on),
    sentOn: first?.sent ?? deliveries.at(-1)?.delivery.day ?? null,
    announced: announcementOf(deliveries, first),
    period: remedies.period,
    finalOn: final?.day ?? null,
    steps: [
      ...corrections.map(correction => ({ code: 'corrected', ...correction }) as const),
      ...deliveries.flatMap(({ steps }) => steps),
      ...(first && deliveries.filter(({ outcome }) => outcome.kind === 'announced').length > 1 ? [{ code: 'counts', day: first.day } as const] : []),
      ...remedies.steps,
      ...(replacedOn === undefined ? [] : [{ code: 'replaced', day: replacedOn } as const]),
      ...(final ? [{ code: 'final', ...final } as const] : []),
    ],
  }
}

/** Of several announcements the first; of one day, that of what left first. */
const firstAnnounced = (deliveries: readonly JudgedDelivery[]): Announced | null =>
  deliveries.reduce<Announced | null>((first, { outcome }) => (outcome.kind === 'announced' && (!first || outcome.day < first.day) ? outcome : first), null)

function announcementOf(deliveries: readonly JudgedDelivery[], first: Announced | null): Announcement {
  if (first) return { kind: 'announced', day: first.day, by: first.by, basis: first.basis }
  const outcomes = deliveries.map(({ outcome }) => outcome)
  const awaited = outcomes.findLast(outcome => outcome.kind === 'awaited')
  if (awaited) return { kind: 'not-yet', until: awaited.until }
  const failed = outcomes.findLast(outcome => outcome.kind === 'not-effected')
  return failed ? { kind: 'not-effected', reason: failed.reason } : { kind: 'not-sent' }
}

function stateOf(deliveries: readonly JudgedDelivery[], first: Announced | null, { isObjected, final }: Remedies, on: string): ClockState {
  if (isObjected) return 'objected'
  if (first && final && on >= final.day) return 'final'
  if (first) return on < first.day ? 'on-its-way' : 'open'
  if (deliveries.length === 0) return 'not-sent'
  return deliveries.some(({ outcome }) => outcome.kind === 'awaited') ? 'on-its-way' : 'repeat'
}
