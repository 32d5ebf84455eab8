import { Temporal } from 'temporal-polyfill'
import { daysBetween, isPublicHoliday } from '../../german-days.ts'
import type { ResourceId } from '../../ids.ts'
import { minutesOf } from './clock-time.ts'
import type { OpeningHours, Resource } from './tables.ts'

/** A stretch of one day on the wall, in minutes since midnight; `to` does not belong to it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** When a counter is open on a day, on which grid appointments begin there, and whether citizens may book them. */
export interface OpenStretch extends Stretch {
  readonly resourceId: ResourceId
  readonly slotMinutes: number
  /** Where the grid begins: a break does not shift it. */
  readonly gridFrom: number
  readonly isPublic: boolean
}

/** Whether a line of the opening hours holds on a day, `2026-11-22`. */
export function holdsOn(hours: OpeningHours, day: string): boolean {
  if (hours.isDeleted || day < hours.fromDay || (hours.toDay !== null && day > hours.toDay)) return false
  const date = Temporal.PlainDate.from(day)
  if (!hours.weekdays.includes(date.dayOfWeek)) return false
  if (hours.everyWeeks > 1 && weeksSince(hours.fromDay, day) % hours.everyWeeks !== 0) return false
  if (hours.weeksOfMonth.length > 0 && !isInWeekOfMonth(date, hours.weeksOfMonth)) return false
  return hours.onHolidays || hours.kind !== 'open' || !isPublicHoliday(day)
}

/** Whole weeks from the week of one day to that of another; weeks begin on Monday. */
function weeksSince(from: string, day: string): number {
  const monday = (of: string): string => {
    const date = Temporal.PlainDate.from(of)
    return date.subtract({ days: date.dayOfWeek - 1 }).toString()
  }
  return daysBetween(monday(from), monday(day)) / 7
}

function isInWeekOfMonth(date: Temporal.PlainDate, weeks: readonly number[]): boolean {
  const isLast = date.day + 7 > date.daysInMonth
  return weeks.includes(Math.ceil(date.day / 7)) || (isLast && weeks.includes(-1))
}

/**
 * When each counter is open on a day, in order: what `open` lines give, less breaks and closures. Where two lines give the
 * same time, the one that began later counts: a change of hours is a new line.
 */
export function openOn(day: string, lines: readonly OpeningHours[], resources: readonly Resource[]): readonly OpenStretch[] {
  const today = lines.filter(line => holdsOn(line, day))
  const gone = today.filter(({ kind }) => kind !== 'open')
  const open = today.filter(({ kind }) => kind === 'open').toSorted((one, other) => (one.fromDay === other.fromDay ? (one.id < other.id ? 1 : -1) : one.fromDay < other.fromDay ? 1 : -1))
  return resources.filter(({ active }) => active).flatMap(resource => openAt(resource.id, open, gone))
}

function openAt(resourceId: ResourceId, open: readonly OpeningHours[], gone: readonly OpeningHours[]): readonly OpenStretch[] {
  const concerns = ({ resourceIds }: OpeningHours): boolean => resourceIds.length === 0 || resourceIds.includes(resourceId)
  const stretch = ({ startTime, endTime }: OpeningHours): Stretch => ({ from: minutesOf(startTime), to: minutesOf(endTime) })
  const taken: Stretch[] = gone.filter(concerns).map(stretch)
  const found: OpenStretch[] = []
  for (const line of open.filter(concerns)) {
    const whole = stretch(line)
    const isPublic = line.publicResourceIds.includes(resourceId)
    found.push(...without(whole, taken).map(part => ({ ...part, resourceId, slotMinutes: line.slotMinutes, gridFrom: whole.from, isPublic })))
    taken.push(whole)
  }
  return found.toSorted((one, other) => one.from - other.from)
}

/** What is left of a stretch without these. */
export function without({ from, to }: Stretch, gone: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = []
  let reached = from
  for (const one of gone.toSorted((a, b) => a.from - b.from)) {
    if (one.to <= reached) continue
    if (one.from >= to) break
    if (one.from > reached) left.push({ from: reached, to: one.from })
    reached = one.to
  }
  if (reached < to) left.push({ from: reached, to })
  return left
}
