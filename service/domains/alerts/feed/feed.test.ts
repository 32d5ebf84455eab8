import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { createLocalJWKSet, flattenedVerify, type JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentHash } from '../../../../shared/canonical.ts'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import { aContent, aTopic, aTownsSettings, aWording } from '../../../../shared/domains/alerts/testing.ts'
import { problemsOfForm, problemsOfMeaning } from '../../../../shared/formats/cap/check.ts'
import { textOf } from '../../../../shared/formats/cap/element.ts'
import { readXml } from '../../../../shared/formats/cap/xml.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { TestService } from '../../../testing.ts'
import { command, released, submitted, townWithTopic } from '../ways/testing.ts'
import { mailTime } from './rss.ts'

let town: TestService
beforeAll(async () => {
  town = await townWithTopic({ publicUrl: 'https://rathaus.example' })
})
afterAll(() => town.close())

const feed: Partial<Content> = { channels: ['feed'] }
const read = (url: string, mark?: string) => town.app.inject({ url, headers: mark === undefined ? {} : { 'if-none-match': mark } })
const capOf = (id: AlertId, mode: 'live' | 'training' = 'live'): string =>
  (mode === 'live' ? `/public/v1/alerts/cap/tangerhuette.${id}.xml` : `/public/v1/drills/cap/tangerhuette.UEBUNG.${id}.xml`)

/** Whether a signature beside a text is one of these keys'. */
async function isSigned(text: string, detached: unknown, keysAt: string): Promise<boolean> {
  const keys = createLocalJWKSet((await read(keysAt)).json<JSONWebKeySet>())
  const [header = '', , signature = ''] = String(detached).split('.')
  return flattenedVerify({ protected: header, payload: Buffer.from(text).toString('base64url'), signature }, keys).then(() => true, () => false)
}

/** The same by hand, as the handbook describes it and by nothing of what signed it. */
async function isSignedByHand(bytes: Buffer, detached: string, keysAt: string): Promise<boolean> {
  const [header = '', between, signature = ''] = detached.split('.')
  const { kid, alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly kid?: string; readonly alg?: string }
  const { keys } = (await read(keysAt)).json<{ readonly keys: readonly (JsonWebKey & { readonly kid: string })[] }>()
  const key = keys.find(one => one.kid === kid)
  if (!key || alg !== 'EdDSA' || between !== '') return false
  return verify(null, Buffer.from(`${header}.${bytes.toString('base64url')}`), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'))
}

async function calledOff(id: AlertId): Promise<AlertId> {
  const content = aContent({ ...feed, endsAt: instantFromMs(town.clock.nowMs() + 3_600_000), situationAt: null, wordings: [aWording({ headline: 'Der Brand ist gelöscht', text: 'Es besteht keine Gefahr mehr.' })] })
  await command(town, 'clerk.ordnung', 'alerts.follow-up', { alertId: id, kind: 'all-clear', content })
  const later = await town.database.db.selectFrom('alerts').select('id').orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow()
  const seen = { alertId: later.id, contentHash: contentHash(content) }
  await command(town, 'clerk.ordnung', 'alerts.submit', seen)
  expect(await command(town, 'lead.ordnung', 'alerts.release', { ...seen, typed: 'echt' })).toMatchObject({ kind: 'applied' })
  return later.id
}

test('only what was released stands there, each with its CAP file; a drill stands elsewhere and a stopped one nowhere', async () => {
  const warning = await released(town, { ...feed, wordings: [aWording({ headline: 'Brand <an der Bahn> & "Rauch"', text: 'Rauch <b>' })] })
  const { id: draft } = await submitted(town, feed)
  const drill = await released(town, feed, 'training')
  const stopped = await released(town, feed)
  await command(town, 'lead.ordnung', 'alerts.stop', { alertId: stopped, reason: 'Fehlalarm' })
  const [live, drills] = [(await read('/public/v1/alerts/feed.atom')).body, (await read('/public/v1/drills/feed.atom')).body]
  expect([warning, draft, drill, stopped].map(id => [live.includes(id), drills.includes(id)])).toEqual([[true, false], [false, false], [false, true], [false, false]])
  expect(live).toContain('<title>Brand &lt;an der Bahn&gt; &amp; &quot;Rauch&quot;</title>')
  expect(live).toContain(`href="https://rathaus.example${capOf(warning)}"`)
  expect(drills).toContain('<title>ÜBUNG – Meldungen – Stadt Tangerhütte</title>')
  const rss = (await read('/public/v1/alerts/feed.rss')).body
  expect([live, drills, rss].map(text => XMLValidator.validate(text))).toEqual([true, true, true])
  expect(rss).toContain(`<guid isPermaLink="false">tangerhuette.${warning}</guid>`)
  const onScreens = await released(town, { channels: ['display'] })
  expect(((await read('/public/v1/alerts/feed.atom')).body).includes(onScreens)).toBe(false)
  expect(rss).toContain('&lt;p&gt;Rauch &amp;lt;b&amp;gt;')
  const statuses = await Promise.all([capOf(onScreens), capOf(draft), capOf(stopped), capOf(drill), capOf(warning, 'training'), '/public/v1/alerts/cap/x.xml', capOf(warning)].map(async url => (await read(url)).statusCode))
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 200])
})

test('a CAP file is right by form and by meaning, and says what it is', async () => {
  const [warning, drill] = [await released(town, feed), await released(town, feed, 'training')]
  const [cap, practice] = await Promise.all([capOf(warning), capOf(drill, 'training')].map(async url => readXml((await read(url)).body)))
  if (!cap || !practice) throw new Error('no CAP')
  for (const one of [cap, practice]) expect([problemsOfForm(one), problemsOfMeaning(one)]).toEqual([[], []])
  expect([textOf(cap, 'status'), textOf(practice, 'status'), textOf(practice, 'note')]).toEqual(['Actual', 'Exercise', 'ÜBUNG'])
})

test('everything is signed with the key of its kind, in the answer and as a file; whatever was changed is found', async () => {
  const warning = await released(town, feed)
  for (const url of [capOf(warning), '/public/v1/alerts/feed.atom', '/public/v1/alerts/feed.rss']) {
    const { body, headers } = await read(url)
    const signature = headers['x-jws-signature']
    expect((await read(`${url}.jws`)).body).toBe(signature)
    expect(await isSignedByHand(Buffer.from(body), String(signature), '/public/v1/alerts/keys.json')).toBe(true)
    expect(await isSignedByHand(Buffer.from(body.replace('Brand', 'Band')), String(signature), '/public/v1/alerts/keys.json')).toBe(false)
    expect(await isSigned(body, signature, '/public/v1/alerts/keys.json')).toBe(true)
    expect(await isSigned(`${body} `, signature, '/public/v1/alerts/keys.json')).toBe(false)
    expect(await isSigned(body, signature, '/public/v1/drills/keys.json')).toBe(false)
  }
  expect((await read('/public/v1/alerts/keys.json')).body).not.toContain('"d"')
})

test('what has been said stays as it was said, whatever is set afterwards', async () => {
  const warning = await released(town, { ...feed, source: 'Feuerwehr' })
  const entryIn = async (): Promise<string> => (await read('/public/v1/alerts/feed.atom')).body.split('<entry>').find(part => part.includes(warning)) ?? ''
  const report = async (): Promise<string> => {
    const reply = await town.app.inject({ url: `/v1/alerts/${warning}/report?form=csv`, headers: await town.bearer('lead.ordnung') })
    return Buffer.from(reply.json<{ readonly content: string }>().content, 'base64').toString()
  }
  const told = async () => [(await read(capOf(warning))).body, (await read(capOf(warning))).headers['etag'], await entryIn(), await report()]
  const before = await told()
  expect(before[0]).toContain('<circle>52.435,11.8 3</circle>')
  const changed = { sender: 'neu@anders.example', senderName: 'Stadt Anderswo', regionCode: '000000000000', localities: [{ name: 'Tangerhütte', centre: [50, 10] as const, radiusKm: 9 }] }
  await town.change([{ table: 'alert_settings', row: aTownsSettings(changed) }, { table: 'alert_topics', row: aTopic({ name: { de: 'Anderes', en: 'Other' }, channels: ['feed'] }) }])
  expect(await told()).toEqual(before)
  await town.change([{ table: 'alert_settings', row: aTownsSettings() }, { table: 'alert_topics', row: aTopic({ channels: ['email', 'sms', 'feed', 'display', 'web-hook'] }) }])
})

test('feeds have all that readers ask for: names that stay, who says it, when, and where they stand', async () => {
  await released(town, feed)
  const parser = new XMLParser({ ignoreAttributes: false, isArray: name => ['entry', 'item'].includes(name) })
  const { feed: atom } = parser.parse((await read('/public/v1/alerts/feed.atom')).body) as { readonly feed: Readonly<Record<string, unknown>> & { readonly entry: readonly Readonly<Record<string, unknown>>[] } }
  const { feed: drills } = parser.parse((await read('/public/v1/drills/feed.atom')).body) as { readonly feed: Readonly<Record<string, unknown>> }
  const times = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
  expect(atom).toMatchObject({ id: expect.stringMatching(/^urn:uuid:/) as string, updated: expect.stringMatching(times) as string, link: { '@_rel': 'self', '@_href': 'https://rathaus.example/public/v1/alerts/feed.atom' } })
  expect(atom['id']).not.toBe(drills['id'])
  for (const entry of atom.entry) expect(entry).toMatchObject({ id: expect.stringMatching(/^urn:uuid:/) as string, published: expect.stringMatching(times) as string, updated: expect.stringMatching(times) as string, author: { name: 'Stadt Tangerhütte' } })
  expect(new Set(atom.entry.map(({ id }) => id)).size).toBe(atom.entry.length)
  const { rss } = parser.parse((await read('/public/v1/alerts/feed.rss')).body) as { readonly rss: { readonly channel: { readonly 'atom:link': object; readonly item: readonly object[] } } }
  expect(rss.channel['atom:link']).toMatchObject({ '@_rel': 'self', '@_href': 'https://rathaus.example/public/v1/alerts/feed.rss' })
  for (const item of rss.channel.item) expect(item).toMatchObject({ pubDate: expect.stringMatching(/ \+0000$/) as string, link: 'https://rathaus.example/portal/info', guid: { '@_isPermaLink': 'false' } })
})

test('nothing is sent again as long as nothing changed, and what ended says so and by what', async () => {
  const warning = await released(town, { ...feed, wordings: [aWording({ headline: 'Rauch am Bahnhof' })] })
  const { headers: { etag }, statusCode } = await read('/public/v1/alerts/feed.atom')
  expect(statusCode).toBe(200)
  const again = await read('/public/v1/alerts/feed.atom', `W/${etag}`)
  expect([again.statusCode, again.body]).toEqual([304, ''])
  town.clock.move(60_000)
  const allClear = await calledOff(warning)
  const { body } = await read('/public/v1/alerts/feed.atom', String(etag))
  const entry = body.split('<entry>').find(part => part.includes(`<id>urn:uuid:${warning}</id>`)) ?? ''
  expect(entry).toContain('<title>[beendet] Rauch am Bahnhof</title>')
  expect(entry).toContain(`<link rel="related" type="application/cap+xml" href="https://rathaus.example${capOf(allClear)}"/>`)
  expect(entry).toMatch(/gilt seit 22\.11\.2026, 10:01 Uhr nicht mehr: Entwarnung: Der Brand ist gelöscht/)
  const cap = readXml((await read(capOf(allClear))).body)
  expect(cap && textOf(cap, 'references')).toContain(`tangerhuette.${warning}`)
  // What is over does not begin again when the word of it runs out.
  town.clock.move(7_200_000)
  expect((await read('/public/v1/alerts/feed.atom')).body.split('<entry>').find(part => part.includes(`<id>urn:uuid:${allClear}</id>`))).toContain('<category term="live" label="gilt"/>')
})

test('what has run out says so by itself', async () => {
  const warning = await released(town, feed)
  town.clock.move(3_600_000)
  const { body } = await read('/public/v1/alerts/feed.atom')
  expect(body.split('<entry>').find(part => part.includes(warning))).toContain('<category term="expired" label="abgelaufen"/>')
})

test('what holds for long stands there as long as it holds', async () => {
  await town.change([{ table: 'alert_topics', row: aTopic({ kind: 'news', channels: ['feed'] }) }])
  const dayMs = 86_400_000
  const tender = await released(town, { ...feed, endsAt: instantFromMs(town.clock.nowMs() + 40 * dayMs) })
  const brief = await released(town, feed)
  const seen: (readonly boolean[])[] = []
  for (const days of [29, 2, 10]) {
    town.clock.move(days * dayMs)
    const { body } = await read('/public/v1/alerts/feed.atom')
    seen.push([body.includes(`urn:uuid:${tender}`), body.includes(`urn:uuid:${brief}`)])
  }
  expect(seen).toEqual([[true, true], [true, false], [false, false]])
})

test('after a year another key signs, and what the one before has signed can still be checked', async () => {
  const kidOf = (signature: unknown) => (JSON.parse(Buffer.from(String(signature).split('.')[0] ?? '', 'base64url').toString()) as { readonly kid: string }).kid
  const before = await read('/public/v1/alerts/feed.rss')
  town.clock.move(366 * 86_400_000)
  const after = await read('/public/v1/alerts/feed.rss')
  expect(kidOf(after.headers['x-jws-signature'])).not.toBe(kidOf(before.headers['x-jws-signature']))
  for (const { body, headers } of [before, after]) expect(await isSignedByHand(Buffer.from(body), String(headers['x-jws-signature']), '/public/v1/alerts/keys.json')).toBe(true)
  expect(await town.database.db.selectFrom('alert_keys').select('kid').where('mode', '=', 'live').where('private_key', 'is not', null).execute()).toHaveLength(1)
})

test('the time of a message is written as mail writes it', () => {
  expect(mailTime(instantFromMs(Date.UTC(2026, 10, 22, 19, 38, 5)))).toBe('Sun, 22 Nov 2026 19:38:05 +0000')
})
