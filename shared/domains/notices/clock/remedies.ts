import { plusCalendarDays, plusMonths } from '../../../german-days.ts'
import type { Outcome } from './announcement.ts'
import type { ClockStep, Period } from './clock-step.ts'
import type { FactOf, NoticeFact } from './facts.ts'
import { byDay, ofKind } from './known-facts.ts'
import type { NoticeRules } from './rule-sets.ts'
import { movedDay } from './working-day.ts'

export type Announced = Extract<Outcome, { readonly kind: 'announced' }>

export interface Remedies {
  /** The period that ends last; null where nothing was announced. */
  readonly period: Period | null
  /** An objection in time about which nothing was decided. */
  readonly isObjected: boolean
  /** Final from that day on; null while that cannot be said. */
  readonly final: Pick<ClockStep<'final'>, 'day' | 'why'> | null
  /** When the town itself lifted or changed the notice upon an objection. */
  readonly remediedOn: string | null
  readonly steps: readonly ClockStep[]
}

/** How long somebody can still object, what became of objections, and when the notice is final. */
export function remediesOf(announced: Announced | null, facts: readonly NoticeFact[]): Remedies {
  const first = announced && objectionPeriod(announced, facts)
  const objections = judgedObjections(facts, first, announced?.rules ?? null)
  const waiver = waiverOf(announced, facts)
  const waived = waiver && announced && later(waiver.day, announced.day)
  const isObjected = objections.isPending && waived === null
  const final = objections.period && finalDay(objections, objections.period, waived)
  return {
    period: objections.period, isObjected, final, remediedOn: objections.remediedOn,
    steps: [...instructionSteps(facts), ...(first ? [{ code: 'period', ...first } as const] : []), ...objections.steps, ...(waiver ? [waiver] : [])],
  }
}

/** Once the instruction was found missing or wrong, the long period holds until that entry is corrected. */
function objectionPeriod({ day, rules }: Announced, facts: readonly NoticeFact[]): Period {
  const isLong = ofKind(facts, 'instruction').some(({ quality }) => quality !== 'right')
  return periodSince(day, 'objection', isLong ? rules.longObjection : rules.objection, rules, isLong)
}

const periodSince = (since: string, kind: Period['kind'], { months, basis }: NoticeRules['objection'], { periodShiftBasis }: NoticeRules, isLong: boolean): Period =>
  ({ kind, since, months, isLong, ...movedDay(plusMonths(since, months), basis, periodShiftBasis) })

const instructionSteps = (facts: readonly NoticeFact[]): readonly ClockStep[] =>
  ofKind(facts, 'instruction').toSorted(byDay).map(({ quality, day }) => ({ code: 'instruction', quality, day }))

interface Objections {
  readonly period: Period | null
  /** Whether any objection came in time, whatever became of it. */
  readonly isContested: boolean
  readonly isPending: boolean
  readonly withdrawnOn: string | null
  readonly remediedOn: string | null
  readonly steps: readonly ClockStep[]
}

/** In the order of their days: a decision opens a period in which the next step, a lawsuit, is in time again. */
function judgedObjections(facts: readonly NoticeFact[], first: Period | null, rules: NoticeRules | null): Objections {
  const settlements = ofKind(facts, 'settled')
  return ofKind(facts, 'objected').toSorted(byDay).reduce<Objections>((before, objection) => {
    const isInTime = before.period === null || objection.day <= before.period.day
    const told: Objections = { ...before, steps: [...before.steps, { code: 'objected', day: objection.day, isInTime }] }
    const own = settlements.filter(({ of }) => of === objection.id).toSorted(byDay)
    if (!isInTime) return told
    const contested = { ...told, isContested: true, isPending: told.isPending || own.length === 0 }
    return own.reduce<Objections>((so, settled) => afterSettlement(so, settled, rules), contested)
  }, { period: first, isContested: false, isPending: false, withdrawnOn: null, remediedOn: null, steps: [] })
}

function afterSettlement(before: Objections, { outcome, day }: FactOf<'settled'>, rules: NoticeRules | null): Objections {
  const told: Objections = { ...before, steps: [...before.steps, { code: 'settled', outcome, day }] }
  if (outcome === 'withdrawn') return { ...told, withdrawnOn: later(before.withdrawnOn ?? day, day) }
  if (outcome === 'remedied') return { ...told, remediedOn: before.remediedOn ?? day }
  if (!before.period || !rules) return told
  const next = periodSince(day, 'lawsuit', rules.lawsuit, rules, false)
  return { ...told, period: next.day > before.period.day ? next : before.period, steps: [...told.steps, { code: 'period', ...next }] }
}

/**
 * The first waiver. What left and when plays no part in it, or a proof that one of two letters arrived later could bring the
 * end forward; that nobody does without remedies before the notice has left is seen to when it is entered.
 */
function waiverOf(announced: Announced | null, facts: readonly NoticeFact[]): ClockStep<'waived'> | null {
  const day = ofKind(facts, 'waived').map(one => one.day).toSorted()[0]
  return day === undefined ? null : { code: 'waived', day, isEffective: announced !== null }
}

/** The day after the last period, not before an objection was withdrawn. A waiver ends what is left of it, and any objection. */
function finalDay({ isPending, isContested, withdrawnOn }: Objections, period: Period, waived: string | null): Remedies['final'] {
  const after = plusCalendarDays(period.day, 1)
  const regular = withdrawnOn && withdrawnOn > after ? { day: withdrawnOn, why: 'withdrawal' as const } : { day: after, why: 'period' as const }
  if (waived !== null && (isContested || waived < regular.day)) return { day: waived, why: 'waiver' }
  return isPending ? null : regular
}

const later = (one: string, other: string): string => (one > other ? one : other)
