import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Change } from '../../shared/command.ts'
import { aPlace, aResource, aService, someHours } from '../../shared/domains/appointments/testing.ts'
import { aSession } from '../../shared/domains/vaccinations/testing.ts'
import type { VaccinationSession } from '../../shared/domains/vaccinations/tables.ts'
import { AppointmentServiceId, derivedUuid, OpeningHoursId, SessionId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp } from './testing.ts'

const START_MS = Date.UTC(2026, 10, 22, 9, 0)
const { scope } = aSession()
const OTHER = AppointmentServiceId.parse(derivedUuid('test', 'zoster'))

/** A day of vaccinations with its line of the opening hours. */
const aDay = (day: string, more: Partial<VaccinationSession> = {}): readonly Change[] => {
  const openingHoursId = OpeningHoursId.parse(derivedUuid('test/line', day))
  return [
    { table: 'opening_hours', row: someHours({ id: openingHoursId, scope, fromDay: day, toDay: day, weekdays: [1, 2, 3, 4, 5, 6, 7] }) },
    { table: 'vaccination_sessions', row: aSession({ id: SessionId.parse(derivedUuid('test/session', day)), day, openingHoursId, serviceIds: [aService().id], status: 'planned', fromAge: 60, groups: 'Menschen ab 60 <und> Vorerkrankte', ...more }) },
  ]
}

let town: TestTown
let app: FastifyInstance
beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx => commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(START_MS) }, [
    { table: 'places', row: aPlace({ scope }) }, { table: 'resources', row: aResource(1, { scope }) },
    { table: 'appointment_services', row: aService({ scope }) }, { table: 'appointment_services', row: aService({ scope, id: OTHER, title: 'Impfung gegen Gürtelrose' }) },
    ...aDay('2026-12-07'), ...aDay('2026-12-08', { fromAge: null, groups: '', serviceIds: [aService().id, OTHER] }),
  ]))
})
afterAll(() => town.database.close())
beforeEach(async () => {
  town.clock.set(START_MS)
  app = await citizensApp(town)
  return () => app.close()
})

const times = async (serviceId: string, language = ''): Promise<string> =>
  (await app.inject(`/portal/appointments/places/${aPlace().id}/times?service=${serviceId}&persons=1&key=${randomUUID()}${language}`)).body

test('whom a day of vaccinations is meant for stands with its times, and nothing with a day that is for all', async () => {
  const page = await times(aService().id)
  expect(page).toContain('Eingeladen sind: ab 60 Jahren; <span>Menschen ab 60 &lt;und&gt; Vorerkrankte</span>')
  expect(page.match(/Eingeladen/g)).toHaveLength(1)
  expect(await times(aService().id, '&lang=en')).toContain('Invited are: from 60 years of age; <span lang="de">')
  const { invited } = (await app.inject(`/public/v1/places/${aPlace().id}/times?serviceIds[0]=${aService().id}&persons=1&from=2026-12-01&days=20`)).json<{ invited: unknown }>()
  expect(invited).toEqual([{ day: '2026-12-07', fromAge: 60, groups: 'Menschen ab 60 <und> Vorerkrankte' }])
})

test('what a day was not planned for cannot be booked on it', async () => {
  const page = await times(OTHER)
  expect(page).toContain('Dienstag, 8. Dezember')
  expect(page).not.toContain('Montag, 7. Dezember')
  const held = await app.inject({ method: 'POST', url: '/public/v1/bookings', payload: { key: randomUUID(), placeId: aPlace().id, serviceIds: [OTHER], persons: 1, startsAt: instantFromMs(Date.UTC(2026, 11, 7, 8)) } })
  expect(held.json<{ code: string }>().code).toBe('appointments/closed-then')
})
