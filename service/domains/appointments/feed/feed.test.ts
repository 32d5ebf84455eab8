import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { readCalendar } from '../../../../shared/formats/icalendar-read.ts'
import { AppointmentId, derivedUuid, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs, plusDays, type Instant } from '../../../../shared/time.ts'
import { accountOf, testService, type TestService } from '../../../testing.ts'

const LOGIN = 'clerk.ordnung'
const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))

let service: TestService
beforeAll(async () => {
  service = await testService()
  await service.change([
    { table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'resources', row: aResource(2) },
    { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: someHours() },
  ])
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.database.db.deleteFrom('appointments').execute()
})

let appointments = 0
async function put(overrides: Partial<Appointment> = {}): Promise<Appointment> {
  const row = anAppointment({ id: AppointmentId.parse(derivedUuid('feed', String(appointments++))), note: 'Rollstuhl', ...overrides })
  await service.change([{ table: 'appointments', row }])
  return row
}

async function address(method: 'GET' | 'POST' = 'GET', login = LOGIN): Promise<string> {
  const reply = await service.app.inject({ method, url: `/v1/places/${aPlace().id}/calendar-feed`, headers: await service.bearer(login), ...(method === 'POST' && { payload: {} }) })
  expect(reply.statusCode).toBe(200)
  return new URL(reply.json<{ url: string }>().url).pathname
}

const read = (url: string, mark?: string) => service.app.inject({ url, headers: mark === undefined ? {} : { 'if-none-match': mark } })

async function entries(url: string): Promise<readonly string[]> {
  const { body } = await read(url)
  const found = readCalendar(body, plusDays(NOW, -400), plusDays(NOW, 400))
  return found.ok ? found.value.entries.map(({ startsAt, summary }) => `${startsAt.slice(0, 16)} ${summary}`) : [found.error.code]
}

const at = (text: string): Pick<Appointment, 'startsAt' | 'endsAt' | 'occupiedFrom' | 'occupiedUntil'> => {
  const startsAt = instantFromMs(Date.parse(text))
  const endsAt: Instant = instantFromMs(Date.parse(text) + 900_000)
  return { startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt }
}

test('a calendar program without a sign-in reads when, what for and by which number or initials, and never who', async () => {
  await put({ persons: 2 })
  await put({ ...at('2026-12-07T09:00:00Z'), ticket: 'T017', name: 'Ünal Öztürk-Maier' })
  await put({ ...at('2026-12-07T10:00:00Z'), resourceId: counterId(2), name: '' })
  const url = await address()
  const reply = await read(url)
  expect(reply.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
  expect(await entries(url)).toEqual([
    '2026-12-07T08:00 ÄG · Personalausweis beantragen (2 Personen)', '2026-12-07T09:00 T017 · Personalausweis beantragen', '2026-12-07T10:00 Personalausweis beantragen',
  ])
  expect(reply.body).toContain('LOCATION:Schalter 2')
  for (const secret of ['Änne', 'Großkopf', 'Öztürk', 'example.org', 'Rollstuhl']) expect(reply.body).not.toContain(secret)
})

test('of somebody under secrecy not even the initials leave the house, from the next look on', async () => {
  const { id, scope } = await put()
  const url = await address()
  const mark = String((await read(url)).headers.etag)
  await service.change([{ table: 'secrecy_marks', row: { id: derivedUuid('feed', 'mark'), scope, version: 0, recordTable: 'appointments', recordId: id, personId: PersonId.parse(derivedUuid('feed', 'person')) } }])
  expect((await read(url, mark)).statusCode).toBe(200)
  expect(await entries(url)).toEqual(['2026-12-07T08:00 Personalausweis beantragen'])
})

test('four weeks back and twelve ahead, and only what takes place at a counter', async () => {
  for (const startsAt of ['2026-10-24T10:00:00Z', '2026-10-25T10:00:00Z', '2027-02-14T10:00:00Z', '2027-02-15T10:00:00Z']) await put(at(startsAt))
  await put({ ...at('2026-12-01T08:00:00Z'), status: 'cancelled' })
  await put({ ...at('2026-12-01T09:00:00Z'), status: 'held', heldUntil: NOW })
  await put({ ...at('2026-12-01T10:00:00Z'), channel: 'walk-in', resourceId: null })
  expect((await entries(await address())).map(entry => entry.slice(0, 10))).toEqual(['2026-10-25', '2027-02-14'])
})

test('a program elsewhere learns of a service only what it is called outside the office', async () => {
  await service.change([{ table: 'appointment_services', row: aService({ title: 'Beratung bei Sucht', outsideTitle: 'Termin im Bürgeramt' }) }])
  await put()
  const { body } = await read(await address())
  expect(body).toContain('Termin im Bürgeramt')
  expect(body).not.toContain('Sucht')
  await service.change([{ table: 'appointment_services', row: aService() }])
})

test('nothing is sent again as long as nothing changed', async () => {
  const row = await put()
  const url = await address()
  const { etag } = (await read(url)).headers
  const again = await read(url, `W/${etag}, "other"`)
  expect([again.statusCode, again.body]).toEqual([304, ''])
  expect((await read(url, '"other"')).statusCode).toBe(200)
  await service.change([{ table: 'appointments', row: { ...row, status: 'cancelled' } }])
  const changed = await read(url, etag)
  expect(changed.statusCode).toBe(200)
  await service.change([{ table: 'appointment_services', row: aService({ title: 'Reisepass' }) }])
  expect((await read(url, changed.headers.etag)).statusCode).toBe(200)
  await service.change([{ table: 'appointment_services', row: aService() }])
})

test('an address stays the same until the person takes it back, and is one’s own', async () => {
  const first = await address()
  const leads = await address('GET', 'lead.ordnung')
  expect(await address()).toBe(first)
  expect(leads).not.toBe(first)
  const second = await address('POST')
  expect(second).not.toBe(first)
  expect(await Promise.all([first, second, leads].map(async url => (await read(url)).statusCode))).toEqual([404, 200, 200])
  expect(await address()).toBe(second)
})

test.each(['x', 'A'.repeat(64), `${'A'.repeat(64)}.ics`, 'ä'.repeat(64)])('/calendar/%s opens nothing', async file => {
  expect((await read(`/calendar/${file}`)).statusCode).toBe(404)
})

test('a key with one letter changed opens nothing', async () => {
  const url = await address()
  for (let index = '/calendar/'.length; index < url.length - '.ics'.length; index++) {
    const other = `${url.slice(0, index)}${url[index] === 'A' ? 'B' : 'A'}${url.slice(index + 1)}`
    expect((await read(other)).statusCode).toBe(404)
  }
})

test('who no longer works there reads no further', async () => {
  const url = await address('GET', 'lead.ordnung')
  const account = aStaffAccount({ id: accountOf('lead.ordnung'), login: 'lead.ordnung', active: false })
  await service.change([{ table: 'staff', row: account }])
  expect((await read(url)).statusCode).toBe(404)
})
