import { plusCalendarDays } from '../../german-days.ts'
import type { PlacedDose, VerdictQuestion } from './question.ts'
import { isValidOn, type Booster, type DoseGroup, type PrimaryStep, type Schedule, type SpacingRule } from './schedule.ts'
import { isOfAge, plusSpan, reachesAgeOn, type Span } from './span.ts'
import type { Bound, CountedDose, DoseMark } from './verdict-parts.ts'

/** How far somebody has come with one disease, dose by dose. */
export interface Progress {
  readonly counted: readonly CountedDose[]
  /** Given, but not counted. */
  readonly uncounted: readonly DoseMark[]
}

export const NOTHING_GIVEN: Progress = { counted: [], uncounted: [] }

/** What the schedule says of the dose after those that counted; null when it asks for no more. */
export type Step = { readonly kind: 'primary'; readonly step: PrimaryStep; readonly isLast: boolean } | { readonly kind: 'booster'; readonly booster: Booster } | null

export function stepAfter(schedule: Schedule | null, { counted }: Progress, birthDay: string): Step {
  const step = schedule?.primary[counted.length]
  if (step) return { kind: 'primary', step, isLast: counted.length > 0 && counted.length === schedule.primary.length - 1 }
  const booster = schedule && boosterAfter(schedule, counted, birthDay)
  return booster ? { kind: 'booster', booster } : null
}

function boosterAfter({ primary, boosters }: Schedule, counted: readonly CountedDose[], birthDay: string): Booster | undefined {
  const number = counted.length - primary.length + 1
  const before = counted.at(-1)?.day ?? birthDay
  return boosters
    .filter(booster => (booster.number === number || (booster.isRepeated && booster.number < number)) && isOfAge(birthDay, before, booster.ages))
    .toSorted((one, other) => other.number - one.number)[0]
}

export const markOf = ({ id, day, written, number }: DoseMark): DoseMark => ({ id, number, day, written })

/** What the schedule itself has the next dose wait for. Doses that did not count matter for the days after theirs alone. */
export function scheduleBounds(schedule: Schedule | null, progress: Progress, birthDay: string, day: string | null = null): readonly Bound[] {
  if (!schedule) return []
  const step = stepAfter(schedule, progress, birthDay)
  if (!step) return []
  const before = progress.counted.at(-1)
  const since = (code: 'least-interval' | 'before-last' | 'after-uncounted', span: Span | null, mark: DoseMark | undefined): readonly Bound[] =>
    span && mark ? [{ code, span, since: mark, day: plusSpan(mark.day, span) }] : []
  const uncounted = progress.uncounted.findLast(mark => day === null || mark.day < day)
  return [
    ...(step.kind === 'primary' ? ageBounds(step.step, birthDay) : []),
    ...since('least-interval', step.kind === 'primary' ? step.step.leastInterval : step.booster.leastInterval, before && markOf(before)),
    ...(step.kind === 'primary' && step.isLast ? since('before-last', schedule.leastBeforeLast, before && markOf(before)) : []),
    ...since('after-uncounted', schedule.leastAfterUncounted, uncounted),
  ]
}

const ageBounds = ({ leastAge }: PrimaryStep, birthDay: string): readonly Bound[] =>
  leastAge ? [{ code: 'least-age', age: leastAge, day: reachesAgeOn(birthDay, leastAge) }] : []

/** A dose, or one that might be given, as rules about distances see it. */
export type SpacedDose = Pick<PlacedDose, 'day' | 'diseases' | 'isLive'>

/** Other doses that keep one from being given on its day: before it, and too close. Whether they count makes no difference. */
export const spacingBounds = (dose: SpacedDose, doses: readonly PlacedDose[], { spacing, on }: Pick<VerdictQuestion, 'spacing' | 'on'>, numberOf: (id: string) => number | null = () => null): readonly Bound[] =>
  spacing.filter(rule => isValidOn(rule, on)).flatMap(rule =>
    // What is taken as not given may not even have a day of the calendar.
    doses.filter(other => other.obstacle === null && other.day < dose.day && isBetween(rule, dose, other)).flatMap((other): readonly Bound[] => {
      const day = plusSpan(other.day, rule.least)
      return isBefore(dose.day, day, rule.graceDays) ? [{ code: 'spacing', rule, span: rule.least, since: markOf({ ...other, number: numberOf(other.id) }), day }] : []
    }))

const isBetween = ({ between: [one, other] }: SpacingRule, dose: SpacedDose, before: SpacedDose): boolean =>
  (isIn(one, dose) && isIn(other, before)) || (isIn(other, dose) && isIn(one, before))

const isIn = (group: DoseGroup, { diseases, isLive }: SpacedDose): boolean => (group.kind === 'live' ? isLive : diseases.some(code => group.codes.includes(code)))

/** Whether a day lies before a bound by more than the days of grace. */
export const isBefore = (day: string, bound: string, graceDays: number): boolean => day < bound && (graceDays === 0 || plusCalendarDays(day, graceDays) < bound)
