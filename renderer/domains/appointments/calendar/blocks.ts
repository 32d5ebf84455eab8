import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { minutesOfDay, MINUTES_A_DAY, onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import type { Stretch } from '../../../../shared/domains/appointments/opening-hours.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'

const MINUTE_MS = 60_000

/** An appointment on the wall of the day on which it begins, in minutes after midnight. */
export interface Block extends Stretch {
  readonly appointment: ShownAppointment
  readonly day: string
}

/** Thousands of them are drawn anew whenever one changes: what stays the same is the same object. */
const known = new WeakMap<ShownAppointment, Block>()

export function blockOf(appointment: ShownAppointment): Block {
  const kept = known.get(appointment)
  if (kept) return kept
  const day = germanDay(appointment.startsAt)
  const block = { appointment, day, ...stretchOn(day, appointment.startsAt, appointment.endsAt) }
  known.set(appointment, block)
  return block
}

/** From when to when on the clock of a day; what ends on another day ends at midnight. */
export function stretchOn(day: string, startsAt: Instant, endsAt: Instant): Stretch {
  const wall = onTheWall(day)
  const [start, end, midnight] = [msOf(startsAt), msOf(endsAt), wall.msAt(0)]
  const length = (wall.msAt(MINUTES_A_DAY) - midnight) / MINUTE_MS
  if (length === MINUTES_A_DAY) return { from: (start - midnight) / MINUTE_MS, to: Math.min(MINUTES_A_DAY, (end - midnight) / MINUTE_MS) }
  const from = minutesOfDay(startsAt)
  const to = end >= wall.msAt(MINUTES_A_DAY) ? MINUTES_A_DAY : minutesOfDay(instantFromMs(end))
  // When an hour comes twice, the clock may show less at the end than at the start.
  return { from, to: to > from ? to : Math.min(MINUTES_A_DAY, from + (end - start) / MINUTE_MS) }
}

/** `09:05` */
export const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`
