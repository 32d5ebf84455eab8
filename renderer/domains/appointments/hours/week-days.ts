import { clockTime, type ClockTime } from '../../../../shared/domains/appointments/clock-time.ts'
import { holdsOn, openOn } from '../../../../shared/domains/appointments/opening-hours.ts'
import type { OpeningHours, Resource } from '../../../../shared/domains/appointments/tables.ts'
import { plusCalendarDays } from '../../../../shared/german-days.ts'
import type { ResourceId } from '../../../../shared/ids.ts'

export interface OpenTimes {
  readonly from: ClockTime
  readonly to: ClockTime
}

/** Counters that are open at the same times of a day, for the same people. */
export interface OpenTogether {
  readonly isPublic: boolean
  readonly times: readonly OpenTimes[]
  readonly resourceIds: readonly ResourceId[]
}

/** One day as it is seen at a glance. */
export interface DayAtAGlance {
  readonly day: string
  /** What everybody may book first. */
  readonly open: readonly OpenTogether[]
  /** The breaks and closures of the day. */
  readonly gone: readonly OpeningHours[]
}

/** So many days from the first one on, as they are now. */
export const daysAtAGlance = (first: string, count: number, lines: readonly OpeningHours[], resources: readonly Resource[]): readonly DayAtAGlance[] =>
  Array.from({ length: count }, (_, index) => plusCalendarDays(first, index)).map(day => ({
    day, open: openTogether(day, lines, resources),
    gone: lines.filter(line => line.kind !== 'open' && holdsOn(line, day)).toSorted((one, other) => (one.startTime < other.startTime ? -1 : 1)),
  }))

function openTogether(day: string, lines: readonly OpeningHours[], resources: readonly Resource[]): readonly OpenTogether[] {
  const found = new Map<string, OpenTogether>()
  const stretches = openOn(day, lines, resources)
  for (const isPublic of [true, false]) for (const { id } of resources) {
    const own = stretches.filter(stretch => stretch.resourceId === id && stretch.isPublic === isPublic)
    if (own.length === 0) continue
    const times = own.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to) }))
    const key = `${isPublic} ${times.map(({ from, to }) => `${from}-${to}`).join(' ')}`
    found.set(key, { isPublic, times, resourceIds: [...(found.get(key)?.resourceIds ?? []), id] })
  }
  return [...found.values()]
}

/** The next days on which a line holds, from a day on; none within two years means never. */
export function nextDays(line: OpeningHours, from: string, count: number): readonly string[] {
  const found: string[] = []
  const last = plusCalendarDays(from, 731)
  for (let day = line.fromDay > from ? line.fromDay : from; found.length < count && day <= last && day <= (line.toDay ?? day); day = plusCalendarDays(day, 1))
    if (holdsOn(line, day)) found.push(day)
  return found
}
