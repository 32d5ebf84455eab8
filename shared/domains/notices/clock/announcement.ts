import { plusCalendarDays, plusMonths } from '../../../german-days.ts'
import type { ClockStep } from './clock-step.ts'
import type { Delivery, FactOf, NoticeFact } from './facts.ts'
import { aboutDelivery } from './known-facts.ts'
import { rulesOn, type AnnouncementRule, type NoticeRules, type NoticeRuleSet } from './rule-sets.ts'
import { movedDay } from './working-day.ts'

/** Why a delivery announced nothing. */
export const NOT_EFFECTED = ['returned', 'never-received', 'not-retrieved', 'no-rule'] as const
export type NotEffected = (typeof NOT_EFFECTED)[number]

/** What one delivery came to: announced on a day, which may be still to come; perhaps later; or not at all. */
export type Outcome =
  | { readonly kind: 'announced'; readonly day: string; readonly by: Delivery['kind']; readonly sent: string; readonly basis: string; readonly rules: NoticeRules }
  /** `until`: the last day on which it can still be fetched; null where it waits for the proof that it arrived. */
  | { readonly kind: 'awaited'; readonly until: string | null }
  | { readonly kind: 'not-effected'; readonly reason: NotEffected }

export interface JudgedDelivery {
  readonly delivery: Delivery
  readonly outcome: Outcome
  readonly steps: readonly ClockStep[]
}

type Judged = Omit<JudgedDelivery, 'delivery'>

interface Question<Rule = AnnouncementRule> {
  readonly delivery: Delivery
  readonly sentBy: 'posted' | 'provided'
  readonly facts: readonly NoticeFact[]
  readonly rule: Rule
  readonly rules: NoticeRules
  readonly on: string
}
type Of<Kind extends AnnouncementRule['kind']> = Question<Extract<AnnouncementRule, { readonly kind: Kind }>>

/** When one delivery counts as announced, by the rules of the day on which it left. `on` is the day that is asked on. */
export function judgeDelivery(delivery: Delivery, facts: readonly NoticeFact[], ruleSet: NoticeRuleSet, on: string): JudgedDelivery {
  const rules = rulesOn(ruleSet, delivery.day)
  if (!rules) return { delivery, outcome: { kind: 'not-effected', reason: 'no-rule' }, steps: [{ code: 'no-rule', day: delivery.day }] }
  if (delivery.kind !== 'handed-over') return { delivery, ...judged({ delivery, sentBy: delivery.kind, facts, rule: ruleFor(delivery, rules), rules, on }) }
  const { basis } = rules.byHand
  return { delivery, outcome: announced(delivery, rules, delivery.day, basis), steps: [{ code: 'handed-over', day: delivery.day, basis }] }
}

function ruleFor(delivery: FactOf<'posted' | 'provided'>, { postInland, postAbroad, mailbox }: NoticeRules): AnnouncementRule {
  if (delivery.kind === 'provided') return mailbox
  return delivery.isAbroad ? postAbroad : postInland
}

function judged(question: Question): Judged {
  const { rule } = question
  if (rule.kind === 'after-retrieval') return onceRetrieved({ ...question, rule })
  return rule.kind === 'on-receipt' ? onceReceived({ ...question, rule }) : presumed({ ...question, rule })
}

const announced = (delivery: Delivery, rules: NoticeRules, day: string, basis: string): Outcome =>
  ({ kind: 'announced', day, by: delivery.kind, sent: delivery.day, basis, rules })

/** The presumption holds unless it came back or never arrived; where it arrived later, that day counts. */
function presumed(question: Of<'after-days' | 'after-months'>): Judged {
  const { delivery, sentBy, rule, rules } = question
  const received = lastReceipt(question)
  const failed = received === undefined ? failure(question) : undefined
  if (failed) return failed
  const counted = rule.kind === 'after-days' ? plusCalendarDays(delivery.day, rule.days) : plusMonths(delivery.day, rule.months)
  const span = rule.kind === 'after-days' ? { count: rule.days, unit: 'days' as const } : { count: rule.months, unit: 'months' as const }
  const moved = movedDay(counted, rule.basis, rule.shiftBasis)
  const first: ClockStep = { code: 'presumed', sentBy, sent: delivery.day, span, ...moved }
  if (received === undefined) return { outcome: announced(delivery, rules, moved.day, rule.basis), steps: [first] }
  if (received > moved.day) return { outcome: announced(delivery, rules, received, rule.basis), steps: [first, { code: 'received-later', day: received, basis: rule.basis }] }
  return { outcome: announced(delivery, rules, moved.day, rule.basis), steps: [first, { code: 'received-before', day: received, presumed: moved.day }] }
}

/** The retrieval that was entered first counts: to put it right is a correction of that entry. */
function onceRetrieved({ delivery, facts, rule: { withinDays, basis }, rules, on }: Of<'after-retrieval'>): Judged {
  const provided = delivery.day
  const until = plusCalendarDays(provided, withinDays)
  const retrieved = aboutDelivery(facts, 'retrieved', delivery)[0]?.day
  if (retrieved !== undefined && retrieved <= until) {
    const day = plusCalendarDays(retrieved, 1)
    return { outcome: announced(delivery, rules, day, basis), steps: [{ code: 'retrieved', provided, retrieved, day, basis }] }
  }
  if (retrieved !== undefined) return { outcome: { kind: 'not-effected', reason: 'not-retrieved' }, steps: [{ code: 'retrieved-late', provided, until, retrieved, basis }] }
  return on <= until
    ? { outcome: { kind: 'awaited', until }, steps: [{ code: 'awaits-retrieval', provided, until, basis }] }
    : { outcome: { kind: 'not-effected', reason: 'not-retrieved' }, steps: [{ code: 'not-retrieved', provided, until, basis }] }
}

function onceReceived(question: Of<'on-receipt'>): Judged {
  const { delivery, sentBy, rule: { basis }, rules } = question
  const sent = delivery.day
  const received = lastReceipt(question)
  if (received !== undefined) return { outcome: announced(delivery, rules, received, basis), steps: [{ code: 'received', sentBy, sent, day: received, basis }] }
  return failure(question) ?? { outcome: { kind: 'awaited', until: null }, steps: [{ code: 'awaits-receipt', sentBy, sent, basis }] }
}

/** Of several days on which it is said to have arrived the last: an announcement never moves to an earlier day by one more entry. */
const lastReceipt = ({ facts, delivery }: Question<unknown>): string | undefined => aboutDelivery(facts, 'received', delivery).map(({ day }) => day).toSorted().at(-1)

function failure({ facts, delivery, sentBy }: Question<unknown>): Judged | undefined {
  const sent = delivery.day
  const returned = aboutDelivery(facts, 'returned', delivery)[0]
  if (returned) return { outcome: { kind: 'not-effected', reason: 'returned' }, steps: [{ code: 'returned', sent, day: returned.day }] }
  const denied = aboutDelivery(facts, 'never-received', delivery)[0]
  return denied && { outcome: { kind: 'not-effected', reason: 'never-received' }, steps: [{ code: 'never-received', sentBy, sent, day: denied.day }] }
}
