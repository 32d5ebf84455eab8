import { expect, test } from 'vitest'
import { AppointmentId } from '../../ids.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { outsideHours, strandedBy, type ChangedHours } from './stranded.ts'
import { anAppointment, aResource, counterId, someHours } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 11, 1))
const at = (hour: number, minute = 0, day = 7): Instant => instantFromMs(Date.UTC(2026, 11, day, hour - 1, minute))
const booked = (n: number, startsAt: Instant, counter = 1) => anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-0000000000f${n}`), startsAt, resourceId: counterId(counter) })
const changedTo = (after: ChangedHours['after'], before: ChangedHours['before'] = [someHours()]): ChangedHours => ({ before, after, resources: [aResource(1), aResource(2)] })
const told = (found: ReturnType<typeof strandedBy>): readonly string[] =>
  found.map(({ appointment, proposal }) => `${appointment.id.slice(-1)} ${proposal ? `${proposal.slot.startsAt.slice(5, 16)} ${proposal.resourceId.slice(-1)}` : 'none'}`)

test('shorter hours strand exactly those outside, each offered a time of its own on the same day', () => {
  const appointments = [booked(1, at(9)), booked(2, at(11)), booked(3, at(11), 2), booked(4, at(11, 15))]
  expect(told(strandedBy(changedTo([someHours({ to: '11:00' })]), appointments, NOW))).toEqual(['2 12-07T09:45 1', '3 12-07T09:45 2', '4 12-07T09:30 1'])
})

test('a day that is closed offers the nearest other one, at the same counter where it is free', () => {
  const closed = someHours({ kind: 'closed', from: '00:00', to: '24:00', fromDay: '2026-12-07', toDay: '2026-12-07' })
  expect(told(strandedBy(changedTo([someHours(), closed]), [booked(1, at(9), 2)], NOW))).toEqual(['1 12-08T07:00 2'])
})

test('where nobody is there for four weeks there is nothing to offer', () => {
  expect(told(strandedBy(changedTo([]), [booked(1, at(9))], NOW))).toEqual(['1 none'])
})

test('a break in the middle of an appointment strands it; one that begins at its end does not', () => {
  const lines = [someHours(), someHours({ kind: 'break', from: '09:15', to: '09:30' })]
  expect(told(strandedBy(changedTo(lines), [booked(1, at(9)), booked(2, at(9, 10), 2)], NOW)).map(line => line[0])).toEqual(['2'])
})

test('what lay outside the opening hours before is not stranded by the change', () => {
  expect(told(strandedBy(changedTo([someHours({ to: '11:00' })], [someHours()]), [booked(1, at(15))], NOW))).toEqual([])
})

test('whoever is here or still typing takes the time of others, but is not left standing', () => {
  const held = anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f8'), startsAt: at(9, 45), status: 'held', resourceId: counterId(1) })
  const here = anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f9'), startsAt: at(11, 15), status: 'waiting', resourceId: counterId(1) })
  const change = changedTo([someHours({ to: '10:00', resourceIds: [counterId(1)] })])
  expect(told(strandedBy(change, [booked(1, at(11)), held, here], NOW))).toEqual(['1 12-07T08:30 1'])
})

test('nobody is offered the time of somebody else who is left standing: they may never be moved', () => {
  const short = anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f2'), startsAt: at(11, 30), endsAt: at(11, 35) })
  const change = changedTo([someHours({ to: '11:00', slotMinutes: 5 })], [someHours({ slotMinutes: 5 })])
  expect(told(strandedBy(change, [booked(3, at(10, 35)), booked(1, at(10, 50)), short], NOW))).toEqual(['1 12-07T09:45 2', '2 12-07T09:40 2'])
})

test('who is booked where nobody is there is found without a change', () => {
  expect(told(outsideHours([someHours({ to: '10:00' })], [aResource(1), aResource(2)], [booked(1, at(9)), booked(2, at(11))], NOW))).toEqual(['2 12-07T08:45 1'])
})

test('nobody is asked to come within two hours', () => {
  expect(told(strandedBy(changedTo([someHours({ to: '11:00' })]), [booked(1, at(11, 30))], at(8, 30)))).toEqual(['1 12-07T09:45 1'])
  expect(told(strandedBy(changedTo([someHours({ to: '11:00' })]), [booked(1, at(11, 30))], at(9)))).toEqual(['1 12-08T07:00 1'])
})
