import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlace, aService } from '../../shared/domains/appointments/testing.ts'
import { AppointmentServiceId, derivedUuid } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { SMALL_PLACE } from '../domains/appointments/public/testing.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp, textOf, to, visiting } from './testing.ts'

const MINUTE_MS = 60_000
const START_MS = Date.UTC(2026, 10, 22, 9, 0)
const OTHER_SERVICE = AppointmentServiceId.parse(derivedUuid('another', 'service'))
const PLACE = `/portal/appointments/places/${aPlace().id}`

let town: TestTown
let app: FastifyInstance
beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx => commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(START_MS) }, [
    ...SMALL_PLACE,
    { table: 'places', row: aPlace({ directions: 'Erdgeschoss, ohne Stufen.' }) },
    { table: 'appointment_services', row: aService({ bring: 'Bisheriger Ausweis' }) },
    { table: 'appointment_services', row: aService({ id: OTHER_SERVICE, title: 'Meldebescheinigung', minutes: 10, bring: 'Bisheriger Ausweis', position: 1 }) },
  ]))
})
afterAll(() => town.database.close())
beforeEach(async () => {
  town.clock.set(START_MS)
  await town.database.db.deleteFrom('appointments').execute()
  app = await citizensApp(town)
  return () => app.close()
})

const { get, post } = visiting(() => app)
const times = (services: readonly string[] = [aService().id], persons = 1, key: string = randomUUID()): string =>
  `${PLACE}/times?${services.map(id => `service=${id}&`).join('')}persons=${persons}&key=${key}`
/** Monday, 7 December 2026. */
const at = (hour: number, minute = 0): string => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const DETAILS = { name: 'Änne Großkopf', email: 'aenne@example.org', phone: '', note: '' }
const held = async (startsAt = at(9)): Promise<string> => to(await post(times(), { startsAt }))
async function booked(startsAt = at(9)): Promise<string> {
  const link = await held(startsAt)
  await post(link, DETAILS)
  return link
}

test('from the start page over place, matter and time to an appointment that is moved and cancelled', async () => {
  expect((await get('/portal')).body).toContain('<a href="/portal/appointments">Termin im Rathaus buchen</a>')
  expect((await get('/portal/appointments')).body).toContain(`<a href="${PLACE}"><strong>Bürgeramt</strong><br>Bismarckstraße 5`)
  const choice = await get(PLACE)
  expect(textOf(choice.body)).toContain('Personalausweis beantragen 15 Minuten')
  const offered = await get(times([aService().id, OTHER_SERVICE], 2))
  expect(textOf(offered.body)).toMatch(/Personalausweis beantragen, Meldebescheinigung \(2 Personen\) Dauer 45 Minuten .* Montag, 23\. November 14 frei Vormittag 08:00 08:15/)
  const chosen = await post(times(), { startsAt: at(9) })
  expect([chosen.statusCode, to(chosen)]).toEqual([303, expect.stringMatching(/^\/portal\/appointments\/[\w-]{43}$/)])
  const link = to(chosen)
  expect(textOf((await get(link)).body)).toContain('Diese Zeit halten wir für Sie frei bis 10:10 Uhr . Wann Montag, 7. Dezember 2026, 09:00 bis 09:15 Uhr Ort Bürgeramt')
  expect(to(await post(link, DETAILS))).toBe(`${link}?done=booked`)
  const confirmed = textOf((await get(`${link}?done=booked`)).body)
  for (const part of ['Ihr Termin ist gebucht.', 'Name Änne Großkopf', 'Bitte bringen Sie mit Bisheriger Ausweis So finden Sie zu uns Erdgeschoss, ohne Stufen.', 'Möglich bis Montag, 7. Dezember 2026, 08:00 Uhr.'])
    expect(confirmed).toContain(part)
  expect(confirmed).not.toContain('aenne@example.org')
  expect(textOf((await get(`${link}/times`)).body)).toContain('Auf welche Zeit verschieben? Bisher:')
  expect(to(await post(`${link}/times`, { startsAt: at(11, 30) }))).toBe(`${link}?done=moved`)
  expect(textOf((await get(`${link}?done=moved`)).body)).toContain('Jetzt gilt: Wann Montag, 7. Dezember 2026, 11:30 bis 11:45 Uhr')
  expect(textOf((await get(`${link}/cancellation`)).body)).toContain('Möchten Sie diesen Termin absagen?')
  expect(to(await post(`${link}/cancellation`))).toBe(link)
  expect(textOf((await get(link)).body)).toContain('Dieser Termin ist abgesagt. Bitte kommen Sie nicht.')
  expect(to(await get(`${link}/times`))).toBe(link)
})

test('all of it in English, and back', async () => {
  const english = await get(`${times()}&lang=en`)
  expect(textOf(english.body)).toContain('Free times')
  expect(english.body).toMatch(/href="\/portal\/appointments\/places\/[^"]+\/times\?service=[^"]+" lang="de"/)
  const link = to(await post(`${times()}&lang=en`, { startsAt: at(9) }))
  expect(link).toMatch(/\?lang=en$/)
  expect(textOf((await get(link)).body)).toContain('We keep this time for you until 10:10 .')
  const [address = ''] = link.split('?')
  expect(to(await post(link, DETAILS))).toBe(`${address}?done=booked&lang=en`)
  const { body } = await get(`${address}?done=booked&lang=en`)
  expect(textOf(body)).toContain('Your appointment is booked.')
  expect(body).toContain('<span lang="de">Personalausweis beantragen</span>')
})

test('a time that is gone meanwhile: others and the next one to take at once', async () => {
  await booked()
  const late = await post(times(), { startsAt: at(9) })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain(`name="startsAt" value="${at(9, 15)}">Montag, 7. Dezember 2026, 09:15 Uhr</button>`)
  expect(textOf(late.body)).toContain('Fehler: Freie Zeiten')
  const link = await booked(at(10))
  const moved = await post(`${link}/times`, { startsAt: at(9) })
  expect([moved.statusCode, textOf(moved.body).includes('Stattdessen nehmen: Montag, 7. Dezember 2026, 09:15 Uhr')]).toEqual([409, true])
})

test('what is missing or wrong stands beside its field, and nothing typed is lost', async () => {
  const link = await held()
  const answer = async (fields: Partial<typeof DETAILS>) => textOf((await post(link, { ...DETAILS, ...fields })).body)
  expect(await answer({ name: ' ' })).toContain('Fehler: Bitte tragen Sie Ihren Namen ein.')
  expect(await answer({ email: 'aenne@' })).toContain('Fehler: Diese E-Mail-Adresse stimmt nicht.')
  expect(await answer({ email: '' })).toContain('Fehler: Bitte tragen Sie Ihre E-Mail-Adresse oder Ihre Telefonnummer ein.')
  const { body, statusCode } = await post(link, { ...DETAILS, name: '', note: '<b>Rollstuhl</b>' })
  expect([statusCode, body.includes('&lt;b&gt;Rollstuhl&lt;/b&gt;'), body.includes('value="aenne@example.org"')]).toEqual([422, true, true])
  expect((await post(link, { ...DETAILS, name: 'x'.repeat(5_000), note: 'y'.repeat(50_000) })).statusCode).toBe(303)
})

test('nothing chosen, too many persons, a strange address: the page says what to do', async () => {
  expect(textOf((await get(`${PLACE}/times`)).body)).toContain('Bitte wählen Sie mindestens ein Anliegen aus.')
  expect(textOf((await get(times([aService().id], 9))).body)).toContain('höchstens 4 Personen')
  expect(textOf((await get(times([randomUUID()]))).body)).toContain('Dieses Anliegen wird dort nicht angeboten.')
  expect((await post(times(), { startsAt: 'now' })).statusCode).toBe(200)
  for (const url of [`/portal/appointments/places/${randomUUID()}`, `/portal/appointments/${'A'.repeat(43)}`, '/portal/appointments/x/calendar.ics']) {
    const answer = await get(url)
    expect([answer.statusCode, textOf(answer.body).includes('Bitte prüfen Sie den Link.')]).toEqual([404, true])
  }
})

test('a time given back is free again; who took too long still gets it, or is shown others', async () => {
  const link = await held()
  expect(to(await post(`${link}/release`))).toMatch(new RegExp(`^${PLACE}/times\\?persons=1&service=`))
  expect(textOf((await get(link)).body)).toContain('Diese Zeit ist nicht mehr für Sie freigehalten.')
  const slow = await held()
  town.clock.set(START_MS + 11 * MINUTE_MS)
  expect(textOf((await get(slow)).body)).toContain('Vielleicht ist sie noch frei')
  await booked()
  const answer = await post(slow, { ...DETAILS, email: 'slow@example.org' })
  expect(answer.statusCode).toBe(410)
  expect(textOf(answer.body)).toContain('Stattdessen nehmen: Montag, 7. Dezember 2026, 09:15 Uhr')
  await town.database.db.deleteFrom('appointments').where('status', '<>', 'booked').execute()
  const gone = await get(slow)
  expect([gone.statusCode, textOf(gone.body).includes('Bitte wählen Sie noch einmal.')]).toEqual([410, true])
})

test('whoever goes back after booking makes another appointment, before that the same', async () => {
  const key = randomUUID()
  const link = to(await post(times([aService().id], 1, key), { startsAt: at(9) }))
  expect(to(await post(times([aService().id], 1, key), { startsAt: at(10) }))).toBe(link)
  await post(link, DETAILS)
  expect(to(await post(times([aService().id], 1, key), { startsAt: at(11) }))).not.toBe(link)
})

test('too late to change: the page says so and takes nothing', async () => {
  const link = await booked()
  town.clock.set(Date.parse(at(8)) + MINUTE_MS)
  expect(textOf((await get(link)).body)).toContain('So kurz vorher geht das hier nicht mehr.')
  const [moved, cancelled] = [await post(`${link}/times`, { startsAt: at(11) }), await post(`${link}/cancellation`)]
  expect([moved.statusCode, cancelled.statusCode]).toEqual([409, 409])
  expect(textOf(cancelled.body)).toContain('nicht mehr online ändern oder absagen')
})

test('further days, a day of one’s own, and no day at all', async () => {
  const first = await get(times())
  const more = /href="([^"]+from=2026-11-28[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(textOf((await get(more)).body)).toMatch(/Montag, 30\. November .* Zurück zu den ersten freien Tagen/)
  expect(textOf((await get(`${times()}&from=2026-12-25`)).body)).toContain('Montag, 28. Dezember')
  for (const from of ['2030-01-01', '9999-12-31']) expect(textOf((await get(`${times()}&from=${from}`)).body)).toContain('Zurück zu den ersten freien Tagen')
  expect(textOf((await get(`${times()}&from=0000-00-00`)).body)).toContain('Montag, 23. November')
})

test('the calendar file is one, and comes by link alone', async () => {
  const link = await booked()
  const file = await get(`${link}/calendar.ics`)
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(file.body).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(file.body.replaceAll('\r\n ', '')).toContain(`URL:http://localhost${link}`)
  const api = await get(`/public/v1/bookings/${link.split('/').at(-1)}/calendar`)
  expect([api.statusCode, api.headers['content-type'], api.body.split('\r\n')[0]]).toEqual([200, expect.stringContaining('text/calendar'), 'BEGIN:VCALENDAR'])
})

test('a portal books by the interface: every refusal is JSON with code, sentence and next offer', async () => {
  const json = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/public/v1${url}`, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  const asked = { key: randomUUID(), placeId: aPlace().id, serviceIds: [aService().id], persons: 1, startsAt: at(9) }
  expect(await json('GET', '/places')).toMatchObject({ status: 200, body: { places: [{ name: 'Bürgeramt', services: [{ minutes: 15 }, { minutes: 10 }] }] } })
  expect(await json('GET', `/places/${aPlace().id}/times?serviceIds[]=${aService().id}&persons=1&from=2026-12-07&days=1`))
    .toMatchObject({ status: 200, body: { minutes: 15, times: expect.arrayContaining([{ startsAt: at(9), endsAt: at(9, 15) }]) } })
  const kept = await json('POST', '/bookings', asked)
  expect(kept).toMatchObject({ status: 201, body: { status: 'held', link: expect.any(String) } })
  expect(await json('POST', '/bookings', { ...asked, key: randomUUID() })).toMatchObject({ status: 409, body: { code: 'appointments/slot-taken', facts: { nextStartsAt: at(9, 15) }, message: { de: expect.any(String) } } })
  const path = `/bookings/${String(kept.body['link'])}`
  expect(await json('POST', `${path}/confirmation`, { name: 'Änne Großkopf', email: 'aenne@example' })).toMatchObject({ status: 400, body: { code: 'request/invalid', facts: { reason: 'input: email' } } })
  expect(await json('POST', `${path}/confirmation`, { name: 'Änne Großkopf', email: 'aenne@example.org' })).toMatchObject({ status: 200, body: { status: 'booked', name: 'Änne Großkopf' } })
  expect(await json('GET', `${path}/times?from=2026-12-07&days=1`)).toMatchObject({ status: 200, body: { times: expect.arrayContaining([{ startsAt: at(9), endsAt: at(9, 15) }]) } })
  expect(await json('POST', `${path}/move`, { startsAt: '2026-02-30T08:00:00.000Z' })).toMatchObject({ status: 400 })
  expect(await json('POST', `${path}/move`, { startsAt: at(10) })).toMatchObject({ status: 200, body: { startsAt: at(10), changeUntil: at(9) } })
  expect(await json('POST', `${path}/cancellation`, {})).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  expect(await json('GET', `/bookings/${'A'.repeat(43)}`)).toMatchObject({ status: 404, body: { code: 'appointments/wrong-link' } })
})

test('a third time kept from one address is refused, on pages and interfaces; another address gets it', async () => {
  const keep = (startsAt: string, remoteAddress: string) =>
    app.inject({ method: 'POST', url: times(), remoteAddress, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `startsAt=${startsAt}` })
  const statuses = []
  for (const minute of [0, 15, 30]) statuses.push((await keep(at(9, minute), '203.0.113.5')).statusCode)
  const asked = { key: randomUUID(), placeId: aPlace().id, serviceIds: [aService().id], persons: 1, startsAt: at(10) }
  const third = await app.inject({ method: 'POST', url: '/public/v1/bookings', remoteAddress: '203.0.113.5', payload: asked })
  expect([...statuses, third.json<{ code: string }>().code, (await keep(at(9, 30), '203.0.113.6')).statusCode]).toEqual([303, 303, 409, 'appointments/too-many-holds', 303])
})
