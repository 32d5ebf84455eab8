import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../shared/domains/appointments/tables.ts'
import type { Content } from '../../shared/domains/alerts/content.ts'
import { aContent, anAlert, anImprint, aTopic, aWording, somebody } from '../../shared/domains/alerts/testing.ts'
import type { Alert } from '../../shared/domains/alerts/tables.ts'
import { AlertId, AppointmentId, derivedUuid } from '../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import { testService, type TestService } from '../testing.ts'

/** Before the service's time. */
const ago = (minutes: number): Instant => instantFromMs(service.clock.nowMs() - minutes * 60_000)

let service: TestService
let path = ''
beforeAll(async () => {
  service = await testService()
  await service.change([
    { table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'resources', row: aResource(2, { name: '<Schalter 2>' }) },
    { table: 'appointment_services', row: aService() }, { table: 'opening_hours', row: someHours() },
  ])
  const reply = await service.app.inject({ url: `/v1/places/${aPlace().id}/display`, headers: await service.bearer('lead.ordnung') })
  path = new URL(reply.json<{ url: string }>().url).pathname
})
afterAll(() => service.close())

const here = (label: string, more: Partial<Appointment>): Appointment => anAppointment({
  id: AppointmentId.parse(derivedUuid('display', label)), channel: 'walk-in', resourceId: null, startsAt: ago(30), endsAt: ago(15), waitingSince: ago(30), name: 'Änne Großkopf', ...more,
})
const put = (...rows: readonly Appointment[]) => service.change(rows.map(row => ({ table: 'appointments', row }) as const))
const board = async (): Promise<string> => (await service.app.inject(`${path}/board`)).body
const shown = async (): Promise<readonly string[]> => [...(await board()).matchAll(/<(?:p|span) class="ticket">([^<]*)</g)].map(([, ticket]) => ticket ?? '')

test('numbers that were called in the last minutes stand there with their counter, the newest first, and no name does', async () => {
  expect(await board()).toContain('Bitte warten Sie')
  await put(
    here('a', { ticket: 'W001', status: 'serving', calledAt: ago(4), counterId: counterId(1) }), here('b', { ticket: 'T002', status: 'called', calledAt: ago(1), counterId: counterId(2) }),
    here('old', { ticket: 'W000', status: 'serving', calledAt: ago(11), counterId: counterId(1) }), here('gone', { ticket: 'W003', status: 'missed', calledAt: ago(2), counterId: null }),
    here('waits', { ticket: 'W004', status: 'waiting' }),
  )
  expect(await shown()).toEqual(['T002', 'W001'])
  const text = await board()
  expect(text).toContain('&lt;Schalter 2&gt;')
  expect(text).toMatch(/Wartende: <strong>1<\/strong>.*Wartezeit: etwa <strong>\d+ min<\/strong>/)
  expect(`${text}${(await service.app.inject(path)).body}`).not.toMatch(/Großkopf|aenne/)
})

test('somebody called again is new on it, and yesterday’s are not', async () => {
  const before = /data-newest="[^"]+"/.exec(await board())?.[0]
  await put(here('b', { ticket: 'T002', status: 'called', calledAt: ago(0), callCount: 2, counterId: counterId(2) }), here('y', { ticket: 'W009', status: 'waiting', waitingSince: ago(24 * 60) }))
  expect(/data-newest="[^"]+"/.exec(await board())?.[0]).not.toBe(before)
  expect(await board()).toMatch(/Wartende: <strong>1</)
})

test('who knows no key of a place finds nothing, and a key for something else opens nothing', async () => {
  const key = path.split('/').at(-1) ?? ''
  for (const wrong of [`${key.slice(0, -2)}AA`, key.slice(1), 'x', `B${key.slice(1)}`])
    expect((await service.app.inject(`/display/${wrong}`)).statusCode, wrong).toBe(404)
  expect((await service.app.inject(`/portal/appointments/${key}`)).statusCode).toBe(404)
})

test('the page runs its own script alone and is kept by nobody', async () => {
  const { headers, body } = await service.app.inject(path)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(body).not.toMatch(/<script>|style=|onclick/)
  for (const asset of ['/display/style.css', '/display/script.js']) expect((await service.app.inject(asset)).statusCode).toBe(200)
})

test('an address that was taken back opens nothing at once, and the next one opens the same place', async () => {
  const [before, headers] = [path, await service.bearer('lead.ordnung')]
  const renewed = await service.app.inject({ method: 'POST', url: `/v1/places/${aPlace().id}/display`, headers, payload: {} })
  path = new URL(renewed.json<{ url: string }>().url).pathname
  expect(path).not.toBe(before)
  for (const url of [before, `${before}/board`]) expect((await service.app.inject(url)).statusCode).toBe(404)
  expect((await service.app.inject(path)).body).toContain('Bürgeramt')
  expect((await service.app.inject({ url: `/v1/places/${aPlace().id}/display`, headers })).json()).toEqual(renewed.json())
})

test('a place that was closed for good has no display', async () => {
  await service.change([{ table: 'places', row: aPlace({ active: false }) }])
  expect((await service.app.inject(path)).statusCode).toBe(404)
  await service.change([{ table: 'places', row: aPlace() }])
})

test('messages that hold hang above the numbers, the gravest first, in both languages, until they are over; no drill does', async () => {
  const released = { at: ago(1), byPersonId: somebody(2, 'lead').personId, byName: 'Person 2', contentHash: '0'.repeat(64), ...anImprint(), emergency: null }
  const submitted = { at: ago(2), byPersonId: somebody(1, 'clerk').personId, byName: 'Person 1', contentHash: '0'.repeat(64) }
  const message = (label: string, headline: string, more: Partial<Alert> = {}, content: Partial<Content> = {}) => ({ table: 'alerts', row: anAlert({
    id: AlertId.parse(derivedUuid('display', label)), released, submitted, ...more,
    content: aContent({ channels: ['display'], endsAt: ago(-10), wordings: [aWording({ headline }), aWording({ language: 'en', headline: 'Fire <1>', short: 'Close windows.' })], ...content }),
  }) }) as const
  await service.change([{ table: 'alert_topics', row: aTopic() }, message('news', 'Markt fällt aus', {}, { severity: 'Minor' }), message('fire', 'Brand'), message('drill', 'Übungsbrand', { mode: 'training' }), message('feed', 'Nur im Netz', {}, { channels: ['feed'] }), message('past', 'Vorbei', {}, { endsAt: ago(0) }), message('draft', 'Entwurf', { released: null })])
  const headlines = async () => [...(await board()).matchAll(/class="headline">([^<]*)</g)].map(([, headline]) => headline)
  expect(await headlines()).toEqual(['Brand', 'Markt fällt aus'])
  expect(await board()).toContain('<p class="other" lang="en">Fire &lt;1&gt;. Close windows.</p>')
  service.clock.move(11 * 60_000)
  expect(await headlines()).toEqual([])
})
