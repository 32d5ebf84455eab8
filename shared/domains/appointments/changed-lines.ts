import { daysBetween, plusCalendarDays, weekdayOf } from '../../german-days.ts'
import type { OpeningHoursId } from '../../ids.ts'
import type { HoursContent } from './hours-history.ts'
import type { OpeningHours } from './tables.ts'

/** What shall become of one line of the opening hours. */
export interface LineChange {
  readonly lineId: OpeningHoursId
  /** How it shall be; null takes it away. */
  readonly content: HoursContent | null
  /** The line that this one goes on from: it stays as it is until the day before. Null for a line of its own. */
  readonly follows: OpeningHoursId | null
}

/** A line that another one goes on from. */
export const endedBefore = <Line extends Pick<HoursContent, 'toDay'>>(line: Line, { fromDay }: Pick<HoursContent, 'fromDay'>): Line =>
  ({ ...line, toDay: plusCalendarDays(fromDay, -1) })

/** All lines of a place as they stand after a change. */
export function linesAfter(lines: readonly OpeningHours[], { placeId, scope }: Pick<OpeningHours, 'placeId' | 'scope'>, { lineId, content, follows }: LineChange): readonly OpeningHours[] {
  const others = lines.filter(({ id }) => id !== lineId).map(line => (content && line.id === follows ? endedBefore(line, content) : line))
  return content ? [...others, { ...content, id: lineId, scope, version: 0, placeId, isDeleted: false }] : others
}

/** What keeps a line from going on from another one: it has to begin after that one began, and before that one ends by itself. */
export function problemOfFollowing(line: Pick<HoursContent, 'fromDay' | 'toDay'>, { fromDay }: Pick<HoursContent, 'fromDay'>): 'not-after' | 'over' | undefined {
  if (fromDay <= line.fromDay) return 'not-after'
  return line.toDay !== null && fromDay > line.toDay ? 'over' : undefined
}

/**
 * The day from which a line goes on from another one. Where both hold every n-th week, and the same n, the weeks stay those
 * that they were: counted anew from a day in between, the line would hold just in the others.
 */
export function followingDay(line: Pick<HoursContent, 'fromDay' | 'everyWeeks'>, everyWeeks: number, wanted: string): string {
  if (everyWeeks === 1 || everyWeeks !== line.everyWeeks || wanted < line.fromDay) return wanted
  const beyond = (daysBetween(mondayOf(line.fromDay), mondayOf(wanted)) / 7) % everyWeeks
  return beyond === 0 ? wanted : plusCalendarDays(mondayOf(wanted), (everyWeeks - beyond) * 7)
}

const mondayOf = (day: string): string => plusCalendarDays(day, 1 - weekdayOf(day))
