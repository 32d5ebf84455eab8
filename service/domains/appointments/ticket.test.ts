import { beforeEach, describe, expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { AppointmentServiceId, derivedUuid, PlaceId } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../../shared/time.ts'
import { aCommand, commandId, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { townPerTest } from '../testing.ts'
import { COMPLETIONS } from '../completions.ts'

/** Monday, 7 December 2026, 09:00. */
const MONDAY = instantFromMs(Date.UTC(2026, 11, 7, 8))
const OTHER_PLACE = PlaceId.parse('0192a000-0000-7000-8000-000000000e01')
const OTHER_SERVICE = AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e2')

describe.each(testEngines())('tickets on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(async () => {
    await own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, [
      { table: 'places', row: aPlace() }, { table: 'places', row: aPlace({ id: OTHER_PLACE }) }, { table: 'resources', row: aResource(1) },
      { table: 'appointment_services', row: aService() }, { table: 'appointment_services', row: aService({ id: OTHER_SERVICE, placeId: OTHER_PLACE }) },
      { table: 'opening_hours', row: someHours() }, { table: 'appointments', row: anAppointment() },
    ]))
  })

  const run = async (label: string, name: string, input: Json, now: Instant = MONDAY): Promise<string> => {
    const basedOn = [{ table: 'appointments' as const, id: anAppointment().id, version: (await stored(anAppointment().id))?.version ?? 0 }]
    const [answer] = await testPipeline(own.database, { completions: COMPLETIONS, clock: { nowMs: () => msOf(now) } }).run(anActor('clerk', '1', { townId: own.townId }), [aCommand(label, name, input, { basedOn })])
    return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? 'none')
  }
  const stored = async (id: string): Promise<Appointment | undefined> => (await loadRecords(own.database.db, own.townId, [{ table: 'appointments', id }], false)).get(`appointments/${id}`) as Appointment | undefined
  const ticketFor = async (label: string): Promise<string | null | undefined> => (await stored(derivedUuid(commandId(label), 'appointment')))?.ticket
  const bookedTicket = async (): Promise<string | null | undefined> => (await stored(anAppointment().id))?.ticket
  const walkIn = (label: string, now: Instant = MONDAY, there: { readonly placeId: string; readonly serviceIds: readonly string[] } = { placeId: aPlace().id, serviceIds: [aService().id] }): Promise<string> =>
    run(label, 'appointments.walk-in', { ...there, serviceIds: [...there.serviceIds], persons: 1, name: '', email: null, phone: null, note: '', priority: 2 }, now)
  const step = (label: string, what: string, now: Instant = MONDAY): Promise<string> => run(label, 'appointments.step', { appointmentId: anAppointment().id, step: what }, now)

  test('numbers run through the day of a place, with and without an appointment', async () => {
    expect([await walkIn('a'), await step('b', 'arrive'), await walkIn('c')]).toEqual(['applied', 'applied', 'applied'])
    await walkIn('d', MONDAY, { placeId: OTHER_PLACE, serviceIds: [OTHER_SERVICE] })
    await walkIn('e', plusDays(MONDAY, 1))
    expect([await ticketFor('a'), await bookedTicket(), await ticketFor('c'), await ticketFor('d'), await ticketFor('e')]).toEqual(['W001', 'T002', 'W003', 'W001', 'W001'])
  })

  test('a day ends at midnight in Germany', async () => {
    await walkIn('before', instantFromMs(Date.UTC(2026, 11, 7, 22, 59)))
    await walkIn('after', instantFromMs(Date.UTC(2026, 11, 7, 23, 0)))
    expect([await ticketFor('before'), await ticketFor('after')]).toEqual(['W001', 'W001'])
  })

  test('of many who come at once, each has a number of their own', async () => {
    const labels = Array.from({ length: 24 }, (_, index) => `n${index}`)
    expect(new Set(await Promise.all(labels.map(label => walkIn(label))))).toEqual(new Set(['applied']))
    const tickets = await Promise.all(labels.map(ticketFor))
    expect(new Set(tickets)).toEqual(new Set(labels.map((_, index) => `W${String(index + 1).padStart(3, '0')}`)))
  })

  test('a number is kept through the day, whatever happens, and a step that is refused takes none', async () => {
    await step('a', 'arrive')
    expect([await step('again', 'arrive'), await step('b', 'miss'), await step('c', 'arrive')]).toEqual(['appointments/wrong-status', 'applied', 'applied'])
    expect(await run('d', 'appointments.call', { appointmentId: anAppointment().id, counterId: counterId(1), again: false })).toBe('applied')
    await run('e', 'appointments.redirect', { appointmentId: anAppointment().id, toCounterId: null, serviceIds: [aService().id], note: '' })
    expect(await bookedTicket()).toBe('T001')
    await walkIn('next')
    expect(await ticketFor('next')).toBe('W002')
  })

  test('a number stays when arriving is taken back and done again', async () => {
    await step('a', 'arrive')
    expect(await run('b', 'appointments.take-back', { appointmentId: anAppointment().id })).toBe('applied')
    await step('c', 'arrive')
    expect(await bookedTicket()).toBe('T001')
  })

  test('who is called without having said that they are here has a number too', async () => {
    await run('a', 'appointments.call', { appointmentId: anAppointment().id, counterId: counterId(1), again: false })
    expect(await bookedTicket()).toBe('T001')
  })

  test('who comes back on another day gets a number of that day', async () => {
    await step('a', 'arrive')
    await step('b', 'miss')
    const tuesday = plusDays(MONDAY, 1)
    await walkIn('first', tuesday)
    await step('c', 'arrive', tuesday)
    expect(await bookedTicket()).toBe('T002')
  })
})
