import { expect, test } from 'vitest'
import type { FreeSlot, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { germanMoment } from '../../../../shared/german-days.ts'
import { ResourceId } from '../../../../shared/ids.ts'
import { bookedIn, freeAt, roomOf } from './session-capacity.ts'

const [one, two] = ['0192a000-0000-7000-8000-000000000c01', '0192a000-0000-7000-8000-000000000c02'].map(id => ResourceId.parse(id)) as [ResourceId, ResourceId]
const session = aSession({ startTime: '09:00', endTime: '15:00', resourceIds: [one, two] })
const at = (time: string) => germanMoment('2026-11-24', time)

test('a session has room for one person after the other at each station', () => {
  expect(roomOf(session, 15, 10)).toEqual({ stations: 2, hours: 6, total: 48 })
  // Twenty minutes take two steps of a quarter of an hour; what is left at the end is no appointment.
  expect(roomOf(session, 15, 20).total).toBe(24)
  expect(roomOf({ ...session, endTime: '09:40' }, 15, 15).total).toBe(4)
  expect(roomOf({ ...session, endTime: '09:40' }, 15, 15).hours).toBe(0.7)
  expect(roomOf({ ...session, endTime: '08:00' }, 15, 15).total).toBe(0)
})

test('booked is whoever has a time at a station of the session, even when they did not come', () => {
  const appointment = (startsAt: string, overrides: Partial<ShownAppointment> = {}) => ({ startsAt: at(startsAt), status: 'booked', resourceId: one, ...overrides }) as ShownAppointment
  const appointments = [appointment('08:50'), appointment('09:00'), appointment('14:50', { status: 'missed' }), appointment('15:00'), appointment('10:00', { status: 'cancelled' }), appointment('10:00', { status: 'held' }),
    appointment('10:00', { resourceId: null }), appointment('10:00', { resourceId: ResourceId.parse('0192a000-0000-7000-8000-000000000c09') })]
  expect(bookedIn(session, appointments).map(({ startsAt }) => startsAt)).toEqual([at('09:00'), at('14:50')])
})

test('free times that overlap are one for one person', () => {
  const slot = (from: string, to: string, ...resourceIds: ResourceId[]): FreeSlot => ({ startsAt: at(from), endsAt: at(to), resourceIds })
  const slots = [slot('09:00', '09:20', one, two), slot('09:10', '09:30', one), slot('09:20', '09:40', one, two)]
  expect([freeAt([one], slots), freeAt([one, two], slots), freeAt([], slots)]).toEqual([2, 4, 0])
})
