import { expect, test } from 'vitest'
import { aHall, aHallBooking } from '../../../shared/domains/halls/testing.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { planRows } from './plan-rows.ts'

const shown = (label: string, overrides: Parameters<typeof aHallBooking>[1] = {}) => ({ ...aHallBooking(label, overrides), isPending: false })
const at = (day: number, hour: number) => instantFromMs(Date.UTC(2026, 11, day, hour - 1))

test('bookings stand on their days, with those on which it is set up before and still cleaned after', () => {
  const bookings = [
    shown('a'), shown('b', { startsAt: at(30, 18), endsAt: at(33, 1) }), shown('c', { startsAt: at(5, 18), endsAt: at(5, 23) }),
    shown('d', { startsAt: at(8, 8), endsAt: at(8, 9), status: 'cancelled' }), shown('e', { startsAt: at(40, 8), endsAt: at(40, 9) }), shown('f', { startsAt: at(0, 20), endsAt: at(1, 2) }),
  ]
  const [row] = planRows([aHall(), aHall({ active: false, id: 'other' as never })], bookings, '2026-12-01')
  expect(row?.bars.map(({ column, daysBefore, days, daysAfter }) => [column, daysBefore, days, daysAfter])).toEqual([[12, 0, 1, 0], [30, 0, 2, 0], [5, 0, 1, 1], [1, 0, 1, 0]])
})

test('set up on the evening before stands on that day, in the month before, too; cleaning after the last day in the next one', () => {
  const bookings = [shown('a', { startsAt: at(10, 8), endsAt: at(10, 12), occupiedFrom: at(9, 20) }), shown('b', { startsAt: at(32, 8), endsAt: at(32, 12), occupiedFrom: at(31, 20) }), shown('c', { startsAt: at(0, 20), endsAt: at(0, 23), occupiedUntil: at(1, 1) })]
  const bars = (month: string) => planRows([aHall()], bookings, month)[0]?.bars.map(({ column, daysBefore, days, daysAfter }) => [column, daysBefore, days, daysAfter])
  expect([bars('2026-12-01'), bars('2027-01-01'), bars('2026-11-01')]).toEqual([[[9, 1, 1, 0], [31, 1, 0, 0], [1, 0, 0, 1]], [[1, 0, 1, 0]], [[30, 0, 1, 0]]])
})

test('who wants the same time is marked on both', () => {
  const [row] = planRows([aHall()], [shown('a'), shown('b', { status: 'approved' }), shown('c', { startsAt: at(20, 8), endsAt: at(20, 9) })], '2026-12-01')
  expect(row?.bars.map(({ hasConflict }) => hasConflict)).toEqual([true, true, false])
})
