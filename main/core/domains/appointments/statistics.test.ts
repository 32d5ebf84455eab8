import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../../shared/actor.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment, aPlace, aResource, aService, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, derivedUuid, PlaceId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createAppointmentQueries, type AppointmentQueries } from './queries.ts'

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: AppointmentQueries
let actor: Actor
beforeEach(() => {
  opened = cacheOfItsOwn()
  actor = anActor('lead')
  queries = createAppointmentQueries({ cache: opened.cache, now: () => 0, actor: () => actor })
  const { db } = opened.cache
  putBase(db, 'places', aPlace())
  putBase(db, 'resources', aResource(1))
  putBase(db, 'appointment_services', aService())
  putBase(db, 'opening_hours', someHours())
})
afterEach(async () => {
  await queries.close()
  opened.remove()
})

/** Every quarter of an hour from nine on Monday, 7 December 2026. */
const visit = (n: number, overrides: Partial<Appointment> = {}): Appointment => {
  const [startsAt, endsAt] = [n, n + 1].map(quarter => instantFromMs(Date.UTC(2026, 11, 7, 8, quarter * 15)))
  if (!startsAt || !endsAt) throw new Error('no time')
  return anAppointment({ id: AppointmentId.parse(derivedUuid('statistics', String(n))), startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, status: 'finished', waitingSince: startsAt, calledAt: startsAt, servingSince: startsAt, endedAt: endsAt, ...overrides })
}

const asked = (placeId = aPlace().id) => queries.statistics({ placeId, fromDay: '2026-12-07', toDay: '2026-12-07' })

test('what this desk holds of the period counts, with changes that are not at the service yet', async () => {
  for (let n = 0; n < 6; n++) putBase(opened.cache.db, 'appointments', visit(n))
  putBase(opened.cache.db, 'appointments', visit(4 * 24))
  replaceOverlay(opened.cache.db, { table: 'appointments', id: visit(0).id }, visit(0, { status: 'missed' }))
  const answer = await asked()
  expect(answer.ok && answer.value).toMatchObject({
    booked: { came: 5, missed: 1 }, missed: { missed: 1, all: 6 }, waiting: { median: 0, p90: 0 }, serving: { median: 15, p90: 15 },
    services: [{ serviceId: aService().id }], capacity: [{ weekday: 1, part: 'morning', openMinutes: 240, bookedMinutes: 90 }],
  })
})

test('only whoever leads the department is told, and only of a place that is there', async () => {
  expect(await asked(PlaceId.parse('0192a000-0000-7000-8000-000000000e99'))).toEqual({ ok: false, error: { code: 'appointments/no-such-place' } })
  actor = anActor('clerk')
  expect(await asked()).toEqual({ ok: false, error: { code: 'commands/not-allowed' } })
})
