import { expect, test } from 'vitest'
import { AppointmentId } from '../../ids.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import type { Appointment } from './tables.ts'
import { anAppointment, counterId } from './testing.ts'
import { waitingList } from './waiting.ts'

const at = (minute: number): Instant => instantFromMs(Date.UTC(2026, 11, 7, 8, minute))

const person = (n: number, overrides: Partial<Appointment> = {}): Appointment =>
  anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-0000000000f${n}`), name: `P${n}`, status: 'waiting', waitingSince: at(0), ...overrides })
const walkIn = (n: number, since: number, overrides: Partial<Appointment> = {}): Appointment => person(n, { channel: 'walk-in', resourceId: null, waitingSince: at(since), ...overrides })
const list = (today: readonly Appointment[], counters = 1): readonly string[] =>
  waitingList(today, counters, () => 10, at(30)).map(({ appointment, ahead, expectedAt }) => `${appointment.name} ${ahead} ${expectedAt.slice(11, 16)}`)

test('booked persons whose time has come go before walk-ins, who come in their order; priority goes before all', () => {
  const early = person(1, { startsAt: at(50) })
  const due = person(2, { startsAt: at(20) })
  expect(list([early, walkIn(3, 10), due, walkIn(4, 5), walkIn(5, 29, { priority: 1 }), walkIn(6, 1, { priority: 3 })]))
    .toEqual(['P5 0 08:30', 'P2 1 08:40', 'P4 2 08:50', 'P3 3 09:00', 'P1 4 09:10', 'P6 5 09:20'])
})

test('who was sent on goes before all others, in that order; who went away and came back since queues anew', () => {
  const sent = (minute: number): Partial<Appointment> => ({ sentOn: { toCounterId: null, fromCounterId: counterId(1), byName: 'Kerstin Wulf', note: '', at: at(minute) } })
  expect(list([walkIn(1, 1, { priority: 1 }), person(2, { startsAt: at(20) }), walkIn(3, 12, { priority: 3, ...sent(25) }), walkIn(4, 15, sent(22)), walkIn(5, 28, sent(22))]).map(line => line.slice(0, 4)))
    .toEqual(['P4 0', 'P3 1', 'P1 2', 'P2 3', 'P5 4'])
})

test('two counters call twice as fast, and who is being served needs the rest of their time', () => {
  const serving = person(1, { status: 'serving', servingSince: at(26) })
  expect(list([serving, walkIn(2, 1), walkIn(3, 2), walkIn(4, 3)], 2)).toEqual(['P2 0 08:30', 'P3 1 08:36', 'P4 2 08:40'])
})

test('only those who wait stand in the list', () => {
  expect(list([person(1, { status: 'booked' }), person(2, { status: 'parked' }), person(3, { status: 'finished' })])).toEqual([])
})
