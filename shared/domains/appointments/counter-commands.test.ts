import { expect, test } from 'vitest'
import { AppointmentServiceId, PlaceId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { redirect } from './counter-commands.ts'
import type { Appointment, AppointmentService } from './tables.ts'
import { anAppointment, aPlace, aResource, aService, counterId } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 11, 7, 9))
const service = (n: number, overrides: Partial<AppointmentService> = {}): AppointmentService => aService({ id: AppointmentServiceId.parse(`0192a000-0000-7000-8000-0000000005e${n}`), ...overrides })
const serving = (overrides: Partial<Appointment> = {}): Appointment =>
  anAppointment({ status: 'serving', waitingSince: NOW, calledAt: NOW, servingSince: NOW, counterId: counterId(1), ...overrides })

const town = (appointment: Appointment) => rowsUnderCommands([
  { table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'resources', row: aResource(2, { serviceIds: [service(2).id] }) },
  { table: 'resources', row: aResource(3, { placeId: PlaceId.parse('0192a000-0000-7000-8000-000000000e01') }) }, { table: 'resources', row: aResource(4, { active: false }) },
  { table: 'appointment_services', row: service(1, { active: false, maxPersons: 1 }) }, { table: 'appointment_services', row: service(2, { maxPersons: 2 }) },
  { table: 'appointment_services', row: service(3, { active: false }) }, { table: 'appointments', row: appointment },
], anActor('clerk'), NOW)

function sendOn(appointment: Appointment, to: number | null, serviceNumber: number): unknown {
  const { run } = town(appointment)
  const done = run(redirect, { appointmentId: appointment.id, toCounterId: to === null ? null : counterId(to), serviceIds: [service(serviceNumber).id], note: ' Ausweis liegt vor ' })
  return typeof done === 'string' ? done : done.code
}

test('to a counter that gives it, or to any; what they came for may be out of the offer by now', () => {
  expect([sendOn(serving(), 2, 2), sendOn(serving(), null, 2), sendOn(serving({ persons: 2 }), null, 1)]).toEqual(['ok', 'ok', 'ok'])
})

test('not where it is not given, not to another house or a closed counter, not for what is not offered or for too many', () => {
  expect([sendOn(serving(), 2, 1), sendOn(serving(), 4, 2)]).toEqual(['appointments/not-given-there', 'appointments/not-given-there'])
  expect([sendOn(serving(), 3, 2), sendOn(serving(), 1, 3)]).toEqual(['appointments/no-such-counter', 'appointments/no-such-service'])
  expect(sendOn(serving({ persons: 3 }), 1, 2)).toBe('appointments/too-many-persons')
})

test('nobody is sent on who is not at a counter', () => {
  expect(sendOn(serving({ status: 'finished' }), 1, 2)).toBe('appointments/wrong-status')
})

test('who did it and what was said stands with the person', () => {
  const { run, get } = town(serving())
  run(redirect, { appointmentId: serving().id, toCounterId: counterId(2), serviceIds: [service(2).id], note: ' Ausweis liegt vor ' })
  expect(get('appointments', serving().id)).toMatchObject({ status: 'waiting', serviceIds: [service(2).id], sentOn: { toCounterId: counterId(2), fromCounterId: counterId(1), note: 'Ausweis liegt vor' } })
})
