import { expect, test } from 'vitest'
import { derivedUuid, PlaceId, VisitId } from '../../ids.ts'
import type { RowOf } from '../../tables.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { documentDose } from './document-command.ts'
import { aBatch, aBookedTime, aDraft, aReadyVisit, aSession, aVaccine, aVaccinee, aVisit, SESSION_NOW } from './testing.ts'
import { checkIn, endObservation, leave, takeOver } from './visit-commands.ts'

const booked = aBookedTime()
const APPOINTMENT = booked.id

function withAppointment(appointment: Partial<typeof booked> = {}, session: Partial<ReturnType<typeof aSession>> = {}, visit?: RowOf<'vaccination_visits'>) {
  const rows = rowsUnderCommands([
    { table: 'vaccination_sessions', row: aSession(session) }, { table: 'vaccines', row: aVaccine() }, { table: 'vaccine_batches', row: aBatch() }, { table: 'appointments', row: { ...booked, ...appointment } },
    ...(visit ? [{ table: 'vaccination_visits', row: visit } as const] : []),
  ], anActor('clerk'), SESSION_NOW)
  return { ...rows, comes: () => rows.run(checkIn, { sessionId: aSession().id, appointmentId: APPOINTMENT, person: aVaccinee() }), status: () => rows.get('appointments', APPOINTMENT)?.status }
}
const ownVisit = (more: Parameters<typeof aReadyVisit>[1] = {}) => aReadyVisit('one', { appointmentId: APPOINTMENT, ...more })

test('whoever is checked in is here in the calendar too, without waiting to be called; whoever has gone has been served', () => {
  const { comes, status, get, run } = withAppointment({}, {}, ownVisit())
  expect([comes(), status()]).toEqual(['ok', 'serving'])
  expect(get('appointments', APPOINTMENT)).toMatchObject({ servingSince: SESSION_NOW, waitingSince: null, calledAt: null, counterId: null, servedBy: null, endedAt: null })
  expect([run(documentDose, { visitId: ownVisit().id, draft: aDraft(), history: [], flags: [] }), status()]).toEqual(['ok', 'serving'])
  expect([run(endObservation, { visitId: ownVisit().id, event: 'Wollte nicht warten.' }), status()]).toEqual(['ok', 'finished'])
  expect(get('appointments', APPOINTMENT)).toMatchObject({ servingSince: SESSION_NOW, endedAt: SESSION_NOW })
})

test('whoever leaves without a dose has come all the same; of two visits of one person the one that is left ends nothing', () => {
  const gone = withAppointment({ status: 'serving', servingSince: SESSION_NOW }, {}, ownVisit())
  expect([gone.run(leave, { visitId: ownVisit().id, reason: 'Fieber' }), gone.status()]).toEqual(['ok', 'finished'])
  const twice = withAppointment({ status: 'serving', servingSince: SESSION_NOW }, {}, ownVisit({ twinId: VisitId.parse(derivedUuid('test', 'twin')) }))
  expect([twice.run(leave, { visitId: ownVisit().id, reason: 'Doppelt' }), twice.status()]).toEqual(['ok', 'serving'])
})

test.each([
  ['did not come until the session was closed', { status: 'missed', endedAt: SESSION_NOW }, { status: 'closed' }, 'finished'],
  ['was taken for missing', { status: 'missed', endedAt: SESSION_NOW }, {}, 'serving'],
  ['was given a number before', { status: 'waiting', waitingSince: SESSION_NOW }, {}, 'serving'],
  ['had cancelled', { status: 'cancelled' }, {}, 'cancelled'],
  ['was here already', { status: 'finished' }, {}, 'finished'],
] as const)('somebody who %s is checked in', (_who, appointment, session, after) => {
  const { comes, status, get } = withAppointment(appointment, session)
  expect([comes(), status(), get('vaccination_visits', VisitId.parse(derivedUuid('0192a000-0000-7000-8000-00000000c0de', 'visit')))?.appointmentId]).toEqual(['ok', after, APPOINTMENT])
})

test('a ticket brings the appointment along, also of a visit that has ended', () => {
  const { scope: _scope, version: _version, twinId: _twin, ...visit } = aVisit('carried', { appointmentId: APPOINTMENT })
  const here = withAppointment()
  expect([here.run(takeOver, { visit }), here.status()]).toEqual(['ok', 'serving'])
  const gone = withAppointment()
  expect([gone.run(takeOver, { visit: { ...visit, departed: { at: SESSION_NOW, byName: 'Person 1', reason: 'Fieber' } } }), gone.status()]).toEqual(['ok', 'finished'])
  const elsewhere = withAppointment({ placeId: PlaceId.parse(derivedUuid('test', 'elsewhere')) })
  expect([elsewhere.run(takeOver, { visit }), elsewhere.status()]).toEqual(['ok', 'booked'])
})
