import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlace, aService } from '../../shared/domains/appointments/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import { SMALL_PLACE } from '../domains/appointments/public/testing.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp } from './testing.ts'

const START_MS = Date.UTC(2026, 10, 22, 9, 0)
const DETAILS = { name: 'Änne Großkopf', email: 'aenne@example.org', phone: '', note: '' }

let town: TestTown
let app: FastifyInstance
beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx => commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(START_MS) }, [
    ...SMALL_PLACE, { table: 'appointment_services', row: aService({ followUp: { fromDays: 14, toDays: 18 } }) },
  ]))
})
afterAll(() => town.database.close())
beforeEach(async () => {
  town.clock.set(START_MS)
  await town.database.db.deleteFrom('appointments').execute()
  app = await citizensApp(town)
  return () => app.close()
})

const get = (url: string) => app.inject({ method: 'GET', url })
const post = (url: string, fields: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() })
const to = (answer: LightMyRequestResponse): string => String(answer.headers.location)
const textOf = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** In December 2026, at nine in Tangerhütte; the 7th is a Monday. */
const on = (day: number): string => instantFromMs(Date.UTC(2026, 11, day, 8))
const first = async (): Promise<string> => to(await post(`/portal/appointments/places/${aPlace().id}/times?service=${aService().id}&persons=1&key=${randomUUID()}`, { startsAt: on(7) }))
const statuses = async (): Promise<readonly string[]> => (await town.database.db.selectFrom('appointments').select('status').orderBy('starts_at').execute()).map(({ status }) => status)

test('the second appointment is chosen after the first, on the right days alone, and both are confirmed at once', async () => {
  const second = await first()
  expect(second).toMatch(/^\/portal\/appointments\/[\w-]{43}\/second$/)
  const page = textOf((await get(second)).body)
  expect(page).toContain('Ihr erster Termin, den wir für Sie freihalten: Wann Montag, 7. Dezember 2026, 09:00 bis 09:15 Uhr')
  for (const day of ['Montag, 21. Dezember', 'Dienstag, 22. Dezember', 'Mittwoch, 23. Dezember']) expect(page).toContain(day)
  for (const day of ['18. Dezember', '28. Dezember']) expect(page).not.toContain(day)
  const details = to(await post(second, { startsAt: on(22) }))
  expect(details).toMatch(/^\/portal\/appointments\/[\w-]{43}\?second=[\w-]{43}$/)
  const asked = (await get(details)).body
  expect(textOf(asked)).toContain('Ihr zweiter Termin Wann Dienstag, 22. Dezember 2026, 09:00 bis 09:15 Uhr')
  expect(textOf(asked)).toContain('Beide Termine verbindlich buchen')
  expect((await post(details, { ...DETAILS, email: 'falsch' })).body, 'both are still there after a mistake').toContain('Beide Termine verbindlich buchen')
  const done = to(await post(details, DETAILS))
  expect(await statuses()).toEqual(['booked', 'booked'])
  const [, other = ''] = /second=([\w-]{43})/.exec(done) ?? []
  expect((await get(done)).body).toContain(`<a href="/portal/appointments/${other}">`)
  expect(textOf((await get(`/portal/appointments/${other}`)).body)).toContain('Dienstag, 22. Dezember 2026')
})

test('who wants no second one goes on without, and gets none on a day that is not right for it', async () => {
  const second = await first()
  expect((await post(second, { startsAt: on(8) })).statusCode).toBe(200)
  expect(await statuses()).toEqual(['held'])
  const details = second.replace('/second', '')
  expect((await get(second)).body).toContain(`<a href="${details}">Ohne zweiten Termin weiter</a>`)
  expect(to(await post(details, DETAILS))).toBe(`${details}?done=booked`)
  expect(to(await get(second)), 'it is booked').toBe(details)
})

test('a second time that somebody else has taken meanwhile leaves the first one booked, and says so', async () => {
  const details = to(await post(await first(), { startsAt: on(22) }))
  const [, second = ''] = /second=([\w-]{43})/.exec(details) ?? []
  await post(`/portal/appointments/${second}/release`)
  await town.database.db.updateTable('appointments').set({ status: 'cancelled', held_until: null }).where('starts_at', '=', instantFromMs(Date.parse(on(22)))).execute()
  const done = to(await post(details, DETAILS))
  expect(done).toContain('second=failed')
  expect(textOf((await get(done)).body)).toContain('Der zweite Termin ist nicht gebucht')
  expect(await statuses()).toEqual(['booked', 'cancelled'])
})

test('both are given back where another time is wanted', async () => {
  const details = to(await post(await first(), { startsAt: on(22) }))
  await post(details.replace('?', '/release?'))
  expect(await statuses()).toEqual(['cancelled', 'cancelled'])
})
