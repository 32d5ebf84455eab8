import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aTopic, aTownsSettings } from '../../shared/domains/alerts/testing.ts'
import { DepartmentId, TopicId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import { createSubscriptionDelivery } from '../domains/alerts/subscribers/mail/deliver-subscription.ts'
import { createSubscriptionLinks } from '../domains/alerts/subscribers/subscription-links.ts'
import { startMailSink, type MailSink } from '../demo/mail-sink.ts'
import { createSmtpTransport } from '../delivery/smtp.ts'
import { aLog } from '../delivery/testing.ts'
import { createWorker } from '../delivery/worker.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp, textOf, to, visiting } from './testing.ts'

const START_MS = Date.UTC(2026, 10, 22, 9, 0)
const HOUR_MS = 3_600_000
const pool = aTopic({ id: TopicId.parse('freibaeder'), kind: 'news', name: { de: 'Freibäder', en: '' }, description: { de: 'Wann sie offen sind', en: '' }, position: 2 })

let town: TestTown
let app: FastifyInstance
let sink: MailSink
beforeAll(async () => {
  town = await townForCitizens()
  sink = await startMailSink({ port: 0 })
  const origin = { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at: instantFromMs(START_MS) }
  await town.database.db.transaction().execute(trx => commitChanges(trx, origin, [
    { table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: TOWN_SCOPE, version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
    { table: 'alert_settings', row: aTownsSettings() }, { table: 'alert_topics', row: aTopic() }, { table: 'alert_topics', row: pool },
    { table: 'alert_topics', row: aTopic({ id: TopicId.parse('gone'), name: { de: 'Altes Thema', en: '' }, active: false }) },
    { table: 'alert_topics', row: aTopic({ id: TopicId.parse('screens'), name: { de: 'Nur Anzeigen', en: '' }, channels: ['display'] }) },
  ]))
})
afterAll(async () => {
  await sink.close()
  await town.database.close()
})
beforeEach(async () => {
  town.clock.set(START_MS)
  await town.database.db.deleteFrom('subscribers').execute()
  await town.database.db.deleteFrom('jobs').execute()
  app = await citizensApp(town)
  return () => app.close()
})

const { get, post } = visiting(() => app)
const TYPED = { topic: 'gefahren', locality: 'Uchtdorf', language: 'de', email: 'Kerstin.Wulf@example.org' }
const ask = (fields: Partial<typeof TYPED> = {}, query = '') => post(`/portal/info${query}`, { ...TYPED, ...fields })

/** What the town's mail server gets now. */
async function mails() {
  const transport = createSmtpTransport(sink.smtpUrl)
  const links = createSubscriptionLinks(town.database)
  const deliver = createSubscriptionDelivery({ database: town.database, transport, sender: { townName: 'Stadt Tangerhütte', from: 'rathaus@tangerhuette.example' }, links, portalUrl: () => 'https://portal.example' })
  const before = sink.messages().length
  await createWorker({ database: town.database, townId: TOWN_ID, clock: town.clock, deliver: new Map([['subscription-email', deliver]]), log: aLog(), random: () => 0 }).runDue()
  transport.close()
  return sink.messages().slice(before)
}
const linkIn = (text: string): string => /https:\/\/portal\.example(\/portal\/info\/[\w-]{43})/.exec(text)?.[1] ?? ''
async function confirmed(fields: Partial<typeof TYPED> = {}): Promise<string> {
  await ask(fields)
  const [mail] = await mails()
  const link = linkIn(mail?.text ?? '')
  await post(`${link}/confirmation`)
  return link
}
const rows = () => town.database.db.selectFrom('subscribers').select(['state', 'address', 'language', 'topic_ids', 'localities', 'confirmed_at']).orderBy('created_at').execute()

test('from the list over the e-mail to messages that are confirmed, changed and ended', async () => {
  expect((await get('/portal')).body).toContain('href="/portal/info"')
  const page = textOf((await get('/portal/info')).body)
  expect(page).toMatch(/Gefahrenhinweise .*Freibäder Wann sie offen sind .*Tangerhütte Uchtdorf .*Deutsch English/)
  for (const hidden of ['Altes Thema', 'Nur Anzeigen']) expect(page).not.toContain(hidden)
  const asked = await ask()
  expect([asked.statusCode, to(asked)]).toEqual([303, '/portal/info/sent'])
  expect(textOf((await get(to(asked))).body)).toContain('Bitte sehen Sie in Ihr E-Mail-Postfach')
  const [mail, ...more] = await mails()
  expect([more.length, mail?.to, mail?.subject]).toEqual([0, ['Kerstin.Wulf@example.org'], 'Bitte bestätigen: Nachrichten der Stadt – Stadt Tangerhütte'])
  const link = linkIn(mail?.text ?? '')
  // Programs that look into e-mails open links: that alone changes nothing.
  const opened = await get(link)
  expect(textOf(opened.body)).toMatch(/Möchten Sie diese Nachrichten bekommen\? .*Gefahrenhinweise .*Uchtdorf .*K…@example\.org Ja, Nachrichten bekommen/)
  expect(opened.body).not.toContain('Kerstin')
  expect((await rows())[0]).toMatchObject({ state: 'unconfirmed', confirmed_at: null })
  expect(to(await post(`${link}/confirmation`))).toBe(`${link}?done=confirmed`)
  expect(textOf((await get(`${link}?done=confirmed`)).body)).toContain('Alles erledigt')
  expect(to(await post(link, { topic: 'freibaeder', language: 'en' }))).toBe(`${link}?done=changed`)
  expect(await rows()).toEqual([{ state: 'active', address: 'Kerstin.Wulf@example.org', language: 'en', topic_ids: ['freibaeder'], localities: [], confirmed_at: instantFromMs(START_MS) }])
  expect(textOf((await get(`${link}/end`)).body)).toContain('Möchten Sie sich abmelden?')
  expect((await rows())[0]?.state).toBe('active')
  expect(textOf((await post(`${link}/end`)).body)).toContain('Sie sind abgemeldet')
  expect(await rows()).toMatchObject([{ state: 'ended', address: '', topic_ids: [], localities: [] }])
  expect(textOf((await get(link)).body)).toContain('Sie sind abgemeldet')
  expect((await post(`${link}/confirmation`)).statusCode).toBe(303)
  expect((await rows())[0]?.state).toBe('ended')
})

test('a mail program ends it by one click: answered at once, led nowhere, however often', async () => {
  const link = await confirmed()
  for (let time = 0; time < 2; time++) {
    const answer = await post(`${link}/end`, { 'List-Unsubscribe': 'One-Click' })
    expect([answer.statusCode, answer.headers.location, answer.headers['set-cookie']]).toEqual([200, undefined, undefined])
  }
  expect((await rows())[0]?.state).toBe('ended')
})

test('whether an address is known is told to the address alone, and what it has stays as it is', async () => {
  const link = await confirmed()
  town.clock.set(START_MS + 60_000)
  const known = await ask({ topic: 'freibaeder', email: 'kerstin.wulf@EXAMPLE.org' })
  const unknown = await ask({ email: 'other@example.org' })
  expect([known.statusCode, known.headers.location, known.body]).toEqual([unknown.statusCode, unknown.headers.location, unknown.body])
  const sent = await mails()
  expect(sent.map(({ subject, to: [address] }) => `${address}: ${subject.split(' –')[0]}`).toSorted()).toEqual(['Kerstin.Wulf@example.org: Ihre Nachrichten der Stadt', 'other@example.org: Bitte bestätigen: Nachrichten der Stadt'])
  expect(linkIn(sent.find(({ subject }) => subject.startsWith('Ihre'))?.text ?? '')).toBe(link)
  expect((await rows())[0]).toMatchObject({ state: 'active', topic_ids: ['gefahren'] })
})

test('nobody fills a stranger’s mailbox: three e-mails a day, and the newest choice counts', async () => {
  for (let time = 0; time < 6; time++) {
    town.clock.set(START_MS + time * 60_000)
    expect((await ask({ topic: time === 5 ? 'freibaeder' : 'gefahren' })).statusCode).toBe(303)
  }
  expect(await mails()).toHaveLength(3)
  expect(await rows()).toMatchObject([{ state: 'unconfirmed', topic_ids: ['freibaeder'] }])
  town.clock.set(START_MS + 25 * HOUR_MS)
  await ask()
  expect(await mails()).toHaveLength(1)
})

test('a stranger’s mailbox has no more room for e-mails by other names of it', async () => {
  for (let number = 0; number < 8; number++) expect((await ask({ email: `Kerstin.Wulf+${number}@example.org` })).statusCode).toBe(303)
  expect((await mails()).map(({ to: [address] }) => address)).toEqual(['Kerstin.Wulf+0@example.org', 'Kerstin.Wulf+1@example.org', 'Kerstin.Wulf+2@example.org'])
  expect(await rows()).toHaveLength(3)
})

test('a link that nobody used for 48 hours opens nothing, one that was made up never did', async () => {
  await ask()
  const [mail] = await mails()
  const link = linkIn(mail?.text ?? '')
  town.clock.set(START_MS + 48 * HOUR_MS)
  for (const answer of [await get(link), await post(`${link}/confirmation`)]) expect([answer.statusCode, textOf(answer.body).includes('Dieser Link ist abgelaufen')]).toEqual([410, true])
  expect((await rows())[0]?.state).toBe('unconfirmed')
  for (const url of [`/portal/info/${'A'.repeat(43)}`, `/portal/info/${'A'.repeat(43)}/end`, '/portal/info/x']) expect((await get(url)).statusCode).toBe(404)
  expect((await post(`/portal/info/${'A'.repeat(43)}/end`)).statusCode).toBe(404)
})

test('what is missing or wrong stands beside its field, and nothing ticked or typed is lost', async () => {
  const nothing = await post('/portal/info', { email: '<b>kerstin@', locality: 'Uchtdorf' })
  expect(nothing.statusCode).toBe(422)
  expect(textOf(nothing.body)).toMatch(/Das hat noch nicht geklappt .*mindestens ein Thema .*eine E-Mail-Adresse ein/)
  expect([nothing.body.includes('value="&lt;b&gt;kerstin@"'), nothing.body.includes('value="Uchtdorf" checked'), nothing.body.includes('href="#topic-gefahren"')]).toEqual([true, true, true])
  expect([(await ask({ topic: 'gone' })).statusCode, (await ask({ locality: 'Berlin' })).statusCode, (await rows()).length]).toEqual([422, 422, 0])
  const link = await confirmed()
  expect((await post(link, { language: 'de' })).statusCode).toBe(422)
  expect((await rows())[0]).toMatchObject({ topic_ids: ['gefahren'] })
})

test('all of it in English, with German names where nobody has translated them', async () => {
  expect((await get('/portal/info?lang=en')).body).toContain('<span lang="de">Freibäder</span>')
  expect(to(await ask({ language: 'en' }, '?lang=en'))).toBe('/portal/info/sent?lang=en')
  const [mail] = await mails()
  expect([mail?.subject, mail?.text.includes('valid for 48 hours'), mail?.text.includes('?lang=en')]).toEqual(['Please confirm: messages from the town – Stadt Tangerhütte', true, true])
  expect(to(await post(`${linkIn(mail?.text ?? '')}/confirmation?lang=en`))).toMatch(/\?done=confirmed&lang=en$/)
})

test('a portal does the same by the interface', async () => {
  const json = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/public/v1/alerts${url}`, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
  }
  expect(await json('GET', '/topics')).toMatchObject({ status: 200, body: { topics: [{ id: 'gefahren' }, { id: 'freibaeder' }], localities: ['Tangerhütte', 'Uchtdorf'] } })
  const choice = { language: 'de', topicIds: ['gefahren', 'gefahren'], localities: [] }
  expect(await json('POST', '/subscriptions', { ...choice, email: 'a@example.org' })).toEqual({ status: 202, body: {} })
  expect(await json('POST', '/subscriptions', { ...choice, email: 'a@example.org', topicIds: ['gone'] })).toMatchObject({ status: 422, body: { code: 'alerts/not-offered', message: { de: expect.any(String) } } })
  const [mail] = await mails()
  const url = `/subscriptions/${linkIn(mail?.text ?? '').split('/').at(-1)}`
  expect(await json('GET', url)).toMatchObject({ status: 200, body: { state: 'unconfirmed', email: 'a…@example.org' } })
  expect(await json('POST', `${url}/confirmation`, {})).toMatchObject({ status: 200, body: { state: 'active', topicIds: ['gefahren'] } })
  expect(await json('PUT', url, { ...choice, topicIds: ['freibaeder'] })).toMatchObject({ status: 200, body: { topicIds: ['freibaeder'] } })
  expect(await json('POST', `${url}/end`, {})).toMatchObject({ status: 200, body: { state: 'ended', email: '' } })
  expect(await json('GET', `/subscriptions/${'A'.repeat(43)}`)).toMatchObject({ status: 404, body: { code: 'alerts/wrong-link' } })
})
