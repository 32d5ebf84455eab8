import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentHash } from '../../../../shared/canonical.ts'
import { aContent, aTopic, aTownsSettings, aWording } from '../../../../shared/domains/alerts/testing.ts'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import type { Json } from '../../../../shared/json.ts'
import { AccountId, derivedUuid, PersonId, type AlertId } from '../../../../shared/ids.ts'
import { aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { CommandAnswer } from '../../../../shared/wire/commands.ts'
import type { AlertPaper } from '../../../../shared/wire/alert-papers.ts'
import { readPdf } from '../../letters/testing.ts'
import { testService, TEST_TOWN, type TestService } from '../../../testing.ts'

let town: TestService
beforeAll(async () => {
  town = await testService({ smtpUrl: 'smtp://127.0.0.1:1' })
  const second = aStaffAccount({
    id: AccountId.parse(derivedUuid('test/account', 'officer.two')), personId: PersonId.parse(derivedUuid('test/person', 'officer.two')), login: 'officer.two', name: 'Beate Zweite', grants: [{ role: 'officer', departmentId: null }],
  })
  await town.change([{ table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() }, { table: 'staff', row: second }])
  const people = ['handed', 'failed', 'waiting'].map(name => ({
    town_id: TEST_TOWN, id: randomUUID(), mode: 'live' as const, channel: 'email' as const, address: `zzgeheim.${name}@example.org`, language: 'de' as const, topic_ids: [aTopic().id], localities: [],
    state: 'active' as const, created_at: instantFromMs(town.clock.nowMs()),
  }))
  await town.database.db.insertInto('subscribers').values(people).execute()
})
afterAll(() => town.close())

const later = (minutes: number) => instantFromMs(town.clock.nowMs() + minutes * 60_000)

async function run(login: string, name: string, input: Json): Promise<string> {
  town.clock.move(60_000)
  const id = randomUUID()
  const seen = await town.database.db.selectFrom('alerts').select(['id', 'version']).execute()
  const basedOn = seen.flatMap(alert => (JSON.stringify(input).includes(alert.id) ? [{ table: 'alerts', ...alert }] : []))
  const command = { id, name, version: 1, input, basedOn, after: [], recordedAt: later(0) }
  const reply = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer(login), payload: { commands: [command] } })
  const [answer] = reply.json<{ readonly answers: readonly CommandAnswer[] }>().answers
  if (answer?.kind !== 'applied') throw new Error(reply.body)
  return id
}

async function begun(login: string, content: Content, mode: 'live' | 'training' = 'live'): Promise<AlertId> {
  await run(login, 'alerts.begin', { topicId: content.topicId, mode, content })
  return (await town.database.db.selectFrom('alerts').select('id').orderBy('created_at', 'desc').executeTakeFirstOrThrow()).id
}

const paper = async (login: string, alertId: string, what: string, payload?: object) =>
  town.app.inject({ method: payload ? 'POST' : 'GET', url: `/v1/alerts/${alertId}/${what}`, headers: await town.bearer(login), ...(payload && { payload }) })
const bytesOf = (reply: Awaited<ReturnType<typeof paper>>) => Buffer.from(reply.json<AlertPaper>().content, 'base64')
async function wordsOf(bytes: Uint8Array) {
  const { texts, ...read } = await readPdf(bytes)
  return { ...read, words: texts.map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ') }
}

/** Written, sent back, written again, released by a second person, partly handed over, stopped and ended by its all-clear. */
async function aWholeEvening(): Promise<AlertId> {
  const content = aContent({ endsAt: later(600), situationAt: null, channels: ['email', 'feed'], wordings: [aWording({ headline: '=Brand #let x = 1 am Bahnhof' })] })
  const id = await begun('clerk.ordnung', content)
  await run('clerk.ordnung', 'alerts.write', { alertId: id, content })
  await run('clerk.ordnung', 'alerts.submit', { alertId: id, contentHash: contentHash(content) })
  await run('lead.ordnung', 'alerts.return', { alertId: id, reason: 'Der Ort fehlt noch' })
  await run('clerk.ordnung', 'alerts.write', { alertId: id, content })
  await run('clerk.ordnung', 'alerts.submit', { alertId: id, contentHash: contentHash(content) })
  await run('lead.ordnung', 'alerts.release', { alertId: id, contentHash: contentHash(content), typed: 'ECHT' })
  const people = await town.database.db.selectFrom('subscribers').select(['id', 'address']).execute()
  await town.database.db.insertInto('alert_deliveries').values(people.map(({ id: subscriber, address }) => ({
    town_id: TEST_TOWN, alert_id: id, channel: 'email' as const, subscriber_id: subscriber, mode: 'live' as const, state: address.slice(9, address.indexOf('@')) as 'handed', attempts: 1, next_at: later(0),
    settled_at: later(0), reason: address.includes('failed') ? 'expired' : null,
  }))).execute()
  await run('officer', 'alerts.stop', { alertId: id, reason: 'Falscher Ort genannt' })
  await run('clerk.ordnung', 'alerts.follow-up', { alertId: id, kind: 'all-clear', content })
  const over = (await town.database.db.selectFrom('alerts').select('id').where('kind', '=', 'all-clear').executeTakeFirstOrThrow()).id
  await run('clerk.ordnung', 'alerts.submit', { alertId: over, contentHash: contentHash(content) })
  await run('officer', 'alerts.release', { alertId: over, contentHash: contentHash(content), typed: 'ECHT' })
  return id
}

test('the report tells all that was done and by whom, how many it reached on each way, and nobody who subscribed', async () => {
  const id = await aWholeEvening()
  const csv = bytesOf(await paper('lead.ordnung', id, 'report?form=csv')).toString('utf8')
  const steps = csv.split('\r\n').filter(line => line.startsWith('Verlauf;')).map(line => line.split(';').slice(2, 5))
  expect(steps).toEqual([
    ['Begonnen', 'clerk.ordnung', ''], ['Text geändert', 'clerk.ordnung', ''], ['Zur Freigabe gegeben', 'clerk.ordnung', ''], ['Zurückgegeben', 'lead.ordnung', 'Der Ort fehlt noch'],
    ['Text geändert', 'clerk.ordnung', ''], ['Zur Freigabe gegeben', 'clerk.ordnung', ''], ['Freigegeben', 'lead.ordnung', ''], ['Versand angehalten', 'officer', 'Falscher Ort genannt'], ['Durch die Entwarnung beendet', 'officer', ''],
  ])
  expect(csv).toMatch(/^\uFEFFAbschnitt;Zeitpunkt;/)
  expect(csv).toMatch(/Weg;;E-Mail;;[^;]*;1;1;1;"22\.11\.2026, /)
  expect(csv).toContain('Grund;;E-Mail;;Zeit abgelaufen;;1;')
  const pdf = await wordsOf(bytesOf(await paper('clerk.ordnung', id, 'report?form=pdf')))
  expect([pdf.isTagged, pdf.metadata.includes('pdfuaid'), pdf.roles.filter(role => role === 'Table').length]).toEqual([true, true, 3])
  for (const part of ['=Brand #let x = 1 am Bahnhof', 'Der Ort fehlt noch', 'Falscher Ort genannt', 'Durch die Entwarnung beendet', 'E-Mail', 'nach der Freigabe', 'beendet']) expect(pdf.words).toContain(part)
  expect(`${csv}${pdf.words}`).not.toContain('zzgeheim')
})

test('what one person sent alone is told with the reason and what another one said of it', async () => {
  const content = aContent({ endsAt: later(30), situationAt: null, channels: ['feed'] })
  const id = await begun('officer', content)
  await run('officer', 'alerts.release-alone', { alertId: id, contentHash: contentHash(content), typed: 'ECHT', reason: 'Niemand sonst erreichbar' })
  await run('officer.two', 'alerts.review', { alertId: id, verdict: 'disputed', note: 'Ich war im Haus' })
  town.clock.move(3_600_000)
  const csv = bytesOf(await paper('officer', id, 'report?form=csv')).toString('utf8')
  for (const part of ['Allein freigegeben (Notweg);officer;Niemand sonst erreichbar', 'Notweg beanstandet;Beate Zweite;Ich war im Haus', 'Zeit abgelaufen;;', 'Meldung;;Stand;;Zeit abgelaufen']) expect(csv).toContain(part)
})

const REQUEST = { level: 1, means: ['cell-broadcast', 'sirens'], contactName: 'Jörg Wernicke', contactPhone: '03935 93170' }

test('the request to the county is filled in with what was chosen, the area, the words with their length and a line to sign', async () => {
  const content = aContent({
    endsAt: later(600), areas: [{ kind: 'locality', name: 'Tangerhütte' }, { kind: 'circle', name: 'Bahnhof', centre: [52.43, 11.8], radiusKm: 1.5 }],
    wordings: [aWording({ headline: 'Brand', text: `„Rauch“ ${'ä'.repeat(700)}`, instruction: '' })],
  })
  const pdf = await wordsOf(bytesOf(await paper('lead.ordnung', await begun('clerk.ordnung', content), 'county-form', REQUEST)))
  for (const part of [
    'Antrag auf Warnung über das Modulare Warnsystem', 'Warnstufe 1: akute Gefahr (gewünscht)', 'Sirenen (gewünscht)', 'Tangerhütte, Bahnhof', 'Bahnhof: 1,5 km um 52.43000 11.80000', '714 von höchstens 615 Zeichen',
    'Für Cell Broadcast sind das 99 zu viel.', 'erweiterten Zeichensatz: „ “.', 'Jörg Wernicke, 03935 93170', 'Unterschrift', 'noch nicht hinausgegeben',
  ]) expect(pdf.words).toContain(part)
  expect(pdf.words).not.toMatch(/Warn-Apps \(gewünscht\)|ÜBUNG/)
  expect([pdf.isTagged, pdf.metadata.includes('pdfuaid')]).toEqual([true, true])
})

test('a request for a drill says so on every page; a whole message within the limit is not called too long', async () => {
  const pdf = await wordsOf(bytesOf(await paper('officer', await begun('officer', aContent({ endsAt: later(600) }), 'training'), 'county-form', { ...REQUEST, means: ['app'] })))
  expect(pdf.words).toMatch(/ÜBUNG ÜBUNG ÜBUNG[^]*zur Übung/)
  expect(pdf.words).toMatch(/von höchstens 1\.395 Zeichen im Grundzeichensatz/)
})

test('papers are for those whose topic it is; the request for whoever may release', async () => {
  const id = await begun('clerk.ordnung', aContent({ endsAt: later(600) }))
  const codes = await Promise.all((['clerk.bau', 'administrator', 'clerk.ordnung', 'lead.ordnung', 'officer'] as const).map(async login =>
    [(await paper(login, id, 'report?form=csv')).statusCode, (await paper(login, id, 'county-form', REQUEST)).json<{ readonly code?: string }>().code ?? 'made']))
  expect(codes).toEqual([[404, 'commands/record-missing'], [404, 'commands/record-missing'], [200, 'commands/not-allowed'], [200, 'made'], [200, 'made']])
})

test('who had those tried again whom a message had not reached is told too', async () => {
  const content = aContent({ endsAt: later(600), situationAt: null, channels: ['email'] })
  const id = await begun('clerk.ordnung', content)
  await run('clerk.ordnung', 'alerts.submit', { alertId: id, contentHash: contentHash(content) })
  await run('lead.ordnung', 'alerts.release', { alertId: id, contentHash: contentHash(content), typed: 'ECHT' })
  expect((await paper('lead.ordnung', id, 'retry', { channel: 'email' })).statusCode).toBe(200)
  expect(bytesOf(await paper('lead.ordnung', id, 'report?form=csv')).toString()).toMatch(/Fehlgeschlagene erneut versucht.{0,5}lead\.ordnung/)
})
