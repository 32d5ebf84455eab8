import { expect, test } from 'vitest'
import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { Appointment, AppointmentStatus } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment, aResource, aService, counterId } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, AppointmentServiceId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { counterOf, counterView, minutesAndSeconds, staffedCounters } from './queue.ts'

const ME = PersonId.parse('0192a000-0000-7000-8000-0000000000a1')
const OTHER_SERVICE = AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e2')
const at = (minute: number): Instant => instantFromMs(Date.UTC(2026, 11, 7, 8, minute))
const idOf = (n: number): AppointmentId => AppointmentId.parse(`0192a000-0000-7000-8000-0000000000${n}`)
const person = (n: number, status: AppointmentStatus, overrides: Partial<Appointment> = {}): ShownAppointment =>
  ({ ...anAppointment({ id: idOf(n), name: `Person ${n}`, startsAt: at(n), status, waitingSince: at(n - 5), ...overrides }), isPending: false })

const here = { resources: [1, 2, 3].map(n => aResource(n)), services: [aService()] }
const view = (today: readonly ShownAppointment[], places: typeof here = here) => counterView(today, places, counterId(1), at(50))
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id)

test('everybody of the day stands in exactly one list', () => {
  const today = (['booked', 'waiting', 'parked', 'finished', 'missed'] as const).map((status, index) => person(11 + index, status))
  const all = [...today, person(20, 'called', { counterId: counterId(1) }), person(21, 'serving', { counterId: counterId(2) }), person(22, 'cancelled'), person(23, 'held')]
  const { mine, waiting, expected, parked, gone, others } = view(all)
  expect(ids(mine)).toEqual([idOf(20)])
  expect(waiting.map(({ appointment }) => appointment.id)).toEqual([idOf(12)])
  expect([ids(expected), ids(parked), ids(gone)]).toEqual([[idOf(11)], [idOf(13)], [idOf(15), idOf(14)]])
  expect(others.map(({ counter, serving }) => [counter.name, ids(serving)])).toEqual([['Schalter 2', [idOf(21)]], ['Schalter 3', []]])
})

test('next is the first in the queue whose services are given at the counter', () => {
  const first = person(11, 'waiting', { serviceIds: [OTHER_SERVICE] })
  const second = person(12, 'waiting')
  expect(view([first, second]).next?.id).toBe(first.id)
  const limited = { ...here, resources: [aResource(1, { serviceIds: [aService().id] }), aResource(2)] }
  const { next, waiting } = view([first, second], limited)
  expect(next?.id).toBe(second.id)
  expect(waiting.map(({ isGivenHere }) => isGivenHere)).toEqual([false, true])
})

test('who was sent on to another counter is next there, and before all others', () => {
  const sentOn = (to: number) => ({ sentOn: { toCounterId: counterId(to), fromCounterId: counterId(3), byName: 'Kerstin Wulf', note: '', at: at(40) } })
  const [usual, mine, others] = [person(11, 'waiting', { priority: 1 }), person(13, 'waiting', sentOn(1)), person(12, 'waiting', sentOn(2))]
  expect(view([usual, mine, others]).waiting.map(({ appointment, isForOther }) => [appointment.id, isForOther])).toEqual([[others.id, true], [mine.id, false], [usual.id, false]])
  expect([view([usual, mine, others]).next?.id, view([usual, others]).next?.id, view([others]).next]).toEqual([mine.id, usual.id, undefined])
})

test('parked and missed persons are never next', () => {
  expect(view([person(11, 'parked'), person(12, 'missed'), person(13, 'booked')]).next).toBeUndefined()
})

test('the last who left stands first', () => {
  expect(ids(view([person(11, 'finished', { endedAt: at(20) }), person(12, 'missed', { endedAt: at(30) })]).gone)).toEqual([idOf(12), idOf(11)])
})

test('counters count as staffed while somebody is there and for a while after', () => {
  const served = (n: number, minute: number) => person(n, 'finished', { counterId: counterId(2), calledAt: at(minute - 5), endedAt: at(minute) })
  expect(staffedCounters([], counterId(1), at(50))).toBe(1)
  expect(staffedCounters([served(11, 40)], counterId(1), at(50))).toBe(2)
  expect(staffedCounters([served(11, 2)], counterId(1), at(50))).toBe(1)
  expect(staffedCounters([person(11, 'serving', { counterId: counterId(3), calledAt: at(0) })], counterId(1), at(50))).toBe(2)
})

test('the chosen counter stands; without one, where the person serves somebody, then a free one', () => {
  const elsewhere = person(11, 'serving', { counterId: counterId(1), servedBy: PersonId.parse('0192a000-0000-7000-8000-0000000000a2') })
  expect(counterOf(here, counterId(3), [], ME)?.name).toBe('Schalter 3')
  expect(counterOf(here, undefined, [elsewhere, person(12, 'serving', { counterId: counterId(3), servedBy: ME })], ME)?.name).toBe('Schalter 3')
  expect(counterOf(here, 'gone', [elsewhere], ME)?.name).toBe('Schalter 2')
  expect(counterOf({ resources: [] }, undefined, [], ME)).toBeUndefined()
})

test('time is told in minutes and seconds and never below nothing', () => {
  expect([0, 59_999, 60_000, 3_661_000, -5].map(minutesAndSeconds)).toEqual(['0:00', '0:59', '1:00', '61:01', '0:00'])
})
