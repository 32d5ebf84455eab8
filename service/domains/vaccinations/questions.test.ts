import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import { aReadyVisit, aSession, aVaccination, aVaccinee, aVaccine, SESSION_NOW } from '../../../shared/domains/vaccinations/testing.ts'
import { contactIdOf } from '../../../shared/domains/vaccinations/recall-commands.ts'
import type { Recall, Vaccination } from '../../../shared/domains/vaccinations/tables.ts'
import { DepartmentId, derivedUuid, RecallId, SessionId, VaccinationId } from '../../../shared/ids.ts'
import { departmentScope, healthArchiveScope, healthScope } from '../../../shared/scope.ts'
import { plusDays } from '../../../shared/time.ts'
import type { FoundRecord, RecallReply, VaccinationFigures, WholeRecord } from '../../../shared/wire/vaccinations.ts'
import { TEST_STAFF, TEST_TOWN, testService, type TestService } from '../../testing.ts'
import { archiveSessions } from './archive.ts'
import { aVaccinationPlace } from './testing.ts'

const ORDNUNG = DepartmentId.parse('ordnung')
const ARCHIVE = healthArchiveScope(ORDNUNG)
const PURPOSE = 'Rückruf der Charge AB123'
const TEAM = ['clerk.ordnung', 'lead.ordnung']
const OTHERS = TEST_STAFF.map(({ login }) => login).filter(login => !TEAM.includes(login))

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([...aVaccinationPlace(), { table: 'vaccination_recalls', row: aRecall() }, ...GIVEN.map(row => ({ table: 'vaccinations', row }) as const)])
})
afterAll(() => town.close())

const aRecall = (overrides: Partial<Recall> = {}): Recall => ({
  id: RecallId.parse(derivedUuid('test', 'recall')), scope: aSession().scope, version: 1, vaccineId: aVaccine().id, vaccineName: aVaccine().name, lot: 'ab123', reason: 'Kühlkette', openedAt: SESSION_NOW,
  openedByName: 'Person 1', closedAt: null, closedByName: null, ...overrides,
})

const of = (familyName: string, more: Partial<Vaccination> = {}): Vaccination => aVaccination(familyName, { person: aVaccinee({ familyName }), ...more })
const GIVEN = [
  of('Großkopf'), of('Groß-Kopf', { scope: ARCHIVE, day: '2019-11-05' }), of('Lehmann', { lot: 'aB123', scope: ARCHIVE, day: '2020-11-05' }), of('Other', { lot: 'ZZ9' }),
  of('Void', { isVoid: true }), of('Replaced', { replacedById: of('Lehmann').id }), of('Elsewhere', { scope: healthScope(DepartmentId.parse('bau')) }),
]
/** Whatever the questions of this file are answered with. */
type Answers = RecallReply & WholeRecord & VaccinationFigures & { readonly records: readonly FoundRecord[]; readonly until: string; readonly code?: string }

const ask = async (login: string, url: string, payload?: object): Promise<{ readonly status: number; readonly body: Answers }> => {
  const response = await town.app.inject({ url: `/v1/vaccinations${url}`, headers: await town.bearer(login), ...(payload ? { method: 'POST', payload } : {}) })
  return { status: response.statusCode, body: response.json() }
}
const recall = (login: string, more: object = {}) => ask(login, `/recalls/${aRecall().id}/persons`, { after: null, limit: 500, ...more })
const search = (login: string, more: object) => ask(login, '/search', { familyName: '', givenName: '', birthDay: null, purpose: PURPOSE, ...more })
const record = (login: string, { id }: Vaccination) => ask(login, `/records/${id}`, { purpose: PURPOSE })
const figures = (login: string, range = 'from=2026-11-01&to=2026-11-30') => ask(login, `/figures?departmentId=ordnung&${range}`)
const namesOf = (reply: { readonly persons: RecallReply['persons'] }) => reply.persons.map(({ person }) => person.familyName).toSorted()

test('everybody who was given a recalled batch is found, years ago too, whatever the capitals; in pages, with how far they have been told', async () => {
  await town.change([{ table: 'recall_contacts', row: { id: contactIdOf(aRecall().id, of('Lehmann').id), scope: aSession().scope, version: 0, recallId: aRecall().id, vaccinationId: of('Lehmann').id, state: 'reached', note: 'Tochter', at: SESSION_NOW, byName: 'Person 1' } }])
  const { body } = await recall('clerk.ordnung')
  expect(namesOf(body)).toEqual(['Groß-Kopf', 'Großkopf', 'Lehmann'])
  expect(body.figures).toEqual({ doses: 3, letter: 0, reached: 1, notReached: 0, moved: 0, open: 2 })
  expect(body.persons.find(({ person }) => person.familyName === 'Lehmann')).toMatchObject({ day: '2020-11-05', sessionTitle: aSession().title, placeName: 'Bürgerhaus', contact: { state: 'reached', note: 'Tochter', at: SESSION_NOW } })
  const first = (await recall('clerk.ordnung', { limit: 2 })).body
  const second = (await recall('clerk.ordnung', { limit: 2, after: first.next })).body
  expect([first.persons.length, second.persons.length, second.next]).toEqual([2, 1, null])
  expect(namesOf({ persons: [...first.persons, ...second.persons] })).toEqual(['Groß-Kopf', 'Großkopf', 'Lehmann'])
})

test('a documentation is found however the name is spelt, and told with what belongs to it', async () => {
  const found = async (more: object) => (await search('lead.ordnung', more)).body.records.map(({ person }) => person.familyName).toSorted()
  expect(await found({ familyName: 'GROSSKOPF' })).toEqual(['Groß-Kopf', 'Großkopf'])
  expect(await found({ familyName: 'gro', givenName: 'aenne', birthDay: '1948-03-02' })).toEqual(['Groß-Kopf', 'Großkopf'])
  expect([await found({ familyName: 'Groß', birthDay: '1948-03-03' }), await found({ familyName: 'Void' }), await found({ familyName: '%%' }), await found({ familyName: 'Elsewhere' })]).toEqual([[], [], [], []])
  expect((await search('lead.ordnung', { familyName: 'g' })).status).toBe(400)
  const { body } = await record('clerk.ordnung', of('Lehmann'))
  expect(body).toMatchObject({ record: { number: 'I-2026-000001' }, isArchived: true, sessionTitle: aSession().title, versions: [{ id: of('Lehmann').id }] })
})

test('every reading is noted before anything is told: with who and what for, in the audit log by ids alone', async () => {
  await search('clerk.ordnung', { familyName: 'Lehmann' })
  await record('clerk.ordnung', of('Lehmann'))
  await recall('lead.ordnung')
  const noted = await town.database.db.selectFrom('health_accesses').select(['kind', 'purpose', 'about']).execute()
  expect(noted).toEqual(expect.arrayContaining([{ kind: 'searched', purpose: PURPOSE, about: null }, { kind: 'read', purpose: PURPOSE, about: of('Lehmann').id }, { kind: 'recalled', purpose: 'Kühlkette', about: aRecall().id }]))
  const log = (await town.database.db.selectFrom('audit_log').select('entry').execute()).map(({ entry }) => entry).join('\n')
  expect(log).toContain('"action":"vaccinations.read"')
  expect(log).not.toMatch(/Lehmann|Rückruf/)
  expect((await ask('clerk.ordnung', `/records/${of('Lehmann').id}`, { purpose: ' ? ' })).status).toBe(400)
  const { entries } = (await town.app.inject({ url: '/v1/privacy/access-log?from=2026-11-01&to=2026-12-31&text=R%C3%BCckruf', headers: await town.bearer('protection') })).json<{ entries: { kind: string; personName: string; subject: string }[] }>()
  expect(entries).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'health-read', personName: 'clerk.ordnung', subject: PURPOSE }), expect.objectContaining({ kind: 'health-searched' })]))
})

test.each(OTHERS)('%s gets no record, no name, no count, and is told nothing that a person without any record would not be', async login => {
  expect((await recall(login)).body.code).toBe('commands/record-missing')
  expect((await search(login, { familyName: 'Großkopf' })).body.code).toBe('commands/not-allowed')
  expect((await record(login, of('Großkopf'))).body.code).toBe('commands/record-missing')
  expect((await ask(login, `/records/${of('Großkopf').id}/return`, { purpose: PURPOSE })).body.code).toBe('commands/record-missing')
  expect((await figures(login)).body.code).toBe('commands/not-allowed')
})

test('a right that is lent, or holds for the whole town, opens no health data', async () => {
  const lead = (await town.database.db.selectFrom('staff').select('person_id').where('login', '=', 'lead.ordnung').executeTakeFirstOrThrow()).person_id
  const forEver = { from: plusDays(SESSION_NOW, -90), until: plusDays(SESSION_NOW, 90) }
  const grants = [{ role: 'clerk', departmentId: null }, { role: 'lead', departmentId: DepartmentId.parse('bau') }] as const
  await town.change([{ table: 'staff', row: aStaffAccount({ login: 'deputy', name: 'deputy', grants: [...grants], deputyships: [{ id: derivedUuid('test', 'deputy'), forPersonId: lead, ...forEver, reason: '' } as never] }) }])
  expect((await search('deputy', { familyName: 'Großkopf' })).body).toMatchObject({ code: 'commands/not-allowed' })
  expect((await recall('deputy')).body.code).toBe('commands/record-missing')
})

test('figures of a period are for those who plan; groups that are small are in none of them', async () => {
  expect((await figures('clerk.ordnung')).body.code).toBe('commands/not-allowed')
  const of2021 = (count: number, from: string, birthYear: number, locality: string) => Array.from({ length: count }, (_, index) => ({
    table: 'vaccinations' as const, row: of(`${from} ${index}`, { scope: ARCHIVE, day: index === 0 ? '2021-03-02' : '2021-03-01', person: aVaccinee({ familyName: `${from} ${index}`, birthDay: `${birthYear}-01-01`, locality }) }),
  }))
  await town.change([...of2021(9, 'A', 1935, 'Uchtdorf'), ...of2021(6, 'B', 1955, 'Uchtdorf'), ...of2021(4, 'C', 2010, 'Lüderitz')])
  await town.change([{ table: 'vaccination_sessions', row: aSession({ day: '2021-03-01', scope: ARCHIVE, stock: [{ batchId: (aVaccinationPlace()[2] as Change & { row: { id: never } }).row.id, doses: 30, wasted: 2, wastedReason: 'Bruch' }] }) }])
  await town.change([{ table: 'vaccination_visits', row: aReadyVisit('left', { scope: ARCHIVE, departed: { at: SESSION_NOW, byName: 'Person 1', reason: 'Fieber' } }) }])
  const { body } = await figures('lead.ordnung', 'from=2021-01-01&to=2021-12-31')
  expect(body.days).toEqual([{ day: '2021-03-01', week: '2021-W09', came: 1, doses: 16, left: 1 }, { day: '2021-03-02', week: '2021-W09', came: 0, doses: 3, left: 0 }])
  expect(body.batches).toEqual([{ vaccineName: aVaccine().name, lot: 'AB123', brought: 30, given: 19, wasted: 2 }])
  // Four children would follow from the total: the next larger group is left out with them.
  expect(body.coverage).toEqual([{ disease: 'Influenza', total: 19, ages: [{ group: '80+', persons: 9 }], localities: [], hidesAges: true, hidesLocalities: true }])
  expect((await figures('lead.ordnung', 'from=2021-01-01&to=2022-12-31')).status).toBe(400)
})

test('a documentation comes back from the archive with its visit and session, can be corrected, and goes again', async () => {
  const sessionId = SessionId.parse(derivedUuid('test', 'archived'))
  const row = of('Zurück', { scope: ARCHIVE, sessionId, confirmation: { kind: 'by-hand', at: SESSION_NOW, notedByName: 'Dr. Arndt' } })
  await town.change([
    { table: 'vaccination_sessions', row: aSession({ id: sessionId, scope: ARCHIVE, status: 'closed', closedAt: SESSION_NOW }) }, { table: 'vaccinations', row },
    { table: 'vaccination_visits', row: aReadyVisit('Zurück', { scope: ARCHIVE, sessionId, vaccinationId: row.id }) },
  ])
  const before = await feedOf('clerk.ordnung')
  const { body } = await ask('clerk.ordnung', `/records/${row.id}/return`, { purpose: 'Schreibfehler im Namen' })
  expect(body.until).toBe('2026-11-29T09:00:00.000Z')
  expect((await feedOf('clerk.ordnung', before.upTo)).entries.map(({ op, table }) => `${op} ${table}`).toSorted()).toEqual(['put vaccination_sessions', 'put vaccination_visits', 'put vaccinations'])
  const push = async (name: string, input: object, version = 0) => {
    const command = { id: randomUUID(), name, version: 1, input, basedOn: [{ table: 'vaccinations', id: row.id, version }], after: [], recordedAt: SESSION_NOW }
    const response = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer('clerk.ordnung'), payload: { commands: [command] } })
    return { id: command.id, ...response.json<{ answers: readonly { kind: string; code?: string; current?: readonly { table: string }[] }[] }>().answers[0] }
  }
  const { person, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses } = row
  const content = { person: { ...person, givenName: 'Anna' }, vaccineId, lot, expiresOn, doses, site, vaccinatorName, nextDoses }
  const known = (await town.database.db.selectFrom('vaccinations').select('version').where('id', '=', row.id).executeTakeFirstOrThrow()).version
  const corrected = await push('vaccinations.correct', { vaccinationId: row.id, content, reason: 'Schreibfehler' }, known)
  expect(corrected.kind).toBe('applied')
  const correctionId = VaccinationId.parse(derivedUuid(corrected.id, 'vaccination'))
  // It waits for its signature, and goes again with it.
  const archived = (days: number) => archiveSessions(town.database.db, TEST_TOWN, plusDays(SESSION_NOW, days))
  expect([await archived(2), await archived(30)]).toEqual([0, 0])
  expect((await push('vaccinations.note-signed', { vaccinationIds: [correctionId] })).kind).toBe('applied')
  expect([await archived(2), await archived(30)]).toEqual([0, 1])
  const { body: whole } = await record('clerk.ordnung', row)
  expect(whole.versions.map(({ id, scope }) => [id, scope])).toEqual([[row.id, ARCHIVE], [correctionId, ARCHIVE]])
  // In the archive nothing is told beside a refusal either.
  const refused = await push('vaccinations.correct', { vaccinationId: correctionId, content, reason: 'Schreibfehler' })
  expect([refused.code, refused.current?.map(({ table }) => table)]).toEqual(['commands/changed-meanwhile', ['vaccines', 'vaccine_batches']])
})

const feedOf = async (login: string, after = 0) =>
  (await town.app.inject({ url: `/v1/feed?scope=${healthScope(ORDNUNG)}&after=${after}`, headers: await town.bearer(login) })).json<{ upTo: number; entries: { op: string; table: string }[] }>()

test('the archive is no scope of any desk, and other departments hold nothing of it', async () => {
  const session = await town.app.inject({ url: `/v1/session?desk=${derivedUuid('test', 'desk')}`, headers: await town.bearer('clerk.ordnung') })
  expect(session.json<{ scopes: { scope: string }[] }>().scopes.map(({ scope }) => scope)).toEqual(expect.arrayContaining([healthScope(ORDNUNG), departmentScope(ORDNUNG)]))
  const codeOf = async (scope: string) => (await town.app.inject({ url: `/v1/feed?scope=${scope}&after=0`, headers: await town.bearer('clerk.ordnung') })).json<{ code: string }>().code
  expect([await codeOf(ARCHIVE), await codeOf(healthScope(DepartmentId.parse('bau')))]).toEqual(['request/invalid', 'sync/scope-forbidden'])
})
