import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contentHash } from '../../shared/canonical.ts'
import { identifierOf, referenceTo } from '../../shared/domains/alerts/identifier.ts'
import { aContent, anAlert, anImprint, aTopic, aTownsSettings, aWording, somebody } from '../../shared/domains/alerts/testing.ts'
import type { Alert } from '../../shared/domains/alerts/tables.ts'
import { AlertId, DepartmentId, derivedUuid, TopicId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { PushDevice } from '../../shared/wire/public-alerts.ts'
import { pushKey } from '../domains/alerts/push/push-keys.ts'
import { aBrowser } from '../domains/alerts/push/testing.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { citizensApp, textOf, visiting } from './testing.ts'

const START_MS = Date.UTC(2026, 10, 22, 19, 38)
const HOUR_MS = 3_600_000
const at = instantFromMs(START_MS)
const origin = { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at }
const HOSTS = ['push.example', '*.push.apple.com', '127.0.0.1:4711']

let town: TestTown
let app: FastifyInstance
beforeAll(async () => {
  town = await townForCitizens()
  await town.database.db.transaction().execute(trx => commitChanges(trx, origin, [
    { table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: TOWN_SCOPE, version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
    { table: 'alert_settings', row: aTownsSettings() }, { table: 'alert_topics', row: aTopic() },
    { table: 'alert_topics', row: aTopic({ id: TopicId.parse('by-mail'), name: { de: 'Ausschreibungen', en: '' }, channels: ['email'] }) },
    { table: 'alert_topics', row: aTopic({ id: TopicId.parse('by-push'), name: { de: 'Freibäder', en: '' }, channels: ['push'] }) },
  ]))
})
afterAll(() => town.database.close())
beforeEach(async () => {
  town.clock.set(START_MS)
  await town.database.db.deleteFrom('subscribers').execute()
  await town.database.db.deleteFrom('jobs').execute()
  app = await citizensApp(town, { push: { hosts: HOSTS, key: () => pushKey(town.database.db, TOWN_ID, at) } })
  return () => app.close()
})

const { get, post } = visiting(() => app)
const { device } = aBrowser('https://push.example', 'one')
const ask = async (more: Partial<PushDevice> = {}, topicIds: readonly string[] = ['gefahren'], language = 'de') => {
  const answer = await app.inject({ method: 'POST', url: '/public/v1/alerts/devices', payload: { device: { ...device, ...more }, topicIds, localities: [], language } })
  return { status: answer.statusCode, code: answer.json<{ readonly code?: string }>().code }
}
const rows = () => town.database.db.selectFrom('subscribers').select(['state', 'channel', 'topic_ids', 'language']).execute()

test.each([
  ['in the town’s own network', 'https://10.0.0.5/push'], ['on this machine', 'https://localhost/push'], ['of nobody we know', 'https://push.example.evil.test/push'], ['with another port', 'https://push.example:8443/push'],
  ['without encryption', 'http://push.example/push'], ['with a name and a password', 'https://push.example@evil.test/push'], ['below another name', 'https://evilpush.apple.com/push'],
  ['that is another one in the end', 'https://push.example\\@evil.test/push'], ['with a blank', 'https://push.example/a b'], ['without encryption on this machine and another port', 'http://127.0.0.1:80/push'], ['that is none', 'push'],
])('the service never posts to an address %s', async (_what, endpoint) => {
  expect([await ask({ endpoint }), await rows()]).toEqual([{ status: 422, code: 'alerts/device-unknown' }, []])
})

test('a browser without a key to encrypt for is refused, one of a maker we know is asked', async () => {
  expect(await ask({ keys: { ...device.keys, p256dh: 'A'.repeat(87) } })).toEqual({ status: 422, code: 'alerts/device-unknown' })
  expect([await ask({ endpoint: 'https://web.push.apple.com/abc' }), await ask({ endpoint: 'http://127.0.0.1:4711/x' })]).toEqual([{ status: 202 }, { status: 202 }])
  expect(await rows()).toMatchObject([{ state: 'unconfirmed', channel: 'push' }, { state: 'unconfirmed', channel: 'push' }])
})

test('a choice made again counts, one that there is on no device is refused, and nobody sets off more than ten first messages a day', async () => {
  for (let time = 0; time < 12; time++) {
    town.clock.set(START_MS + time * 60_000)
    expect(await ask({}, ['gefahren', 'by-push'].slice(time % 2), 'en')).toEqual({ status: 202 })
  }
  expect(await rows()).toEqual([{ state: 'unconfirmed', channel: 'push', topic_ids: ['by-push'], language: 'en' }])
  expect(await town.database.db.selectFrom('jobs').select('kind').execute()).toEqual(Array.from({ length: 10 }, () => ({ kind: 'subscription-push' })))
  expect(await ask({}, ['by-mail'])).toEqual({ status: 422, code: 'alerts/not-offered' })
})

test('the page tells what there is by one way alone, and by e-mail only that is sent', async () => {
  const page = (await get('/portal/info')).body
  expect(textOf(page)).toMatch(/Ausschreibungen Nur per E-Mail\. .*Freibäder Nur auf dem Gerät\. .*Per E-Mail .*Oder auf diesem Gerät/)
  expect((await post('/portal/info', { topic: 'by-push', language: 'de', email: 'a@example.org' })).statusCode).toBe(422)
  const bare = await citizensApp(town)
  const without = await bare.inject('/portal/info')
  expect([textOf(without.body).includes('Gerät'), without.body.includes('Freibäder'), String(without.headers['content-security-policy']).includes('script-src')]).toEqual([false, false, false])
  await bare.close()
})

test('all words of a message stand on its page, and that it no longer holds; drills and what was stopped do not', async () => {
  const by = { at, byPersonId: somebody(2, 'lead').personId, byName: 'Person 2' }
  const message = (name: string, more: Partial<Alert> = {}): Alert => {
    const content = aContent({ wordings: [aWording({ headline: `Brand <${name}>` })], endsAt: instantFromMs(START_MS + HOUR_MS) })
    const said = { ...by, contentHash: contentHash(content) }
    return anAlert({
      id: AlertId.parse(derivedUuid('test/alert', name)), content, submitted: { ...said, byPersonId: somebody(3, 'clerk').personId },
      released: { ...said, ...anImprint(), emergency: null }, ...more,
    })
  }
  const allClear = message('clear', { kind: 'all-clear' })
  const reference = referenceTo(TOWN_ID, allClear)
  const [live, over, drill, stopped] = [message('live'), message('over', { endedById: allClear.id }), message('drill', { mode: 'training' }), message('stopped', { stopped: { ...by, reason: 'Irrtum' } })]
  await town.database.db.transaction().execute(trx => commitChanges(trx, origin, [allClear, live, over, drill, stopped].map(row => ({ table: 'alerts' as const, row }))))
  const pageOf = async (alert: Alert, query = '') => textOf((await get(`/portal/messages/${identifierOf(TOWN_ID, alert)}${query}`)).body)
  expect(await pageOf(live)).toMatch(/Meldung der Stadt .*Brand &lt;live&gt; .*Schließen Sie Fenster .*Gesendet: Sonntag, 22\. November 2026, 20:38 Uhr/)
  expect(await pageOf(live)).not.toContain('gilt nicht mehr')
  expect((await get(`/portal/messages/${identifierOf(TOWN_ID, live)}?lang=en`)).body).toContain('<article class="message is-hazard" lang="de">')
  expect([(await get(`/portal/messages/${identifierOf(TOWN_ID, over)}`)).body.includes(`/portal/messages/${reference?.identifier}"`), (await pageOf(over)).includes('Es gibt eine neuere')]).toEqual([true, true])
  town.clock.set(START_MS + HOUR_MS)
  expect(await pageOf(live)).toContain('Ihre Zeit ist abgelaufen')
  for (const gone of [drill, stopped]) expect((await get(`/portal/messages/${identifierOf(TOWN_ID, gone)}`)).statusCode).toBe(404)
  for (const name of ['x', `${TOWN_ID}.x`, `other.${live.id}`]) expect((await get(`/portal/messages/${name}`)).statusCode).toBe(404)
})
