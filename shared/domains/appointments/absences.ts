import { germanDay, plusCalendarDays } from '../../german-days.ts'
import type { ReadEntry } from '../../formats/icalendar-read.ts'
import { derivedUuid, OpeningHoursId, type PlaceId, type ResourceId } from '../../ids.ts'
import { cut } from '../../text.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { clockTime, MINUTES_A_DAY, minutesOfDay } from './clock-time.ts'
import type { HoursContent } from './hours-history.ts'

/** How far ahead somebody's calendar is looked at, in days. */
export const ABSENCE_DAYS = 366

/** As many as a person looks through before taking them over. */
const MOST_ABSENCES = 200

/** A closure as an entry of a calendar would make it. */
export interface Absence {
  /** Follows from the entry: whoever takes over the same file again sets the same lines again. */
  readonly lineId: OpeningHoursId
  readonly content: HoursContent
}

export interface ReadAbsences {
  readonly absences: readonly Absence[]
  /** How many more there are than a person can look through. */
  readonly more: number
}

/** For whom entries of a calendar are absences: one counter or person, or (none named) all of the place. */
export interface AbsentThere {
  readonly placeId: PlaceId
  readonly resourceIds: readonly ResourceId[]
}

/** What the entries of a calendar close, in order of time. */
export function absencesIn(entries: readonly ReadEntry[], there: AbsentThere): ReadAbsences {
  const found = new Map<OpeningHoursId, Absence>()
  for (const entry of entries) {
    for (const days of daysOf(entry)) {
      const lineId = OpeningHoursId.parse(derivedUuid('absence', JSON.stringify([there.placeId, there.resourceIds, entry.uid, entry.startsAt, days.fromDay])))
      found.set(lineId, { lineId, content: contentOf(entry, days, there) })
    }
  }
  const absences = [...found.values()].slice(0, MOST_ABSENCES)
  return { absences, more: found.size - absences.length }
}

/** Days with the same hours, in minutes since midnight. */
interface SameDays {
  readonly fromDay: string
  readonly toDay: string
  readonly from: number
  readonly to: number
}

/** The days an entry covers: a line of the opening hours has the same hours on each of its days, so that one over night is two or three. */
function daysOf({ startsAt, endsAt }: ReadEntry): readonly SameDays[] {
  if (startsAt === endsAt) return []
  const [first, last] = [germanDay(startsAt), germanDay(instantFromMs(msOf(endsAt) - 1))]
  const from = minutesOfDay(startsAt)
  const to = minutesOfDay(endsAt) || MINUTES_A_DAY
  const isWhole = from === 0 && to === MINUTES_A_DAY
  if (first === last || isWhole) return from < to ? [{ fromDay: first, toDay: last, from, to }] : []
  const [second, lastButOne] = [plusCalendarDays(first, 1), plusCalendarDays(last, -1)]
  return [
    { fromDay: first, toDay: first, from, to: MINUTES_A_DAY },
    ...(second <= lastButOne ? [{ fromDay: second, toDay: lastButOne, from: 0, to: MINUTES_A_DAY }] : []),
    { fromDay: last, toDay: last, from: 0, to },
  ]
}

const contentOf = ({ summary }: ReadEntry, { fromDay, toDay, from, to }: SameDays, { resourceIds }: AbsentThere): HoursContent => ({
  kind: 'closed', title: cut(summary.replaceAll(/\s+/g, ' ').trim(), 120), fromDay, toDay, weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, weeksOfMonth: [],
  startTime: clockTime(from), endTime: clockTime(to), resourceIds: [...resourceIds], publicResourceIds: [], slotMinutes: 15, onHolidays: true,
})
