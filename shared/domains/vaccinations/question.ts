import * as z from 'zod'
import { plusCalendarDays, plusMonths } from '../../german-days.ts'
import type { GivenDose } from './doses.ts'
import { isValidOn, type Schedule, type SpacingRule } from './schedule.ts'
import { isOfAge, laterOf } from './span.ts'
import type { NotCounted } from './verdict-parts.ts'

/** Whose doses are judged, by what, and for which day. */
export interface VerdictQuestion {
  readonly birthDay: string
  readonly doses: readonly GivenDose[]
  readonly schedules: readonly Schedule[]
  readonly spacing: readonly SpacingRule[]
  readonly on: string
}

/** The id of a dose that is only asked about. It comes after all others of its day: what is documented was there first. */
export const WANTED = '~wanted'

/** A dose at its place in a life. With an obstacle it is taken as not given: it neither counts nor keeps another waiting. */
export interface PlacedDose {
  readonly id: string
  readonly day: string
  /** As it was given: a day, a month, or what is neither. */
  readonly written: string
  readonly diseases: readonly string[]
  readonly vaccine: string | null
  readonly isLive: boolean
  readonly obstacle: NotCounted | null
}

/**
 * All doses by day. Nothing depends on the order in which they were entered: on one day the known kind of vaccine comes
 * first, and ids decide between doses that are alike.
 */
export function placedDoses(question: VerdictQuestion): readonly PlacedDose[] {
  const wantedOn = question.doses.find(({ id }) => id === WANTED)?.day
  return question.doses.map(dose => placed(dose, question, wantedOn)).toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
}

/** Doses whose place in time nobody knows stand before all others. */
const sortKey = ({ day, vaccine, id, obstacle }: PlacedDose): string => [obstacle?.code === 'no-exact-day' ? '' : day, id === WANTED ? '~~' : (vaccine ?? '~'), id].join(' ')

function placed({ id, day, diseases, vaccine, isLive, isDocumented }: GivenDose, { birthDay, on, schedules }: VerdictQuestion, wantedOn: string | undefined): PlacedDose {
  const exact = exactDay(day, wantedOn)
  const code = exact === null ? 'no-exact-day' : !isDocumented ? 'undocumented' : day > on ? 'in-future' : exact < birthDay ? 'before-birth' : null
  return {
    id, day: exact ?? day, written: day, diseases, vaccine, obstacle: code && { code },
    isLive: isLive ?? schedules.some(schedule => schedule.isLive && diseases.includes(schedule.disease.code) && isValidOn(schedule, on)),
  }
}

/** A month stands for its last day; that in which a dose is wanted for the day before this one, which comes after it. Null for what is neither day nor month. */
function exactDay(day: string, wantedOn: string | undefined): string | null {
  if (!/^\d{4}-\d{2}$/.test(day)) return isDay(day) ? day : null
  if (!isDay(`${day}-01`)) return null
  return wantedOn?.startsWith(day) ? laterOf(`${day}-01`, plusCalendarDays(wantedOn, -1)) : plusCalendarDays(plusMonths(`${day}-01`, 1), -1)
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success

/**
 * The schedule by which a disease is judged; null where none is known for somebody of this age. Of several, one made for the
 * first vaccine comes first, then the newest. It depends on the first dose alone, so that no later one changes what an
 * earlier one is worth.
 */
export function scheduleFor(disease: string, doses: readonly PlacedDose[], { birthDay, schedules, on }: VerdictQuestion): Schedule | null {
  const first = doses.find(({ diseases, obstacle }) => obstacle === null && diseases.includes(disease))
  const fits = (schedule: Schedule): boolean =>
    schedule.disease.code === disease && isValidOn(schedule, on) && isOfAge(birthDay, on, schedule.ages) && isOfAge(birthDay, first?.day ?? on, schedule.startAges)
  const rank = (schedule: Schedule): string => `${vaccineRank(schedule, first?.vaccine ?? null)}|${schedule.validFrom}|${schedule.id}`
  const [best = null] = schedules.filter(fits).toSorted((one, other) => (rank(one) > rank(other) ? -1 : 1))
  return best
}

function vaccineRank({ vaccines }: Schedule, vaccine: string | null): number {
  if (vaccines === null) return 1
  return vaccine !== null && vaccines.includes(vaccine) ? 2 : 0
}
