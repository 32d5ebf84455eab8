import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { derivedUuid, AlertId } from '../../../../shared/ids.ts'
import { referenceTo } from '../../../../shared/domains/alerts/identifier.ts'
import { anAlert, anImprint, aTopic, aTownsSettings, aWording, somebody } from '../../../../shared/domains/alerts/testing.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import { TEST_TOWN, testService, type TestService } from '../../../testing.ts'
import { messagePush } from '../push/message-push.ts'
import { deviceLine } from '../push/push-device.ts'
import { MOST_PAYLOAD_BYTES } from '../push/push-payload.ts'
import { aBrowser, startPushSink, type Browser, type PushAnswer, type PushSink, type SunkPush } from '../push/testing.ts'
import { released, subscribe } from './testing.ts'

const HOUR_MS = 3_600_000
const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function townWithPush(answers?: (path: string) => PushAnswer): Promise<{ readonly town: TestService; readonly sink: PushSink; readonly add: (name: string, language?: 'de' | 'en') => Promise<Browser> }> {
  const sink = await startPushSink(answers)
  open.push(() => sink.close())
  const town = await testService({ pushContact: 'mailto:it@tangerhuette.example', pushHosts: [sink.host], publicUrl: 'https://rathaus.example' })
  open.push(() => town.close())
  await town.change([{ table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() }])
  return {
    town, sink,
    add: async (name, language = 'de') => {
      const browser = aBrowser(sink.origin, name)
      await subscribe(town, 'push', deviceLine(browser.device), language)
      return browser
    },
  }
}

const send = (town: TestService): Promise<number> => town.outgoing.alerts.sender.runDue()
const to = (sink: PushSink, name: string): readonly SunkPush[] => sink.posted().filter(({ path }) => path === `/push/${name}`)

async function progress(town: TestService, id: AlertId): Promise<WayProgress | undefined> {
  const reply = await town.app.inject({ url: `/v1/alerts/${id}/progress`, headers: await town.bearer('lead.ordnung') })
  return reply.json<{ readonly ways: readonly WayProgress[] }>().ways.find(({ channel }) => channel === 'push')
}

async function verified({ headers }: SunkPush, origin: string, atMs: number) {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(String(headers.authorization)) ?? []
  const point = Buffer.from(key, 'base64url')
  const openHalf = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } })
  return { key, ...await jwtVerify(token, openHalf, { audience: origin, currentDate: new Date(atMs) }) }
}

test('every browser gets the short words of its language, which nobody else can read, from the town that it knows', async () => {
  const { town, sink, add } = await townWithPush()
  const [german, english] = [await add('german'), await add('english', 'en')]
  const id = await released(town, { channels: ['push'], wordings: [aWording(), aWording({ language: 'en', headline: 'Fire', short: 'Close windows.' })] })
  await send(town)
  const [[pushed], [other]] = [to(sink, 'german'), to(sink, 'english')]
  if (!pushed) throw new Error('nothing came')
  const tag = `tangerhuette.${id}`
  expect(german.read(pushed)).toEqual({
    kind: 'message', title: 'Böschungsbrand an der Bahn in Tangerhütte', body: 'Brand an der Bahn in Tangerhütte: Fenster schließen, Bahnhof meiden.', language: 'de',
    tag, matter: tag, isGrave: true, url: expect.stringMatching(new RegExp(`/portal/messages/${tag}$`)), link: null,
  })
  expect(english.read(other)).toMatchObject({ title: 'Fire', body: 'Close windows.', url: expect.stringMatching(/\?lang=en$/) })
  expect(() => english.read(pushed)).toThrow(/authenticate/)
  expect(pushed.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '3600', urgency: 'high', topic: expect.stringMatching(/^[\w-]{32}$/) })
  const { key, payload } = await verified(pushed, sink.origin, town.clock.nowMs())
  expect(payload).toMatchObject({ sub: 'mailto:it@tangerhuette.example', exp: town.clock.nowMs() / 1_000 + 43_200 })
  expect((await town.app.inject('/public/v1/alerts/topics')).json()).toMatchObject({ pushKey: key, topics: [{ ways: ['email', 'push'] }] })
  expect(await progress(town, id)).toMatchObject({ state: 'done', handed: 2, failed: 0 })
})

test('a browser that is not there any more is forgotten, one that takes nothing so large fails, and the others have their message', async () => {
  const answers = new Map<string, PushAnswer>([['/push/gone', 410], ['/push/unknown', 404], ['/push/small', 413], ['/push/moved', 302]])
  const { town, sink, add } = await townWithPush(path => answers.get(path) ?? 201)
  for (const name of ['gone', 'unknown', 'small', 'moved', 'there']) await add(name)
  const id = await released(town, { channels: ['push'] })
  await send(town)
  expect(await progress(town, id)).toMatchObject({ state: 'done', handed: 1, failed: 4, reasons: expect.arrayContaining([{ reason: 'unsubscribed', people: 2 }, { reason: 'http 413', people: 1 }, { reason: 'http 302', people: 1 }]) })
  const rows = await town.database.db.selectFrom('subscribers').select(['state', 'address', 'topic_ids']).where('channel', '=', 'push').orderBy('state').execute()
  expect(rows.map(({ state }) => state)).toEqual(['active', 'active', 'active', 'bounced', 'bounced'])
  expect(rows.slice(3)).toEqual([{ state: 'bounced', address: '', topic_ids: [] }, { state: 'bounced', address: '', topic_ids: [] }])
  expect(town.logged.join('\n')).not.toContain('/push/')
  expect(sink.posted()).toHaveLength(5)
})

test('who is busy is left alone for as long as it says, everybody behind it too, and gets it under the same name', async () => {
  let isBusy = true
  const { town, sink, add } = await townWithPush(() => (isBusy ? [429, '90'] : 201))
  const browser = await add('one')
  const id = await released(town, { channels: ['push'] })
  await send(town)
  const other = await add('two')
  const later = await released(town, { channels: ['push'], severity: 'Extreme' })
  for (let times = 0; times < 3; times++) {
    town.clock.move(20_000)
    await send(town)
  }
  expect(sink.posted()).toHaveLength(1)
  expect([await progress(town, id), await progress(town, later)]).toMatchObject([{ state: 'open', waiting: 1 }, { state: 'open', waiting: 2 }])
  isBusy = false
  town.clock.move(60_000)
  await send(town)
  expect(new Set(to(sink, 'one').slice(1).map(pushed => browser.read(pushed).tag))).toEqual(new Set([`tangerhuette.${id}`, `tangerhuette.${later}`]))
  expect([browser.read(to(sink, 'one')[0]).tag, other.read(to(sink, 'two')[0]).tag]).toEqual([`tangerhuette.${id}`, `tangerhuette.${later}`])
  expect([await progress(town, id), await progress(town, later)]).toMatchObject([{ state: 'done', handed: 1 }, { state: 'done', handed: 2 }])
})

test('the first message carries the link by which a device confirms; a device that is gone before is forgotten at once', async () => {
  const { town, sink } = await townWithPush(path => (path === '/push/gone' ? 410 : 201))
  const [there, gone] = [aBrowser(sink.origin, 'there'), aBrowser(sink.origin, 'gone')]
  for (const { device } of [there, gone]) {
    const asked = await town.app.inject({ method: 'POST', url: '/public/v1/alerts/devices', payload: { device, topicIds: ['gefahren'], localities: ['Uchtdorf'], language: 'de' } })
    expect(asked.statusCode).toBe(202)
  }
  await town.outgoing.worker.runDue()
  const states = () => town.database.db.selectFrom('subscribers').select('state').where('channel', '=', 'push').execute()
  expect(await states()).toEqual([{ state: 'unconfirmed' }])
  const { kind, body, link } = there.read(to(sink, 'there')[0])
  expect([kind, body]).toEqual(['welcome', 'Auf diesem Gerät erscheinen jetzt: Gefahrenhinweise. Ändern oder beenden: hier antippen.'])
  const confirmed = await town.app.inject({ method: 'POST', url: `/public/v1/alerts/subscriptions/${link}/confirmation`, payload: {} })
  expect(confirmed.json()).toMatchObject({ state: 'active', way: 'push', email: '', localities: ['Uchtdorf'] })
  expect(await states()).toEqual([{ state: 'active' }])
})

test('a drill has no way to browsers, and without a contact nobody pretends', async () => {
  const { town, sink, add } = await townWithPush()
  await add('one')
  await released(town, { channels: ['push', 'feed'] }, 'training')
  await send(town)
  expect(sink.posted()).toEqual([])
  const query = { topicId: 'gefahren', areas: [{ kind: 'locality', name: 'Tangerhütte' }], channels: ['push'], earlier: [] }
  const audience = async (of: TestService, mode: string) =>
    (await of.app.inject({ method: 'POST', url: '/v1/alerts/audience', headers: await of.bearer('lead.ordnung'), payload: { ...query, mode } })).json()
  expect([await audience(town, 'live'), await audience(town, 'training')]).toMatchObject([{ ways: [{ channel: 'push', language: 'de', people: 1 }], away: [] }, { ways: [], away: ['push'] }])
  const mute = await testService()
  open.push(() => mute.close())
  await mute.change([{ table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() }])
  expect([await audience(mute, 'live'), (await mute.app.inject('/public/v1/alerts/topics')).json()]).toMatchObject([{ away: ['push'] }, { pushKey: null, topics: [{ ways: ['email'] }] }])
})

test('a later message takes the place of the one before, and a long one is cut to what every service takes', () => {
  const now = instantFromMs(Date.UTC(2026, 10, 22, 20, 0))
  const by = { at: now, byPersonId: somebody(2, 'lead').personId, byName: 'Person 1' }
  const before = anAlert({ released: { ...by, contentHash: '0'.repeat(64), ...anImprint(), emergency: null } })
  const reference = referenceTo(TEST_TOWN, before)
  if (!reference) throw new Error('not released')
  const short = '😀"\n'.repeat(5_000)
  const later = anAlert({ id: AlertId.parse(derivedUuid('test/alert', 'two')), kind: 'all-clear', earlier: [reference], content: { ...before.content, severity: 'Minor', wordings: [aWording({ short })], endsAt: instantFromMs(Date.UTC(2026, 10, 22, 20, 0) + 90 * 24 * HOUR_MS) } })
  const [first, second] = [before, later].map(alert => messagePush({ townId: TEST_TOWN, alert }, 'de', 'https://rathaus.example', now))
  expect([second?.topic, second?.urgency, second?.seconds]).toEqual([first?.topic, 'normal', 28 * 86_400])
  const bytes = Buffer.byteLength(second?.payload ?? '')
  expect(bytes).toBeLessThanOrEqual(MOST_PAYLOAD_BYTES)
  expect(bytes).toBeGreaterThan(MOST_PAYLOAD_BYTES - 20)
  expect(JSON.parse(second?.payload ?? '')).toMatchObject({ title: 'Entwarnung: Böschungsbrand an der Bahn in Tangerhütte', matter: reference.identifier, body: expect.stringMatching(/^Entwarnung: 😀"\n.*…$/su) })
})
