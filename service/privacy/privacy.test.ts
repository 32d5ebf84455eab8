import { unzipSync, strFromU8 } from 'fflate'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService } from '../../shared/domains/appointments/testing.ts'
import { aHall, aHallBooking, aTenant } from '../../shared/domains/halls/testing.ts'
import { anApplication, aTownService } from '../../shared/domains/applications/testing.ts'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import type { Application, Attachment } from '../../shared/domains/applications/tables.ts'
import { ApplicationId, AppointmentId, AppointmentServiceId, AttachmentId, DepartmentId, derivedUuid, EventId, MessageId, PersonId, PlaceId, TaskId } from '../../shared/ids.ts'
import { healthScope } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { AccessEntry, DeletionPreview, DeletionRun } from '../../shared/wire/privacy.ts'
import { enqueue } from '../delivery/jobs.ts'
import { keepBlob } from '../http/blobs/blob-store.ts'
import { sha256Hex } from '../../shared/canonical.ts'
import { loadRecords } from '../store/records.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'

const CLERK = 'clerk.ordnung'
const BYTES = Buffer.from('%PDF-1.7 a proof')
const service = aTownService({ retention: { months: 120, basis: 'Aktenordnung § 5' } })
const idOf = (number: number) => ApplicationId.parse(derivedUuid('privacy/case', String(number)))
const personOf = (number: number) => PersonId.parse(derivedUuid('privacy/person', String(number)))

let town: TestService
beforeAll(async () => {
  town = await testService()
})
afterAll(() => town.close())

let count = 100
/** Closed so many years ago, with a message, a file, a view and a mailbox, of a person of its own. */
async function endedCase(yearsAgo: number, overrides: Partial<Application> = {}): Promise<Application> {
  const number = ++count
  const at = instantFromMs(Date.UTC(2026 - yearsAgo, 10, 20, 9))
  const application = anApplication({
    id: idOf(number), number, reference: `TGH-2026-${number}`, personId: personOf(number), applicantName: `Erika Muster${number}`,
    status: 'closed', closedAt: at, receivedAt: at, attachmentCount: 1, ...overrides,
  })
  const { id: applicationId, scope, personId } = application
  const file = AttachmentId.parse(derivedUuid('privacy/file', String(number)))
  await town.database.db.insertInto('people').values({ town_id: TEST_TOWN, id: personId, name: application.applicantName, email: `e${number}@post.example`, merged_into: null }).execute()
  await town.change([
    { table: 'applications', row: application },
    { table: 'application_events', row: { id: EventId.parse(derivedUuid('privacy/event', String(number))), scope, version: 0, applicationId, kind: 'viewed', at, actorId: null, actorName: 'Silke Bartels', actingFor: null, actingForName: null, text: null, commandId: null } },
    { table: 'messages', row: { id: MessageId.parse(derivedUuid('privacy/message', String(number))), scope, version: 0, applicationId, personId, direction: 'to-citizen', subject: 'Frage', text: 'Bitte um <b>Nachweis</b>', attachmentIds: [], authorId: null, authorName: null, sentAt: at, providedAt: at, retrievedAt: null } },
    { table: 'attachments', row: { id: file, scope, version: 0, applicationId, filename: '../Nachweis.pdf', mediaType: 'application/pdf', size: BYTES.length, sha256: sha256Hex(BYTES), addedAt: at, kind: 'application', ...UNMARKED } },
  ])
  await keepBlob(town.database.db, TEST_TOWN, { id: file, bytes: BYTES, sha256: sha256Hex(BYTES), at })
  await town.database.db.insertInto('mailboxes').values({ town_id: TEST_TOWN, key_hash: randomUUID(), application_id: applicationId, created_at: at }).execute()
  return application
}

beforeEach(async () => {
  await town.change([{ table: 'services', row: service }])
})

/** Whatever the questions of this file are answered with. */
type Answers = DeletionPreview & DeletionRun & { readonly code?: string; readonly people: readonly { readonly id: string; readonly applications: number }[]; readonly entries: readonly Pick<AccessEntry, 'kind' | 'subject' | 'personName'>[] }

const ask = async (login: string, url: string, options: { readonly method?: 'PUT' | 'POST'; readonly payload?: object } = {}) => {
  const response = await town.app.inject({ url: `/v1/privacy${url}`, headers: await town.bearer(login), ...options })
  return { status: response.statusCode, body: response.json() as Answers }
}
const preview = async () => (await ask('administrator', '/deletable')).body
const runOnce = (id: string, fingerprint: string) => ask('administrator', `/deletions/${id}`, { method: 'PUT', payload: { fingerprint } })
const left = async (text: string): Promise<readonly string[]> => {
  const found: string[] = []
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(town.database.db)
  for (const { name } of rows) {
    const { rows: hits } = await sql<{ hit: boolean }>`select exists (select from ${sql.table(name)} as t where t::text like ${`%${text}%`}) as hit`.execute(town.database.db)
    if (hits[0]?.hit) found.push(name)
  }
  return found
}

test('what the rule of its service lets go is shown with its basis, gone after the deletion, and nothing of it is left', async () => {
  const old = await endedCase(11)
  const young = await endedCase(9)
  // A letter that waits for a typesetter carries all that it says.
  const order = { kind: 'letter' as const, key: `letter/${old.id}`, payload: { order: { applicationId: old.id, text: `Guten Tag ${old.applicantName}` } }, personId: old.personId }
  await town.database.db.transaction().execute(trx => enqueue(trx, TEST_TOWN, [order], instantFromMs(Date.UTC(2026, 10, 20))))
  const seen = await preview()
  expect(seen).toMatchObject({ total: 1, services: [{ serviceId: service.id, months: 120, basis: 'Aktenordnung § 5', count: 1 }], cases: [{ reference: old.reference, from: '2025-11-20' }] })
  const id = randomUUID()
  expect((await runOnce(id, seen.fingerprint)).body).toMatchObject({ planned: 1, deleted: 1, kept: 0, byName: 'administrator' })
  // The audit log and the report keep ids alone.
  expect(await left(old.id)).toEqual(expect.arrayContaining(['audit_log', 'feed']))
  for (const trace of [old.applicantName, old.reference, `e${count - 1}@post.example`]) expect(await left(trace), trace).toEqual([])
  expect(await left(young.applicantName)).not.toEqual([])
  // Again with the same id: the same report, and nothing else goes.
  expect((await runOnce(id, seen.fingerprint)).body).toMatchObject({ planned: 1, deleted: 1 })
})

test('desks are told to take the case and all that belongs to it off their disks', async () => {
  const old = await endedCase(12)
  const before = await town.app.inject({ url: '/v1/feed?scope=department:ordnung&after=0', headers: await town.bearer(CLERK) })
  const { upTo } = before.json<{ upTo: number }>()
  await runOnce(randomUUID(), (await preview()).fingerprint)
  const { entries } = (await town.app.inject({ url: `/v1/feed?scope=department:ordnung&after=${upTo}`, headers: await town.bearer(CLERK) })).json<{ entries: { op: string; table: string; id: string }[] }>()
  expect(entries.every(({ op }) => op === 'deleted')).toBe(true)
  expect(entries.map(({ table }) => table).toSorted()).toEqual(['application_events', 'applications', 'attachments', 'messages'])
  expect(entries.find(({ table }) => table === 'applications')?.id).toBe(old.id)
})

test('another list than the one seen deletes nothing', async () => {
  await endedCase(13)
  const { fingerprint } = await preview()
  await endedCase(13)
  const refused = await runOnce(randomUUID(), fingerprint)
  expect([refused.status, refused.body.code]).toEqual([409, 'privacy/list-changed'])
  expect((await preview()).total).toBe(2)
  expect((await runOnce(randomUUID(), (await preview()).fingerprint)).body.deleted).toBe(2)
})

test('a case on which another one hangs waits for it', async () => {
  const whole = await endedCase(14)
  const part = await endedCase(1, { parentId: whole.id })
  expect((await preview()).total).toBe(0)
  await town.change([{ table: 'applications', row: { ...part, parentId: null } }])
  expect((await preview()).cases.map(({ id }) => id)).toEqual([whole.id])
  await runOnce(randomUUID(), (await preview()).fingerprint)
})

test('a person with a younger case stays known', async () => {
  const young = await endedCase(2)
  await endedCase(15, { personId: personOf(9_999) })
  await town.database.db.updateTable('people').set({ merged_into: young.personId }).where('id', '=', personOf(9_999)).execute()
  await runOnce(randomUUID(), (await preview()).fingerprint)
  expect(await town.database.db.selectFrom('people').select('id').where('id', 'in', [young.personId, personOf(9_999)]).execute()).toHaveLength(2)
})

test('a service without a rule keeps its cases, and the list says so', async () => {
  await endedCase(40)
  await town.change([{ table: 'services', row: { ...service, retention: null } }])
  const seen = await preview()
  expect(seen.total).toBe(0)
  expect(seen.withoutRule.map(({ serviceId }) => serviceId)).toEqual([service.id])
})

test('everything about a person comes in one file, readable for people and machines, without the names of staff', async () => {
  const one = await endedCase(1)
  const found = await ask('protection', '/people', { method: 'POST', payload: { search: one.applicantName.split(' ')[1] ?? '' } })
  expect(found.body.people).toEqual([expect.objectContaining({ id: one.personId, applications: 1 })])
  const response = await town.app.inject({ url: `/v1/privacy/people/${one.personId}/export`, headers: await town.bearer('protection') })
  expect(response.headers['content-type']).toBe('application/zip')
  const files = unzipSync(new Uint8Array(response.rawPayload))
  expect(Object.keys(files)).toEqual(['auskunft.html', 'daten.json', `anlagen/${one.reference}/1-__Nachweis.pdf`])
  const [page, data] = [strFromU8(files['auskunft.html'] ?? new Uint8Array()), strFromU8(files['daten.json'] ?? new Uint8Array())]
  expect(JSON.parse(data)).toMatchObject({ cases: [{ reference: one.reference, messages: [{ subject: 'Frage' }], files: [{ filename: '../Nachweis.pdf' }] }] })
  expect(page).toContain('Bitte um &lt;b&gt;Nachweis')
  expect(page + data).not.toContain('Silke Bartels')
})

test('appointments and houses booked in the name and with the address of a person are theirs too, and nobody else’s of the family', async () => {
  const { personId, applicantName: name } = await endedCase(2)
  const { email } = await town.database.db.selectFrom('people').select('email').where('id', '=', personId).executeTakeFirstOrThrow()
  await town.change([
    { table: 'places', row: aPlace() }, { table: 'resources', row: aResource(1) }, { table: 'appointment_services', row: aService() },
    { table: 'appointments', row: anAppointment({ name, email: email?.toUpperCase() ?? null, note: 'Bitte leise' }) },
    { table: 'halls', row: aHall() }, { table: 'hall_bookings', row: aHallBooking('one', { tenant: aTenant({ name, email }) }) },
    // Somebody of the family, with the same address.
    { table: 'hall_bookings', row: aHallBooking('two', { tenant: aTenant({ name: 'Familie Anders', email }), purpose: 'Geht sie nichts an' }) },
  ])
  const response = await town.app.inject({ url: `/v1/privacy/people/${personId}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(response.rawPayload))
  const { appointments, lettings } = JSON.parse(strFromU8(files['daten.json'] ?? new Uint8Array())) as { readonly appointments: readonly object[]; readonly lettings: readonly object[] }
  expect(appointments).toMatchObject([{ place: 'Bürgeramt', services: ['Personalausweis beantragen'], status: 'booked', note: 'Bitte leise' }])
  expect(lettings).toMatchObject([{ hall: 'Dorfgemeinschaftshaus Uchtdorf', purpose: 'Geburtstag', status: 'requested', tenant: { street: 'Am Anger 3' } }])
  expect(JSON.parse(strFromU8(files['daten.json'] ?? new Uint8Array()))).toMatchObject({ retention: [{ basis: 'Aktenordnung § 5', from: expect.stringMatching(/^20\d\d-11-20$/) }, { what: 'Termin, Bürgeramt' }, { basis: 'Anfrage ohne Vertrag: ein Jahr', from: '2027-12-13' }] })
  expect(strFromU8(files['auskunft.html'] ?? new Uint8Array())).toContain('07.12.2026, 09:00 Uhr, Bürgeramt: Personalausweis beantragen, 1 Person, gebucht')
})

test('what an appointment at a place of health was for stays with that place', async () => {
  const { personId, applicantName: name } = await endedCase(2)
  const { email } = await town.database.db.selectFrom('people').select('email').where('id', '=', personId).executeTakeFirstOrThrow()
  const own = { scope: healthScope(DepartmentId.parse('ordnung')), placeId: PlaceId.parse(randomUUID()) }
  const services = ['Termin im Bürgerhaus', ''].map((outsideTitle, index) => aService({ ...own, id: AppointmentServiceId.parse(randomUUID()), title: `Grippeimpfung ${index}`, outsideTitle }))
  await town.change([
    { table: 'places', row: aPlace({ id: own.placeId, scope: own.scope, name: 'Bürgerhaus' }) }, ...services.map(row => ({ table: 'appointment_services', row }) as const),
    { table: 'appointments', row: anAppointment({ ...own, id: AppointmentId.parse(randomUUID()), resourceId: null, name, email, note: 'Asthma', serviceIds: services.map(({ id }) => id) }) },
  ])
  const response = await town.app.inject({ url: `/v1/privacy/people/${personId}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(response.rawPayload))
  const [page, data] = ['auskunft.html', 'daten.json'].map(path => strFromU8(files[path] ?? new Uint8Array()))
  expect(JSON.parse(data ?? '')).toMatchObject({ appointments: [{ place: 'Bürgerhaus', services: ['Termin im Bürgerhaus'], note: '' }] })
  expect(`${page} ${data}`).not.toMatch(/Grippe|Asthma/)
})

test('what was to be done about a person and noted on their files is theirs too, but for notes on files that are withheld', async () => {
  const one = await endedCase(1)
  const { id: applicationId, scope } = one
  const file = AttachmentId.parse(derivedUuid('privacy/file', String(count)))
  const stored = (await loadRecords(town.database.db, TEST_TOWN, [{ table: 'attachments', id: file }], false)).get(`attachments/${file}`) as Attachment
  const staff = { assigneeId: personOf(1), assigneeName: 'Silke Bartels', doneBy: personOf(1), doneByName: 'Silke Bartels' }
  const noted = (text: string) => [{ id: randomUUID(), area: { page: 2, left: 0, top: 0, width: 1, height: 1 }, text, authorId: personOf(1), authorName: 'Silke Bartels', at: stored.addedAt }]
  await town.change([
    { table: 'tasks', row: { id: TaskId.parse(derivedUuid('privacy/task', String(count))), scope, version: 0, applicationId, stepKey: null, title: 'Bei Frau Muster anrufen', isRequired: false, dueAt: null, createdAt: stored.addedAt, doneAt: stored.addedAt, ...staff } },
    { table: 'attachments', row: { ...stored, notes: noted('Unterschrift fehlt') } },
    { table: 'attachments', row: { ...stored, id: AttachmentId.parse(derivedUuid('privacy/withheld', String(count))), isWithheld: true, notes: noted('Nachbarin wohnt gegenüber') } },
  ])
  const response = await town.app.inject({ url: `/v1/privacy/people/${one.personId}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(response.rawPayload))
  const [page, data] = ['auskunft.html', 'daten.json'].map(name => strFromU8(files[name] ?? new Uint8Array()))
  for (const text of [page, data]) {
    expect(text).toContain('Bei Frau Muster anrufen')
    expect(text).toContain('Unterschrift fehlt')
    expect(text).not.toContain('Nachbarin')
    expect(text).not.toContain('Silke Bartels')
  }
})

test('what is in the file but about others stays out of it: withheld files, and names in the history', async () => {
  const one = await endedCase(1)
  const { id: applicationId, scope } = one
  const file = AttachmentId.parse(derivedUuid('privacy/file', String(count)))
  const stored = (await loadRecords(town.database.db, TEST_TOWN, [{ table: 'attachments', id: file }], false)).get(`attachments/${file}`) as Attachment
  await town.change([
    { table: 'attachments', row: { ...stored, isWithheld: true } },
    ...(['assigned', 'linked'] as const).map((kind, index) => ({
      table: 'application_events' as const,
      row: { id: EventId.parse(derivedUuid('privacy/other', `${count}/${index}`)), scope, version: 0, applicationId, kind, at: stored.addedAt, actorId: null, actorName: null, actingFor: null, actingForName: null, text: 'Bernd Lehmann', commandId: null },
    })),
  ])
  const response = await town.app.inject({ url: `/v1/privacy/people/${one.personId}/export`, headers: await town.bearer('protection') })
  const files = unzipSync(new Uint8Array(response.rawPayload))
  expect(Object.keys(files)).toEqual(['auskunft.html', 'daten.json'])
  const data = strFromU8(files['daten.json'] ?? new Uint8Array())
  expect(data).not.toContain('Lehmann')
  expect(JSON.parse(data)).toMatchObject({ cases: [{ files: [{ filename: '../Nachweis.pdf', isWithheld: true }] }] })
})

test('whoever looks up a person is looked up, too', async () => {
  const one = await endedCase(1)
  await ask('protection', '/people', { method: 'POST', payload: { search: one.applicantName.slice(0, 5) } })
  await town.app.inject({ url: `/v1/privacy/people/${one.personId}/export`, headers: await town.bearer('protection') })
  const { body } = await ask('protection', '/access-log?from=2020-01-01&to=2026-12-31')
  expect(body.entries).toContainEqual(expect.objectContaining({ kind: 'searched-person', personName: 'protection' }))
  expect(body.entries).toContainEqual(expect.objectContaining({ kind: 'exported-person', personName: 'protection', subject: one.applicantName }))
  expect(body.entries).toContainEqual(expect.objectContaining({ kind: 'viewed', personName: 'Silke Bartels', subject: one.reference }))
})

test.each([
  ['/deletable', ['administrator', 'protection']],
  ['/deletions', ['administrator', 'protection']],
  ['/access-log?from=2026-01-01&to=2026-12-31', ['protection']],
] as const)('%s answers only %j', async (url, allowed) => {
  for (const login of [CLERK, 'lead.ordnung', 'officer', 'administrator', 'protection'])
    expect((await ask(login, url)).status, login).toBe((allowed as readonly string[]).includes(login) ? 200 : 403)
})
