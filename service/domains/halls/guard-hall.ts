import { nextFreeDays } from '../../../shared/domains/halls/free-days.ts'
import { holdsTime, overlap } from '../../../shared/domains/halls/hall-steps.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { refuse } from '../../../shared/result.ts'
import { plusDays } from '../../../shared/time.ts'
import type { Guards } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import { bookingsOfHall } from './hall-rows.ts'

/** The next free days are looked for so far ahead. */
export const LOOKED_AT_DAYS = 75
export const MOST_OFFERED = 3

/** Nobody else has the time; who comes too late is told the next days on which it would be free. */
export const hallIsFree: Guards = async (trx, { changes, moment }) => {
  const wanted = changes.flatMap(change => (change.table === 'hall_bookings' ? [change.row] : [])).toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  const [first, last] = [wanted[0], wanted.at(-1)]
  if (!first || !last) return null
  const mine = new Set<string>(wanted.map(({ id }) => id))
  // Whoever approves for one house waits for the other: both would find it free.
  await loadRecords(trx, moment.actor.townId, [{ table: 'halls', id: first.hallId }], true)
  const others = (await bookingsOfHall(trx, moment.actor.townId, first.hallId, first.occupiedFrom, plusDays(last.occupiedUntil, LOOKED_AT_DAYS))).filter(({ id }) => !mine.has(id))
  const taken = wanted.filter(booking => holdsTime(booking) && others.some(other => holdsTime(other) && overlap(booking, other)))
  const [one] = taken
  if (!one) return null
  const day = germanDay(one.startsAt)
  const free = nextFreeDays(one, day, others, MOST_OFFERED)
  return refuse('halls/taken', { day: written(day), count: taken.length, free: free.map(written).join(', ') || '–' }).error
}

/** `2026-12-19` as `19.12.2026`. */
export const written = (day: string): string => day.split('-').toReversed().join('.')
