import { plusCalendarDays } from '../../german-days.ts'
import { markOf, scheduleBounds, spacingBounds, stepAfter, type Progress } from './bounds.ts'
import type { Judging } from './judge.ts'
import type { Season } from './schedule.ts'
import { laterOf, plusSpan, reachesAgeOn, type AgeRange } from './span.ts'
import type { Advice, Bound, DueDose } from './verdict-parts.ts'

/** The dose after those that counted: from when it counts, and when it is recommended. Null where the schedule asks for no more. */
export function nextDose(judging: Judging, progress: Progress): DueDose | null {
  const { question: { birthDay }, schedule } = judging
  const step = stepAfter(schedule, progress, birthDay)
  if (!step) return null
  const before = progress.counted.at(-1)
  const soonest = before ? plusCalendarDays(before.day, 1) : birthDay
  const bounds = allBounds(judging, progress, soonest)
  const earliest = bounds.reduce((day, bound) => laterOf(day, bound.day), soonest)
  const advice = adviceFor(judging, progress)
  return { number: progress.counted.length + 1, role: step.kind, earliest, ...recommended(judging, earliest, advice), bounds, advice }
}

/** With what other vaccines have it wait for; the last first. */
function allBounds({ question, all, disease, schedule }: Judging, progress: Progress, soonest: string): readonly Bound[] {
  const own = scheduleBounds(schedule, progress, question.birthDay)
  const numberOf = (id: string): number | null => progress.counted.find(counted => counted.id === id)?.number ?? null
  const bounds = [...own]
  // One wait may end within another, and what is past keeps nobody waiting: a dose is given on the day that is asked for at the soonest.
  let day = own.reduce((latest, bound) => laterOf(latest, bound.day), laterOf(soonest, question.on))
  for (;;) {
    const waits = spacingBounds({ day, diseases: [disease], isLive: schedule?.isLive ?? false }, all, question, numberOf)
    const [longest] = waits.toSorted(byDay)
    if (!longest) return bounds.toSorted(byDay)
    bounds.push(longest)
    day = longest.day
  }
}

const byDay = (one: Bound, other: Bound): number => (one.day > other.day ? -1 : one.day < other.day ? 1 : 0)

function adviceFor({ question: { birthDay }, schedule }: Judging, progress: Progress): readonly Advice[] {
  const step = stepAfter(schedule, progress, birthDay)
  if (!step || !schedule) return []
  const before = progress.counted.at(-1)
  const interval = step.kind === 'primary' ? step.step.recommendedInterval : step.booster.recommendedInterval
  const ages = step.kind === 'primary' ? step.step.recommendedAge : fromAge(step.booster.recommendedFromAge)
  return [
    ...(interval && before ? [{ code: 'recommended-interval' as const, ...interval, since: markOf(before) }] : []),
    ...(ages ? [{ code: 'recommended-age' as const, ages }] : []),
    ...(schedule.season ? [{ code: 'season' as const, season: schedule.season }] : []),
  ]
}

const fromAge = (from: AgeRange['from']): AgeRange | null => from && { from, below: null }

type Recommended = Pick<DueDose, 'recommendedFrom' | 'recommendedTo'>

function recommended({ question: { birthDay, on } }: Judging, earliest: string, advice: readonly Advice[]): Recommended {
  let from = earliest
  let to: string | null = null
  for (const one of advice) {
    if (one.code === 'recommended-interval') {
      from = laterOf(from, plusSpan(one.since.day, one.from))
      to = one.to && plusSpan(one.since.day, one.to)
    } else if (one.code === 'recommended-age') {
      from = one.ages.from ? laterOf(from, reachesAgeOn(birthDay, one.ages.from)) : from
      to ??= one.ages.below && plusCalendarDays(reachesAgeOn(birthDay, one.ages.below), -1)
    } else {
      const season = seasonFrom(one.season, laterOf(from, on))
      from = laterOf(from, season.from)
      to = season.to
    }
  }
  // What had to be waited for may end after the recommended days: then it is recommended as soon as it counts.
  return { recommendedFrom: from, recommendedTo: to !== null && to < from ? null : to }
}

/** The season that a day is in, or the next one. */
function seasonFrom({ from, to }: Season, day: string): { readonly from: string; readonly to: string } {
  const first = Number(day.slice(0, 4)) - 1
  for (let year = first; ; year++) {
    const ends = `${from <= to ? year : year + 1}-${to}`
    if (ends >= day) return { from: `${year}-${from}`, to: ends }
  }
}
