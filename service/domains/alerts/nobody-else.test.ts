import { randomUUID } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentHash } from '../../../shared/canonical.ts'
import { COMMANDS } from '../../../shared/commands.ts'
import { aContent, anAlert, anImprint, aTopic, aTownsSettings, aWording } from '../../../shared/domains/alerts/testing.ts'
import { OfficialWarning, type Alert } from '../../../shared/domains/alerts/tables.ts'
import { AlertId, derivedUuid, PersonId, TopicId } from '../../../shared/ids.ts'
import type { JsonObject } from '../../../shared/json.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { TEST_STAFF, testService, type TestService } from '../../testing.ts'
import { released, subscribe } from './ways/testing.ts'

/** Stands in whatever a department writes before it goes out, and in every subscriber's address. */
const DRAFTED = 'Zzentwurf'
const SUBSCRIBED = 'zzabonnent'

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([
    { table: 'alert_topics', row: aTopic({ channels: ['email', 'sms', 'feed', 'display', 'web-hook'] }) }, { table: 'alert_settings', row: aTownsSettings() }, { table: 'alerts', row: draft('draft') },
    { table: 'official_warnings', row: warning },
  ])
  for (const number of [1, 2, 3]) await subscribe(town, 'email', `${SUBSCRIBED}-${number}@example.org`)
})
afterAll(() => town.close())

const content = aContent({ endsAt: instantFromMs(Date.UTC(2026, 10, 22, 12)), situationAt: null, channels: ['email', 'feed'], wordings: [aWording({ headline: `${DRAFTED} Brand in Tangerhütte` })] })
const warning = OfficialWarning.parse({
  id: derivedUuid('test', 'official'), scope: TOWN_SCOPE, version: 0, source: 'cap', identifier: 'X.1', senderName: 'DWD', sentAt: '2026-11-22T08:00:00.000Z', receivedAt: '2026-11-22T08:00:00.000Z', endsAt: null,
  event: 'Sturm', severity: 'Severe', headline: 'Sturm', text: 'Sturm', instruction: '', areaNames: [], isTest: false, isAllClear: false, acknowledged: null, escalatedAt: null,
})

/** Of one of `ordnung`, written by somebody who is none of those who ask. */
const draft = (name: string, more: Partial<Alert> = {}): Alert => anAlert({ id: AlertId.parse(derivedUuid('test/alert', name)), version: 0, content, ...more })
const author = anAlert().authors[0]?.personId
if (!author) throw new Error('no author')
const SUBMITTER = PersonId.parse(derivedUuid('test/person', 'submitter'))
const RELEASER = PersonId.parse(derivedUuid('test/person', 'releaser'))
const byAuthor = { at: instantFromMs(Date.UTC(2026, 10, 22, 8)), byPersonId: author, byName: 'Person 1' }
const live = (name: string, emergency: NonNullable<Alert['released']>['emergency'] = null): Alert =>
  draft(name, { submitted: { ...byAuthor, byPersonId: SUBMITTER, contentHash: contentHash(content) }, released: { ...byAuthor, byPersonId: emergency ? author : RELEASER, ...anImprint(), contentHash: contentHash(content), emergency } })
const pending = (name: string): Alert => draft(name, { submitted: { ...byAuthor, contentHash: contentHash(content) } })

const { id: _topic, scope: _ts, version: _tv, ...topic } = aTopic()
const { id: _settings, scope: _ss, version: _sv, ...settings } = aTownsSettings()
const template = {
  name: 'Brand', topicId: aTopic().id, event: 'Brand', category: 'Fire', severity: 'Severe', minutes: 60, wordings: [aWording()], allClear: [aWording()], isOneClick: false, position: 1, active: true,
}
const seen = { contentHash: contentHash(content), typed: 'ECHT' }

interface Tried {
  /** The message it is about, as it stands before. */
  readonly alert?: (name: string) => Alert
  readonly input: (alertId: AlertId) => JsonObject
  /** Clerk and lead of the department, a clerk of another one, officer, administrator, data protection. */
  readonly may: readonly [clerk: boolean, lead: boolean, other: boolean, officer: boolean, administrator: boolean, protection: boolean]
}

const WRITERS: Tried['may'] = [true, true, false, true, false, false]
const RELEASERS: Tried['may'] = [false, true, false, true, false, false]
const OFFICERS: Tried['may'] = [false, false, false, true, false, false]
const KEEPERS: Tried['may'] = [false, false, false, true, true, false]

/** Every command about messages to the public, and who may do it. */
const TRIED: Readonly<Record<string, Tried>> = {
  'alerts.begin': { input: () => ({ topicId: aTopic().id, mode: 'live', content }), may: WRITERS },
  'alerts.write': { alert: draft, input: alertId => ({ alertId, content }), may: WRITERS },
  'alerts.submit': { alert: draft, input: alertId => ({ alertId, contentHash: contentHash(content) }), may: WRITERS },
  'alerts.wish': { alert: draft, input: alertId => ({ alertId }), may: WRITERS },
  'alerts.withdraw': { alert: pending, input: alertId => ({ alertId }), may: WRITERS },
  'alerts.follow-up': { alert: live, input: alertId => ({ alertId, kind: 'all-clear', content }), may: WRITERS },
  'alerts.release': { alert: pending, input: alertId => ({ alertId, ...seen }), may: RELEASERS },
  'alerts.release-alone': { alert: draft, input: alertId => ({ alertId, ...seen, reason: 'Niemand erreichbar' }), may: OFFICERS },
  'alerts.review': { alert: name => live(name, { reason: 'Niemand da', reviewed: null }), input: alertId => ({ alertId, verdict: 'confirmed', note: '' }), may: RELEASERS },
  'alerts.return': { alert: pending, input: alertId => ({ alertId, reason: 'Ort fehlt' }), may: RELEASERS },
  'alerts.reject': { alert: pending, input: alertId => ({ alertId, reason: 'Fehlalarm' }), may: RELEASERS },
  'alerts.stop': { alert: live, input: alertId => ({ alertId, reason: 'Fehlalarm' }), may: RELEASERS },
  'alerts.set-topic': { input: () => ({ topicId: TopicId.parse('neu'), content: topic }), may: KEEPERS },
  'alerts.set-template': { input: () => ({ templateId: derivedUuid('test', 'template'), content: template }), may: KEEPERS },
  'alerts.set-settings': { input: () => ({ content: settings }), may: KEEPERS },
  'alerts.acknowledge': { input: () => ({ warningId: warning.id }), may: OFFICERS },
}

const post = async (login: string, name: string, input: JsonObject): Promise<{ readonly kind: string; readonly code?: string }> => {
  const sent = { id: randomUUID(), name, version: 1, input, basedOn: [], after: [], recordedAt: instantFromMs(town.clock.nowMs()) }
  const reply = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer(login), payload: { commands: [sent] } })
  const [answer] = reply.json<{ readonly answers: readonly { readonly kind: string; readonly code?: string }[] }>().answers
  if (!answer) throw new Error(reply.body)
  return answer
}

test('every command about messages to the public is tried here', () => {
  expect(COMMANDS.map(({ name }) => name).filter(name => name.startsWith('alerts.')).toSorted()).toEqual(Object.keys(TRIED).toSorted())
})

test.each(Object.entries(TRIED))('%s: each role can do exactly what it may', async (name, { alert, input, may }) => {
  const done: boolean[] = []
  for (const { login } of TEST_STAFF) {
    const row = alert?.(`${name} ${login}`)
    if (row) await town.change([{ table: 'alerts', row }])
    // Whoever may change the catalogue does so on what stands there.
    const { kind, code } = await post(login, name, input(row?.id ?? AlertId.parse(randomUUID())))
    expect([kind, code]).not.toEqual(['refused', 'commands/invalid-input'])
    done.push(kind === 'applied' || code === 'commands/changed-meanwhile')
  }
  expect(done).toEqual(may)
})

const asked = async (login: string, request: InjectOptions): Promise<string> => {
  const reply = await town.app.inject({ ...request, headers: await town.bearer(login) })
  return reply.headers['content-encoding'] === 'zstd' ? zstdDecompressSync(reply.rawPayload).toString() : reply.body
}

/** Everything by which a desk is told something of it. */
const questions = (alertId: AlertId): readonly InjectOptions[] => [
  ...['town', 'channel:ordnung', 'department:ordnung', 'department:bau', 'channel:bau'].flatMap(scope => [{ url: `/v1/feed?scope=${scope}&after=0` }, { url: `/v1/snapshot?scope=${scope}` }]),
  { method: 'POST', url: '/v1/alerts/audience', payload: { topicId: aTopic().id, mode: 'live', areas: content.areas, channels: content.channels, earlier: [] } },
  { url: `/v1/alerts/${alertId}/progress` }, { url: `/v1/alerts/${alertId}/report?form=csv` }, { url: '/v1/alerts/channel' }, { url: '/v1/alerts/warning-sources' },
  { method: 'POST', url: `/v1/alerts/${alertId}/retry`, payload: { channel: 'email' } },
  { method: 'POST', url: '/v1/privacy/people', payload: { search: SUBSCRIBED } }, { url: `/v1/privacy/access-log?from=2026-01-01&to=2026-12-31&text=${SUBSCRIBED}` }, { url: '/v1/reports/town?from=2026-11-01&to=2026-11-30' },
]

test('who subscribed reaches no desk at all, and what a department writes none of another one', async () => {
  const alertId = await released(town, { ...content, channels: ['email', 'feed'] })
  await town.outgoing.alerts.sender.runDue()
  const told = new Map<string, string>()
  for (const { login } of TEST_STAFF) told.set(login, (await Promise.all(questions(alertId).map(question => asked(login, question)))).join('\n'))
  expect([...told.values()].filter(text => /"(?:people|count)":3\b/.test(text))).toHaveLength(4)
  for (const [login, text] of told) {
    expect(text, login).not.toContain(`${SUBSCRIBED}-`)
    expect([login, text.includes(DRAFTED)]).toEqual([login, ['clerk.ordnung', 'lead.ordnung', 'officer'].includes(login)])
  }
})

test('two who release at the same moment release once', async () => {
  const row = pending('at once')
  await town.change([{ table: 'alerts', row }])
  const answers = await Promise.all(['lead.ordnung', 'officer'].map(login => post(login, 'alerts.release', { alertId: row.id, ...seen })))
  expect(answers.map(({ kind, code }) => code ?? kind).toSorted()).toEqual(['alerts/wrong-stage', 'applied'])
  expect(await town.database.db.selectFrom('alert_sendings').select('channel').where('alert_id', '=', row.id).execute()).toEqual([{ channel: 'email' }])
})

test('the database itself keeps what was said, who said it, and a drill a drill, whatever a program may do', async () => {
  const [{ released: by, ...row }, training] = [{ ...live('final', { reason: 'Niemand da', reviewed: null }) }, draft('drill', { mode: 'training' })]
  if (!by?.emergency) throw new Error('not released')
  const looked = (byPersonId: PersonId): Alert => ({ ...row, released: { ...by, emergency: { reason: 'Niemand da', reviewed: { ...byAuthor, byPersonId, verdict: 'confirmed', note: '' } } } })
  await town.change([{ table: 'alerts', row: { ...row, released: by } }, { table: 'alerts', row: training }])
  const wrong: readonly Alert[] = [
    { ...row, released: by, content: { ...content, event: 'Sturm' } }, { ...row, released: null }, { ...row, released: { ...by, byName: 'Jemand' } }, { ...row, released: { ...by, emergency: null } },
    { ...row, released: { ...by, emergency: { reason: 'Ein anderer', reviewed: null } } }, { ...row, released: by, authors: [{ personId: RELEASER, name: 'Jemand' }] }, { ...row, released: by, mode: 'training' }, looked(author),
    { ...training, mode: 'live' }, { ...draft('silent'), released: { ...by, emergency: { reason: ' ', reviewed: null } } },
  ]
  const alone = { ...pending('alone'), released: { ...by, byPersonId: author, emergency: null } }
  await expect(town.change([{ table: 'alerts', row: alone }])).rejects.toThrow(/alerts_two_persons/)
  for (const one of wrong) await expect(town.change([{ table: 'alerts', row: one }])).rejects.toThrow(/alerts_(?:final|alone_recorded|two_persons)|is final/)
  await town.change([{ table: 'alerts', row: looked(RELEASER) }])
  await town.change([{ table: 'alerts', row: { ...looked(RELEASER), stopped: { ...byAuthor, reason: 'Fehlalarm' } } }])
  await expect(town.change([{ table: 'alerts', row: looked(RELEASER) }])).rejects.toThrow(/is final/)
})
