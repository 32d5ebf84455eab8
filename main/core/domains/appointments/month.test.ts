import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MonthQuestion } from '../../../../shared/contract/appointments.ts'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { anAppointment, aPlace, aService, counterId } from '../../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { putBase } from '../../cache/rows.ts'
import { aDesk, type TestDesk } from '../../sync/testing.ts'
import { monthOf } from './month.ts'

let desk: TestDesk

beforeEach(() => { desk = aDesk() })
afterEach(() => desk.remove())

const put = (n: number, day: string, minute: number, more: Partial<Appointment> = {}): void => {
  putBase(desk.cache.db, 'appointments', anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-0000000000${n}`), startsAt: onTheWall(day).at(minute), ...more }))
}
const told = (filters: Partial<MonthQuestion> = {}) =>
  monthOf(desk.cache.db, { placeId: aPlace().id, fromDay: '2026-10-24', toDay: '2026-10-26', counters: [], services: [], statuses: [], ...filters })
    .map(({ day, count, first }) => `${day.slice(8)} ${count} ${first.map(({ id }) => id.slice(-2)).join(' ')}`.trim())

test('each day is counted on the wall, over a change of the clocks too, with the first three of it', () => {
  put(10, '2026-10-25', 0)
  put(11, '2026-10-25', 1_439)
  for (const n of [12, 13, 14]) put(n, '2026-10-25', 480 + n)
  put(15, '2026-10-26', 0)
  put(16, '2026-10-27', 0)
  expect(told()).toEqual(['24 0', '25 5 10 12 13', '26 1 15'])
})

test('cancelled ones and those without a time are left out; filters count what they show', () => {
  put(10, '2026-10-25', 480, { status: 'cancelled' })
  put(11, '2026-10-25', 480, { resourceId: null, channel: 'walk-in' })
  put(12, '2026-10-25', 480, { resourceId: counterId(2) })
  put(13, '2026-10-25', 495, { status: 'finished' })
  const ofSunday = (filters: Partial<MonthQuestion>): string | undefined => told(filters)[1]
  expect(ofSunday({})).toBe('25 2 12 13')
  expect(ofSunday({ counters: [counterId(2)] })).toBe('25 1 12')
  expect(ofSunday({ statuses: ['cancelled', 'finished'] })).toBe('25 2 10 13')
  expect([ofSunday({ services: [aService().id] }), ofSunday({ services: [counterId(1)] })]).toEqual(['25 2 12 13', '25 0'])
})
