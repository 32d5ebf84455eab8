import { daysBetween } from '../../german-days.ts'
import { isBefore, markOf, NOTHING_GIVEN, scheduleBounds, spacingBounds, stepAfter, type Progress } from './bounds.ts'
import type { PlacedDose, VerdictQuestion } from './question.ts'
import type { Schedule } from './schedule.ts'
import type { Bound, JudgedDose, NotCounted } from './verdict-parts.ts'

/** All doses of one person in their order, and what they are judged by. */
export interface Judging {
  readonly question: VerdictQuestion
  readonly all: readonly PlacedDose[]
  readonly disease: string
  readonly schedule: Schedule | null
}

export interface Judged {
  readonly doses: readonly JudgedDose[]
  readonly progress: Progress
}

/** Each dose against a disease: whether it counts and as which. Only doses before it and of its day have a say in that. */
export function judged(judging: Judging): Judged {
  const against = judging.all.filter(({ diseases }) => diseases.includes(judging.disease))
  return against.reduce<Judged>((before, dose) => withDose(judging, before, dose), { doses: [], progress: NOTHING_GIVEN })
}

function withDose(judging: Judging, { doses, progress }: Judged, dose: PlacedDose): Judged {
  const { id, day, written } = dose
  const number = progress.counted.length + 1
  const reasons = reasonsAgainst(judging, progress, dose)
  if (reasons.length === 0) {
    const role = stepAfter(judging.schedule, progress, judging.question.birthDay)?.kind ?? 'further'
    const counts = { id, day, written, isCounted: true, number, role } as const
    return { doses: [...doses, counts], progress: { ...progress, counted: [...progress.counted, counts] } }
  }
  const wasGiven = dose.obstacle === null && !reasons.some(({ code }) => code === 'same-day')
  const uncounted = wasGiven ? [...progress.uncounted, markOf({ id, day, written, number: null })] : progress.uncounted
  return { doses: [...doses, { id, day, written, isCounted: false, wouldBe: number, reasons }], progress: { ...progress, uncounted } }
}

function reasonsAgainst({ question, all, schedule }: Judging, progress: Progress, dose: PlacedDose): readonly NotCounted[] {
  if (dose.obstacle) return [dose.obstacle]
  const last = progress.counted.at(-1)
  if (last?.day === dose.day) return [{ code: 'same-day', as: markOf(last) }]
  if (schedule && isOfOther(schedule, dose)) return [{ code: 'other-vaccine' }]
  const missed = scheduleBounds(schedule, progress, question.birthDay, dose.day).filter(bound => isBefore(dose.day, bound.day, schedule?.graceDays ?? 0))
  const numberOf = (id: string): number | null => progress.counted.find(counted => counted.id === id)?.number ?? null
  const apart = spacingBounds(dose, all, question, numberOf).filter(bound => !missed.some(other => isSaidBy(other, bound)))
  return [...missed, ...apart].map(bound => tooEarly(dose, bound))
}

/** Of two reasons to wait for one and the same dose the longer one is enough. */
const isSaidBy = (bound: Bound, shorter: Bound): boolean => bound.code !== 'least-age' && shorter.code !== 'least-age' && bound.since.id === shorter.since.id && bound.day >= shorter.day

const isOfOther = ({ vaccines, countsOthers }: Schedule, { vaccine }: PlacedDose): boolean =>
  vaccines !== null && !countsOthers && (vaccine === null || !vaccines.includes(vaccine))

const tooEarly = ({ day }: PlacedDose, bound: Bound): NotCounted => ({ code: 'too-early', days: daysBetween(day, bound.day), bound })
