import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PersonId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import type { PrivacyRequest, ProtectionOverview } from '../../../shared/wire/protection.ts'
import { TASKS } from '../../maintenance/tasks.ts'
import { TEST_APPLICATION, TEST_TOWN, testService, type TestService } from '../../testing.ts'
import { ACTIVITIES } from './processing.ts'
import { forgetRequests } from './requests.ts'

let town: TestService
beforeAll(async () => {
  town = await testService()
})
afterAll(() => town.close())

async function put(path: string, payload: object, login = 'protection') {
  const reply = await town.app.inject({ method: 'PUT', url: `/v1/protection/requests/${path}`, headers: await town.bearer(login), payload })
  return reply.json<PrivacyRequest & { readonly code?: string }>()
}
const overview = async () => (await town.app.inject({ url: '/v1/protection', headers: await town.bearer('protection') })).json<ProtectionOverview>()
const ASKED = { kind: 'erasure', name: 'Zora Zander', personId: null, note: 'alles', receivedOn: '2026-11-20' }

test('a request is due within a month, extended once and answered once, and all of it stands in the log', async () => {
  const id = randomUUID()
  expect(await put(id, { ...ASKED, receivedOn: '2026-11-23' })).toMatchObject({ code: 'privacy/wrong-day' })
  expect(await put(id, ASKED)).toMatchObject({ dueOn: '2026-12-21', recordedBy: 'protection', answeredOn: null })
  expect(await put(id, { ...ASKED, name: 'Somebody else' })).toMatchObject({ name: 'Zora Zander' })
  expect(await put(`${id}/extended`, { reason: 'Viele Akten' })).toMatchObject({ dueOn: '2027-02-22', extensionReason: 'Viele Akten' })
  expect(await put(`${id}/extended`, { reason: 'Noch mehr' })).toMatchObject({ code: 'privacy/request-extended' })
  expect(await put(`${id}/answered`, { outcome: 'granted', answer: 'Gelöscht', answeredOn: '2026-11-19' })).toMatchObject({ code: 'privacy/wrong-day' })
  expect(await put(`${id}/answered`, { outcome: 'granted', answer: 'Gelöscht', answeredOn: '2026-11-22' })).toMatchObject({ outcome: 'granted', answeredOn: '2026-11-22' })
  expect(await put(`${id}/answered`, { outcome: 'refused', answer: '', answeredOn: '2026-11-22' })).toMatchObject({ code: 'privacy/request-answered' })
  const { rows } = await sql<{ action: string }>`select entry::json ->> 'action' as action from audit_log where entry like ${`%${id}%`} order by audit_position`.execute(town.database.db)
  expect(rows.map(({ action }) => action)).toEqual(['protection.request-recorded', 'protection.request-extended', 'protection.request-answered'])
  expect(JSON.stringify(await town.database.db.selectFrom('audit_log').select('entry').execute())).not.toContain('Zora')
  const searchedBy = async (login: string) => town.app.inject({ method: 'POST', url: '/v1/audit/entries', headers: await town.bearer(login), payload: { from: '2026-11-01', to: '2026-11-30', actions: ['protection.request-answered'] } })
  expect((await searchedBy('protection')).json()).toMatchObject({ entries: [{ subject: 'Zora Zander' }] })
  expect((await searchedBy('administrator')).json()).toMatchObject({ entries: [{ subject: null }] })
})

test('what is open comes first, by the day it is due; administrators see none of it', async () => {
  const [late, soon] = [randomUUID(), randomUUID()]
  await put(late, { ...ASKED, name: 'Später', receivedOn: '2026-11-22' })
  await put(soon, { ...ASKED, name: 'Früher', receivedOn: '2026-10-22' })
  const { requests } = await overview()
  expect(requests.map(({ name }) => name)).toEqual(['Früher', 'Später', 'Zora Zander'])
  for (const login of ['administrator', 'lead.ordnung', 'officer']) expect((await town.app.inject({ url: '/v1/protection', headers: await town.bearer(login) })).statusCode).toBe(403)
})

test('whoever asks what is known about them is told of their requests, and of nobody who answered', async () => {
  const personId = PersonId.parse(TEST_APPLICATION.personId)
  await town.database.db.insertInto('people').values({ town_id: TEST_TOWN, id: personId, name: 'Erika Muster', email: null, merged_into: null }).execute()
  await put(randomUUID(), { kind: 'objection', name: 'Erika Muster', personId, note: 'Zzwiderspruch', receivedOn: '2026-11-20' })
  const reply = await town.app.inject({ url: `/v1/privacy/people/${personId}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(reply.rawPayload))
  for (const name of ['auskunft.html', 'daten.json']) expect(strFromU8(files[name] ?? new Uint8Array())).toContain('Zzwiderspruch')
  expect((await overview()).given).toMatchObject([{ byName: 'protection', personName: 'Erika Muster' }])
})

test('answered requests are forgotten when their years are over, open ones never', async () => {
  expect(await forgetRequests(town.database.db, TEST_TOWN, instantFromMs(Date.UTC(2029, 11, 31, 12)))).toBe(0)
  expect(await forgetRequests(town.database.db, TEST_TOWN, instantFromMs(Date.UTC(2030, 0, 2, 12)))).toBe(1)
  expect((await overview()).requests.every(({ answeredOn }) => answeredOn === null)).toBe(true)
  const { rows } = await sql<{ about: string; person: string | null }>`select entry::json ->> 'about' as about, entry::json ->> 'personId' as person from audit_log where entry like '%protection.request-forgotten%'`.execute(town.database.db)
  expect(rows).toEqual([{ about: expect.stringMatching(/^[0-9a-f-]{36}$/), person: null }])
})

test('every table of the database stands in exactly one activity of the record of processing: a new one has to be put down there', async () => {
  const { rows } = await sql<{ readonly name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(town.database.db)
  const there = rows.map(({ name }) => name)
  const named = ACTIVITIES.flatMap(({ tables }) => tables)
  expect(there.filter(name => !named.includes(name)), 'put down nowhere').toEqual([])
  expect(named.filter((name, index) => named.indexOf(name) !== index), 'put down twice').toEqual([])
  expect(named.filter(name => !there.includes(name)), 'there no more').toEqual([])
})

test('of every task that deletes it is told in which activity, when it ran last and when it runs next', async () => {
  const named = ACTIVITIES.flatMap(({ tasks }) => tasks)
  const deleting = TASKS.map(({ name }) => name).filter(name => !['outstanding', 'reminders'].includes(name))
  expect(deleting.filter(name => !named.includes(name))).toEqual([])
  await sql`insert into maintenance (town_id, task, begun_at, ended_at, outcome) values (${TEST_TOWN}, 'appointments', '2026-11-22T01:00:00Z', '2026-11-22T01:00:05Z', 'forgotten 12')`.execute(town.database.db)
  const { activities } = await overview()
  expect(activities.find(({ id }) => id === 'appointments')?.runs[0]).toEqual({ task: 'appointments', lastAt: '2026-11-22T01:00:05.000Z', outcome: 'forgotten 12', nextAt: '2026-11-23T01:00:05.000Z' })
})
