import * as z from 'zod'
import type { Change, RecordRef, State } from '../../command.ts'
import { HallBookingId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { steppedTo, type HallStep } from './hall-steps.ts'
import { MOST_OCCURRENCES } from './series.ts'
import type { HallBooking } from './tables.ts'

/** One booking, or several of one series. */
export const OnBookings = z.object({ bookingIds: z.array(HallBookingId).min(1).max(MOST_OCCURRENCES) })
type OnBookings = z.infer<typeof OnBookings>

export const theBookings = ({ bookingIds }: OnBookings): readonly RecordRef[] => bookingIds.map((id): RecordRef => ({ table: 'hall_bookings', id }))

/** The bookings named: one, or some of one series. */
export function bookingsOf(state: State, { bookingIds }: OnBookings): Result<readonly HallBooking[]> {
  const found = [...new Set(bookingIds)].flatMap(id => state.get('hall_bookings', id) ?? [])
  const [first] = found
  const belong = first && found.length === new Set(bookingIds).size
    && found.every(({ id, seriesId, hallId, scope }) => id === first.id || (seriesId !== null && seriesId === first.seriesId && hallId === first.hallId && scope === first.scope))
  return belong ? ok(found) : refuse('commands/record-missing', { table: 'hall_bookings' })
}

/** All of them after a step, each with what the step adds; refused as a whole where one cannot take it. */
export function allStepped(state: State, input: OnBookings, step: HallStep, more: (booking: HallBooking, index: number) => Partial<HallBooking>): Result<readonly Change[]> {
  const bookings = bookingsOf(state, input)
  if (!bookings.ok) return bookings
  const changes: Change[] = []
  for (const [index, booking] of bookings.value.entries()) {
    const stepped = steppedTo(booking, step)
    if (!stepped.ok) return stepped
    changes.push({ table: 'hall_bookings', row: { ...stepped.value, ...more(booking, index) } })
  }
  return ok(changes)
}
