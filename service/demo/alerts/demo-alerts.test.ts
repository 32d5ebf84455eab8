import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceFor } from '../../../shared/domains/alerts/advice.ts'
import { contentFrom, filled, gapsOf } from '../../../shared/domains/alerts/fill-template.ts'
import { lacksAllClear, awaitsReview } from '../../../shared/domains/alerts/outstanding.ts'
import { problemsOf } from '../../../shared/domains/alerts/problems.ts'
import { isSecondPerson } from '../../../shared/domains/alerts/release-commands.ts'
import { stageOf, STAGES } from '../../../shared/domains/alerts/stage.ts'
import { followUpContent, templateFor } from '../../../shared/domains/alerts/follow-up-content.ts'
import { Alert, AlertSettings, AlertTemplate, AlertTopic, OfficialWarning } from '../../../shared/domains/alerts/tables.ts'
import { contentHash } from '../../../shared/canonical.ts'
import { instantFromMs } from '../../../shared/time.ts'
import type { Log } from '../../log.ts'
import type { Database } from '../../store/database.ts'
import { testDatabase } from '../../store/testing.ts'
import { seedDemoTown } from '../seed.ts'
import { demoStaff } from '../staff.ts'
import { LOCALITY_NAMES, TOWN } from '../town.ts'
import { alertIdOf, demoAlerts } from './messages.ts'
import { demoOfficialWarnings } from './official-warnings.ts'
import { demoAlertSettings } from './settings.ts'
import { demoTemplates } from './templates.ts'
import { demoTopics } from './topics.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9, 30))
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const alerts = demoAlerts(NOW)
const topicOf = (id: AlertTopic['id']): AlertTopic | undefined => demoTopics().find(one => one.id === id)

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await seedDemoTown(database, { townId: TOWN.id, rows: 20, seed: 5, now: NOW, log: silent })
})
afterAll(() => database.close())

test.for([['a Tuesday morning', NOW], ['New Year', instantFromMs(Date.UTC(2027, 0, 1, 0, 5))], ['a summer night', instantFromMs(Date.UTC(2027, 6, 3, 21, 40))]] as const)('are rows as tables hold them, %s', ([, now]) => {
  for (const [schema, rows] of [[Alert, demoAlerts(now)], [AlertTopic, demoTopics()], [AlertTemplate, demoTemplates()], [OfficialWarning, demoOfficialWarnings(now)], [AlertSettings, [demoAlertSettings()]]] as const) {
    for (const row of rows) expect(() => schema.parse(row), JSON.stringify(row)).not.toThrow()
  }
})

test.each(demoTemplates().map(template => [template.name, template] as const))('%s lacks nothing but its gaps, and says it plainly', (_name, template) => {
  const topic = topicOf(template.topicId)
  if (!topic) throw new Error('no topic')
  const values = Object.fromEntries(gapsOf(template.wordings).map(gap => [gap, gap === 'Ort' ? 'Lüderitz' : '20:15']))
  const content = contentFrom(template, topic, demoAlertSettings(), NOW)
  const told = { ...content, areas: [{ kind: 'locality' as const, name: 'Lüderitz' }], wordings: content.wordings.map(wording => filled(wording, values)) }
  expect(problemsOf({ content: told, mode: 'live', kind: 'alert' }, topic, NOW)).toEqual([])
  expect(problemsOf({ content: told, mode: 'training', kind: 'alert' }, topic, NOW)).toEqual([])
  // A pool names its own place, whatever area somebody chooses.
  expect(adviceFor(told).filter(({ code }) => !(template.isOneClick && code === 'no-place'))).toEqual([])
  expect(gapsOf(template.wordings.filter(({ language }) => language === 'en')).toSorted()).toEqual(gapsOf(template.wordings.filter(({ language }) => language === 'de')).toSorted())
})

test.each(demoTemplates().map(template => [template.name, template] as const))('%s is called off in one click', (_name, template) => {
  const topic = topicOf(template.topicId)
  if (!topic) throw new Error('no topic')
  const content = { ...contentFrom(template, topic, demoAlertSettings(), NOW), areas: [{ kind: 'locality' as const, name: 'Lüderitz' }, { kind: 'locality' as const, name: 'Windberge' }] }
  expect(templateFor(demoTemplates(), content)?.id).toBe(template.id)
  const over = followUpContent('all-clear', { before: { content, createdAt: NOW, released: null }, topicKind: topic.kind, template, now: NOW })
  expect(problemsOf({ content: over, mode: 'live', kind: 'all-clear' }, topic, NOW)).toEqual([])
  expect(adviceFor(over).filter(({ code }) => !(template.isOneClick && code === 'no-place'))).toEqual([])
})

test('one click closes a pool, and its words have no gap', () => {
  const ready = demoTemplates().filter(({ isOneClick }) => isOneClick)
  expect([ready.length, gapsOf(ready.flatMap(({ wordings }) => wordings))]).toEqual([2, []])
})

test('something is in every stage; one hazard is over without its all-clear, one was sent alone and not looked at, one drill is over', () => {
  expect(new Set(alerts.map(alert => stageOf(alert, NOW)))).toEqual(new Set(STAGES))
  expect(alerts.filter(alert => lacksAllClear(alert, topicOf(alert.content.topicId), NOW)).map(({ id }) => id)).toEqual([alertIdOf('storm')])
  expect(alerts.filter(awaitsReview).map(({ id }) => id)).toEqual([alertIdOf('power')])
  expect(alerts.filter(({ mode }) => mode === 'training').map(alert => stageOf(alert, NOW))).toEqual(['over', 'expired'])
})

test('what went out was complete, and went by two persons of whom the second may', () => {
  for (const alert of alerts.filter(({ released }) => released !== null)) {
    const at = alert.released?.at ?? NOW
    expect(problemsOf(alert, topicOf(alert.content.topicId), at), alert.id).toEqual([])
    expect(alert.released?.contentHash).toBe(contentHash(alert.content))
    const account = demoStaff(NOW).find(({ personId }) => personId === alert.released?.byPersonId)
    if (!account) throw new Error('released by nobody')
    const actor = { townId: TOWN.id, accountId: account.id, personId: account.personId, name: account.name, grants: account.grants.map(grant => ({ ...grant, viaPersonId: null, viaName: null })) }
    expect(isSecondPerson(alert, actor)).toBe(alert.released?.emergency === null)
  }
})

test('nothing was done before it was begun, or lies ahead', () => {
  for (const { createdAt, submitted, judged, withdrawn, released, stopped } of alerts) {
    const steps = [submitted, judged, withdrawn, released, stopped].flatMap(step => (step ? [step.at] : []))
    expect([createdAt, ...steps].toSorted()).toEqual([createdAt, ...steps])
    expect(steps.every(at => at <= NOW)).toBe(true)
  }
})

test('every locality lies where a map shows it, apart from the others', () => {
  const { localities } = demoAlertSettings()
  expect(localities.map(({ name }) => name)).toEqual(LOCALITY_NAMES)
  expect(new Set(localities.map(({ centre }) => centre.join())).size).toBe(19)
  expect(localities.every(({ centre: [latitude, longitude] }) => Math.abs(latitude - 52.43) < 0.12 && Math.abs(longitude - 11.8) < 0.2)).toBe(true)
})

test('some 2,000 people subscribed, by every way, in both languages, to every topic and from everywhere; all addresses are invented', async () => {
  const rows = await database.db.selectFrom('subscribers').selectAll().where('mode', '=', 'live').execute()
  expect(rows).toHaveLength(2_160)
  const invented = { sms: /^\+49(?:17139200|176040690)\d\d$/, email: /@example\.org$/, push: /^https:\/\/push\.invalid\// }
  for (const [channel, address] of Object.entries(invented)) expect(rows.filter(row => row.channel === channel).every(row => address.test(row.address)), channel).toBe(true)
  expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(Object.keys(invented)))
  for (const { id } of demoTopics()) expect(rows.filter(({ topic_ids }) => topic_ids.includes(id)).length, id).toBeGreaterThan(50)
  expect(new Set(rows.flatMap(({ localities }) => localities)).size).toBe(19)
  expect(new Set(rows.map(({ language }) => language)).size * new Set(rows.map(({ state }) => state)).size).toBe(8)
})

test('everything that went out is done: a start sends nothing, and a drill was told to nobody but who takes part', async () => {
  const sendings = await database.db.selectFrom('alert_sendings').select(['state']).distinct().execute()
  expect(sendings.map(({ state }) => state).toSorted()).toEqual(['done', 'stopped'])
  const told = await database.db.selectFrom('alert_deliveries').select(['mode', 'state', ({ fn }) => fn.countAll<number>().as('people')]).groupBy(['mode', 'state']).execute()
  const count = (mode: string, state: string): number => told.find(one => one.mode === mode && one.state === state)?.people ?? 0
  expect([count('live', 'waiting'), count('training', 'waiting'), count('training', 'handed')]).toEqual([0, 0, 8])
  expect([count('live', 'handed') > 4_000, count('live', 'failed') > 20]).toEqual([true, true])
})
