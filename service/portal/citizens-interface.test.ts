import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { recordKey } from '../../shared/command.ts'
import { suspended } from '../../shared/domains/applications/case-clock.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { ApplicationId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { aPdf, aSubmission, dogAnswers, TOWN_ID, townForCitizens, type TestTown } from '../intake/testing.ts'
import { commitChanges } from '../store/commit.ts'
import { loadRecords } from '../store/records.ts'
import { citizensApp } from './testing.ts'

let town: TestTown
let app: FastifyInstance
beforeAll(async () => {
  town = await townForCitizens()
  app = await citizensApp(town)
  return async () => {
    await app.close()
    await town.database.close()
  }
})

const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json<Record<string, never>>() as Record<string, unknown> }
}

const received = async (): Promise<{ readonly mailbox: string; readonly applicationId: string }> =>
  (await ask('POST', '/public/v1/submissions', aSubmission())).body as never

test('a portal finds services and forms, hands over, and gets a receipt', async () => {
  expect((await ask('GET', '/public/v1/services')).body).toEqual({
    services: [{ id: 'dog-registration', title: { de: 'Hundeanmeldung', en: 'Dog registration' }, formVersion: 2 }],
  })
  const form = await ask('GET', '/public/v1/services/dog-registration/form')
  expect(form).toMatchObject({ status: 200, body: { formVersion: 2, schema: { type: 'object' }, valueLabels: { locality: { luederitz: { de: 'Lüderitz' } } } } })
  const receipt = await ask('POST', '/public/v1/submissions', aSubmission({ attachments: [aPdf()] }))
  expect(receipt).toMatchObject({ status: 201, body: { reference: expect.stringMatching(/^TGH-2026-\d{6}$/), mailbox: expect.any(String) } })
})

const refusals: readonly (readonly [string, object, number, string, RegExp])[] = [
  ['an unknown service', aSubmission({ serviceId: 'marriage' }), 404, 'intake/unknown-service', /services/],
  ['an old form', aSubmission({ formVersion: 1 }), 409, 'intake/wrong-form-version', /aktuell ist Version 2 \(geändert: Transpondernummer\)\. Laden Sie es neu/],
  ['a form with gaps', aSubmission({ form: dogAnswers({ dogName: 'B' }) }), 422, 'intake/invalid-form', /\(Rufname des Hundes\)/],
  ['a forbidden file', aSubmission({ attachments: [aPdf({ filename: 'a.exe' })] }), 415, 'intake/attachment-forbidden', /Datei 1/],
  ['a broken file', aSubmission({ attachments: [aPdf({ content: 'äöü' })] }), 422, 'intake/attachment-broken', /Datei 1/],
  ['too many files', aSubmission({ attachments: Array.from({ length: 21 }, () => aPdf()) }), 413, 'intake/too-many-attachments', /weg/],
  ['a key that is none', { ...aSubmission(), key: 'one' }, 400, 'request/invalid', /key/],
]

test.each(refusals)('%s is refused with code and sentence', async (_what, submission, status, code, sentence) => {
  const answer = await ask('POST', '/public/v1/submissions', submission)
  expect(answer).toMatchObject({ status, body: { code, message: { de: expect.stringMatching(sentence), en: expect.any(String) } } })
})

test('a mailbox tells state and messages, records retrieval once, and takes replies once each', async () => {
  const { mailbox, applicationId } = await received()
  const { body } = await ask('GET', `/portal/v1/mailboxes/${mailbox}`)
  expect(body).toMatchObject({ status: 'received', formId: 'dog-registration@2', messages: [{ direction: 'to-citizen', retrievedAt: null }] })
  const [message] = body['messages'] as { id: string }[]
  const retrieval = `/portal/v1/mailboxes/${mailbox}/messages/${message?.id}/retrieval`
  const first = await ask('POST', retrieval, {})
  town.clock.set(town.clock.nowMs() + 60_000)
  expect(await ask('POST', retrieval, {})).toEqual(first)
  expect(first.body['retrievedAt']).toBe('2026-11-22T09:00:00.000Z')

  const reply = { messageId: randomUUID(), text: 'Wann ist es soweit?' }
  const replies = await Promise.all([1, 2, 3].map(() => ask('POST', `/portal/v1/mailboxes/${mailbox}/messages`, reply)))
  expect(replies.map(answer => answer.status)).toEqual([200, 200, 200])
  expect(new Set(replies.map(answer => answer.body['id'])).size).toBe(1)
  const row = await town.database.db.selectFrom('applications').select('unread_messages').where('id', '=', applicationId as never).executeTakeFirstOrThrow()
  expect(row.unread_messages).toBe(1)
  const other = await ask('POST', `/portal/v1/mailboxes/${mailbox}/messages`, { ...reply, text: 'Etwas anderes' })
  expect(other).toMatchObject({ status: 422, body: { code: 'intake/key-reused' } })
})

test('a mailbox opens with its own key only and reaches no message of another', async () => {
  const [mine, other] = [await received(), await received()]
  const [message] = (await ask('GET', `/portal/v1/mailboxes/${other.mailbox}`)).body['messages'] as { id: string }[]
  const foreign = await ask('POST', `/portal/v1/mailboxes/${mine.mailbox}/messages/${message?.id}/retrieval`, {})
  expect(foreign).toMatchObject({ status: 404, body: { code: 'messages/not-found' } })
  expect(await ask('GET', `/portal/v1/mailboxes/${mine.mailbox.slice(0, -1)}_`)).toMatchObject({ status: 404 })
  const messageId = message?.id ?? ''
  await ask('POST', `/portal/v1/mailboxes/${mine.mailbox}/messages`, { messageId, text: 'Überschreiben?' })
  const untouched = (await ask('GET', `/portal/v1/mailboxes/${other.mailbox}`)).body['messages'] as { id: string; direction: string }[]
  expect(untouched).toMatchObject([{ id: messageId, direction: 'to-citizen' }])
})

test('an answer sets the clock of its case going again, once, and says so in the history', async () => {
  const { mailbox, applicationId } = await received()
  const key = { table: 'applications', id: ApplicationId.parse(applicationId) } as const
  const application = (await loadRecords(town.database.db, TOWN_ID, [key], false)).get(recordKey(key)) as Application
  const at = instantFromMs(town.clock.nowMs())
  await town.database.db.transaction().execute(trx =>
    commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at }, [{ table: 'applications', row: suspended(application, at) }]))
  const standing = await clockOf(applicationId)
  town.clock.set(town.clock.nowMs() + 3 * 86_400_000)
  const reply = { messageId: randomUUID(), text: 'Die Police liegt bei.' }
  for (let sent = 0; sent < 2; sent++) await ask('POST', `/portal/v1/mailboxes/${mailbox}/messages`, reply)
  const running = await clockOf(applicationId)
  expect(standing).toEqual({ due: null, stands: true, resumed: 0 })
  expect(running).toEqual({ due: expect.any(String), stands: false, resumed: 1 })
  expect(Date.parse(running.due ?? '') - Date.parse(application.dueAt ?? '')).toBeGreaterThanOrEqual(3 * 86_400_000)
})

test('an answer brings back a case that was laid back until it comes', async () => {
  const { mailbox, applicationId } = await received()
  const key = { table: 'applications', id: ApplicationId.parse(applicationId) } as const
  const read = async () => (await loadRecords(town.database.db, TOWN_ID, [key], false)).get(recordKey(key)) as Application
  const at = instantFromMs(town.clock.nowMs())
  const laid: Application = { ...(await read()), followUpAt: instantFromMs(town.clock.nowMs() + 86_400_000), followUpOnAnswer: true, followUpNote: 'Police?' }
  await town.database.db.transaction().execute(trx =>
    commitChanges(trx, { townId: TOWN_ID, actor: null, action: 'test', commandId: null, at }, [{ table: 'applications', row: laid }]))
  await ask('POST', `/portal/v1/mailboxes/${mailbox}/messages`, { messageId: randomUUID(), text: 'Die Police liegt bei.' })
  expect(await read()).toMatchObject({ followUpAt: at, followUpOnAnswer: false, followUpNote: 'Police?' })
})

async function clockOf(applicationId: string) {
  const { db } = town.database
  const row = await db.selectFrom('applications').select(['due_at', 'suspended_at']).where('id', '=', applicationId as never).executeTakeFirstOrThrow()
  const events = await db.selectFrom('application_events').select('id').where('application_id', '=', applicationId as never).where('kind', '=', 'resumed').execute()
  return { due: row.due_at, stands: row.suspended_at !== null, resumed: events.length }
}

test('retrievals and replies reach desks through the feed', async () => {
  const { mailbox, applicationId } = await received()
  const before = await town.database.db.selectFrom('town_heads').select('position').executeTakeFirstOrThrow()
  await ask('POST', `/portal/v1/mailboxes/${mailbox}/messages`, { messageId: randomUUID(), text: 'Hallo' })
  const feed = await town.database.db.selectFrom('feed').select(['table_name', 'record_id', 'scope']).where('position', '>', before.position).execute()
  expect(feed).toEqual(expect.arrayContaining([
    { table_name: 'applications', record_id: applicationId, scope: 'department:ordnung' },
    { table_name: 'messages', record_id: expect.any(String), scope: 'department:ordnung' },
  ]))
})

test('whoever asks too often from one address is told to wait, on pages and interfaces', async () => {
  const busy = await citizensApp(town, { requestsPerMinute: 2 })
  for (const url of ['/portal', '/public/v1/services']) {
    const statuses: number[] = []
    for (let asked = 0; asked < 2; asked++) statuses.push((await busy.inject({ url })).statusCode)
    const tooMany = await busy.inject({ url })
    expect(statuses).toEqual([200, 200])
    expect(tooMany.json()).toMatchObject({ code: 'request/too-many', facts: { seconds: expect.any(Number) } })
  }
  await busy.close()
})
