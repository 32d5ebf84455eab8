import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aHall, aHallBooking, aTenant } from '../../shared/domains/halls/testing.ts'
import type { HallBooking } from '../../shared/domains/halls/tables.ts'
import { instantFromMs } from '../../shared/time.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp, textOf, to, visiting } from './testing.ts'

const START_MS = Date.UTC(2026, 10, 22, 9, 0)
const HOUSE = `/portal/halls/${aHall().id}`

let town: TestTown
let app: FastifyInstance
const add = (...rows: readonly HallBooking[]) => town.database.db.transaction().execute(trx =>
  commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(START_MS) }, rows.map(row => ({ table: 'hall_bookings', row }) as const)))
beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx => commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(START_MS) }, [{ table: 'halls', row: aHall() }]))
})
afterAll(() => town.database.close())
beforeEach(async () => {
  town.clock.set(START_MS)
  await town.database.db.deleteFrom('hall_bookings').execute()
  await town.database.db.deleteFrom('jobs').execute()
  app = await citizensApp(town)
  return () => app.close()
})

const { get, post } = visiting(() => app)
const TYPED = {
  day: '2026-12-12', startTime: '14:00', endTime: '22:00', lastDay: '', purpose: 'Geburtstag', persons: '40', kind: 'resident', organisation: '', name: 'Änne Großkopf', street: 'Am Anger 3',
  postalCode: '39517', place: 'Tangerhütte', email: 'aenne@example.org', phone: '', note: '',
}
const ask = (fields: Partial<typeof TYPED & { step: string; key: string }> = {}) => post(`${HOUSE}/request`, { key: randomUUID(), step: 'check', ...TYPED, ...fields })
const sent = async (fields: Parameters<typeof ask>[0] = {}): Promise<string> => to(await ask({ step: 'send', ...fields })).replace(/\?.*/, '')

test('from the list over a month to a request that is read, sent, seen and withdrawn', async () => {
  await add(aHallBooking('x', { status: 'approved', purpose: 'Geheim', tenant: aTenant({ name: 'Karl Geheim' }) }))
  expect((await get('/portal')).body).toContain('href="/portal/halls"')
  expect(textOf((await get('/portal/halls')).body)).toContain('Dorfgemeinschaftshaus Uchtdorf Uchtdorf , bis 80 Personen; Küche, Beamer')
  const house = await get(`${HOUSE}?month=2026-12`)
  expect(textOf(house.body)).toContain('Sa 12. teils frei belegt 13:00–24:00')
  expect(house.body).toContain(`href="${HOUSE}/request?day=2026-12-13" aria-label="Sonntag, 13. Dezember: frei"`)
  expect(house.body).not.toContain('Geheim')
  expect((await get(`${HOUSE}/request?day=2026-12-13`)).body).toContain('name="day" type="date" min="2026-11-23" max="2028-05-22" aria-required="true" value="2026-12-13"')
  const key = randomUUID()
  const checked = await ask({ day: '2026-12-13', key })
  expect([checked.statusCode, (await town.database.db.selectFrom('hall_bookings').select('id').execute()).length]).toEqual([200, 1])
  for (const part of ['Sonntag, 13. Dezember 2026, 14:00 bis 22:00 Uhr', 'Geburtstag (40 Personen)', 'Saal 120,00 € Heizung (8 Stunden) 24,00 € Zusammen 144,00 € Kaution 150,00 €']) expect(textOf(checked.body)).toContain(part)
  const done = await ask({ day: '2026-12-13', step: 'send', key })
  expect([done.statusCode, to(done)]).toEqual([303, expect.stringMatching(/^\/portal\/halls\/requests\/[\w-]{43}\?done=sent$/)])
  expect(to(await ask({ day: '2026-12-13', step: 'send', key }))).toBe(to(done))
  const [link = ''] = to(done).split('?')
  expect(textOf((await get(to(done))).body)).toContain('Ihre Anfrage ist bei uns angekommen.')
  const seen = (await get(link)).body
  expect(textOf(seen)).toContain('Stand angefragt, noch nicht entschieden')
  for (const secret of ['aenne@example.org', 'Am Anger']) expect(seen).not.toContain(secret)
  expect(await town.database.db.selectFrom('hall_bookings').select(['channel', 'status', 'requested_by_name']).where('status', '=', 'requested').execute()).toEqual([{ channel: 'portal', status: 'requested', requested_by_name: null }])
  expect(textOf((await get(`${link}/withdrawal`)).body)).toContain('Möchten Sie diese Anfrage zurückziehen?')
  expect(to(await post(`${link}/withdrawal`))).toBe(link)
  expect(textOf((await get(link)).body)).toContain('abgesagt oder zurückgezogen')
  expect((await town.database.db.selectFrom('jobs').select('key').orderBy('key').execute()).map(job => job.key.replace(/[\w-]{36}/, 'id'))).toEqual(['hall/id/requested', 'hall/id/withdrawn'])
})

test('a time that is taken: the next free days, and nothing typed is lost', async () => {
  await add(aHallBooking('x', { status: 'approved' }))
  const { statusCode, body } = await ask()
  expect(statusCode).toBe(409)
  expect(textOf(body)).toContain('Zu dieser Zeit ist das Haus vergeben. Zu derselben Zeit frei ist es am: 13.12.2026, 14.12.2026, 15.12.2026.')
  expect(body).toContain('name="day" value="2026-12-13">Sonntag, 13. Dezember</button>')
  expect((body.match(/value="Geburtstag"/g) ?? []).length).toBe(2)
  // Somebody else asked for it as well: that takes it from nobody.
  await add(aHallBooking('y', { startsAt: instantFromMs(Date.UTC(2026, 11, 20, 13)) }))
  expect((await ask({ day: '2026-12-20' })).statusCode).toBe(200)
})

test('what is missing or wrong stands beside its field', async () => {
  const answer = async (fields: Partial<typeof TYPED>) => {
    const { statusCode, body } = await ask(fields)
    return [statusCode, textOf(body)] as const
  }
  const wrong: readonly (readonly [Partial<typeof TYPED>, string])[] = [
    [{ day: '' }, 'Bitte geben Sie den Tag an.'], [{ day: '2026-02-30' }, 'Bitte geben Sie den Tag an.'], [{ startTime: '25:00' }, 'Bitte geben Sie den Beginn an'], [{ lastDay: '2026-12-11' }, 'Der letzte Tag liegt vor dem ersten.'],
    [{ persons: '81' }, 'eine Zahl von 1 bis 80.'], [{ persons: 'viele' }, 'eine Zahl von 1 bis 80.'], [{ kind: 'club' }, 'Bitte tragen Sie den Verein ein.'], [{ email: 'aenne@' }, 'Diese E-Mail-Adresse stimmt nicht.'],
    [{ email: '' }, 'Bitte tragen Sie Ihre E-Mail-Adresse oder Ihre Telefonnummer ein.'], [{ street: ' ' }, 'Bitte tragen Sie Straße und Hausnummer ein.'], [{ purpose: '' }, 'wofür Sie das Haus brauchen'],
    [{ day: '2026-11-21' }, 'Diese Zeit ist schon vorbei.'], [{ day: '2029-01-01' }, 'So weit voraus kann online noch nicht angefragt werden. Möglich ist es bis zum 22.05.2028.'], [{ lastDay: '2026-12-30' }, 'höchstens 14 Tage später'],
  ]
  for (const [fields, sentence] of wrong) expect(await answer(fields)).toEqual([422, expect.stringContaining(sentence)])
  const { body } = await ask({ name: '', note: '<b>laut</b>' })
  expect([body.includes('&lt;b&gt;laut&lt;/b&gt;'), body.includes('<a href="#name">'), body.includes('aria-describedby="name-problem" aria-invalid="true"')]).toEqual([true, true, true])
  expect(textOf((await ask({ step: 'edit' })).body)).toContain('Weiter: prüfen und Preis sehen')
})

test('nobody asks for every weekend, and links that were made up open nothing', async () => {
  for (const day of ['2026-12-12', '2026-12-13', '2026-12-14']) expect((await ask({ day, step: 'send' })).statusCode).toBe(303)
  const fourth = await ask({ day: '2026-12-15', email: 'AENNE@example.org' })
  expect([fourth.statusCode, textOf(fourth.body).includes('Mit dieser Adresse sind schon 3 Anfragen offen.')]).toEqual([409, true])
  for (const url of [`/portal/halls/${randomUUID()}`, `/portal/halls/requests/${'A'.repeat(43)}`, '/portal/halls/requests/x/withdrawal', '/portal/halls/x/request']) expect((await get(url)).statusCode).toBe(404)
  expect(textOf((await get(`${HOUSE}?month=9999-99`)).body)).toContain('November 2026')
})

test('once there is a contract one has to call; a refusal tells its reason', async () => {
  const link = await sent()
  const [row] = await town.database.db.selectFrom('hall_bookings').select('id').execute()
  const become = (more: Record<string, string>) => town.database.db.updateTable('hall_bookings').set(more).where('id', '=', row?.id as never).execute()
  await become({ status: 'contracted', contract_number: 'MV-2026-0007' })
  expect(textOf((await get(link)).body)).toMatch(/Mietvertrag gemacht Vertrag MV-2026-0007 .* rufen Sie uns bitte an/)
  expect([to(await get(`${link}/withdrawal`)), (await post(`${link}/withdrawal`)).statusCode]).toEqual([link, 409])
  await become({ status: 'refused', reason: 'Der Saal wird für die Wahl gebraucht.' })
  expect(textOf((await get(link)).body)).toContain('Stand abgelehnt Grund Der Saal wird für die Wahl gebraucht.')
})

test('all of it in English', async () => {
  const english = await post(`${HOUSE}/request?lang=en`, { key: randomUUID(), step: 'check', ...TYPED })
  expect(textOf(english.body)).toContain('Together €144.00 Deposit €150.00')
  expect(textOf((await get(`${HOUSE}?lang=en&month=2026-12`)).body)).toContain('Sat 12. free')
  expect(to(await post(`${HOUSE}/request?lang=en`, { key: randomUUID(), step: 'send', ...TYPED }))).toMatch(/\?done=sent&lang=en$/)
})

test('a portal asks by the interface: every refusal is JSON with code, sentence and next offer', async () => {
  await add(aHallBooking('x', { status: 'contracted' }))
  const json = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/public/v1${url}`, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  const { startsAt, endsAt, purpose, persons } = aHallBooking()
  const asked = { hallId: aHall().id, startsAt, endsAt, purpose, persons, note: '', tenant: aTenant({ phone: '039 35' }) }
  const later = { startsAt: '2026-12-13T13:00:00.000Z', endsAt: '2026-12-13T21:00:00.000Z' }
  expect(await json('GET', '/halls')).toMatchObject({ status: 200, body: { halls: [{ name: 'Dorfgemeinschaftshaus Uchtdorf', depositCents: 15_000 }] } })
  expect(await json('GET', `/halls/${aHall().id}/days?from=2026-12-12&days=2`)).toEqual({ status: 200, body: { days: [{ day: '2026-12-12', taken: [{ from: '13:00', until: '24:00' }] }, { day: '2026-12-13', taken: [] }] } })
  expect(await json('POST', '/hall-requests/quote', asked)).toMatchObject({ status: 409, body: { code: 'halls/not-free', facts: { freeDays: '2026-12-13 2026-12-14 2026-12-15' }, message: { en: expect.any(String) } } })
  expect(await json('POST', '/hall-requests/quote', { ...asked, ...later, tenant: aTenant() })).toMatchObject({ status: 422, body: { code: 'halls/contact-missing' } })
  expect(await json('POST', '/hall-requests/quote', { ...asked, ...later })).toMatchObject({ status: 200, body: { totalCents: 14_400, depositCents: 15_000 } })
  const key = randomUUID()
  const made = await json('POST', '/hall-requests', { key, ...asked, ...later })
  expect(made).toMatchObject({ status: 201, body: { status: 'requested', canWithdraw: true } })
  expect(await json('POST', '/hall-requests', { key, ...asked, ...later, hallId: aHall().id, startsAt: '2026-12-14T13:00:00.000Z', endsAt: '2026-12-14T21:00:00.000Z' })).toMatchObject({ status: 422, body: { code: 'intake/key-reused' } })
  const path = `/hall-requests/${String(made.body['link'])}`
  expect(await json('POST', `${path}/withdrawal`, {})).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  expect(await json('GET', `/hall-requests/${'A'.repeat(43)}`)).toMatchObject({ status: 404, body: { code: 'halls/wrong-link' } })
})
