import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { anAppointment, aPlace, aResource, aService } from '../../shared/domains/appointments/testing.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { ApplicationId, AppointmentId, DepartmentId, derivedUuid, PersonId, TownId } from '../../shared/ids.ts'
import { departmentScope, type Scope } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { DuplicatePair, PersonFile, PersonSummary } from '../../shared/wire/people.ts'
import { personOfApplicant } from '../intake/person-of-applicant.ts'
import { loadAccount } from '../store/access.ts'
import { eraseCases } from '../store/erase.ts'
import { createTown } from '../store/towns.ts'
import { accountOf, TEST_TOWN, testService, type TestService } from '../testing.ts'
import { mergePeople, undoMerge } from './people/merge.ts'
import { readerOf } from './people/reader.ts'
import { endSecrecies } from './people/secrecies.ts'

const CLERK = 'clerk.ordnung'
const OTHER = 'clerk.bau'
const REASON = 'Am Schalter bestätigt'

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([{ table: 'places', row: aPlace() }, { table: 'resources', row: aResource() }, { table: 'appointment_services', row: aService() }])
})
afterAll(() => town.close())

let count = 1_000
async function aCase(name: string, email: string | null, more: { readonly birthDay?: string; readonly department?: 'ordnung' | 'bau' } = {}): Promise<Application> {
  const number = ++count
  const department = DepartmentId.parse(more.department ?? 'ordnung')
  const personId = await town.database.db.transaction().execute(trx =>
    personOfApplicant(trx, TEST_TOWN, { name, email, birthDay: more.birthDay ?? null }, PersonId.parse(derivedUuid('files/person', String(number)))))
  const row = anApplication({ id: ApplicationId.parse(derivedUuid('files/case', String(number))), number, reference: `TGH-2026-${number}`, personId, applicantName: name, scope: departmentScope(department), departmentId: department })
  await town.change([{ table: 'applications', row }])
  return row
}

async function anAppointmentOf(name: string, email: string | null) {
  const ms = Date.UTC(2027, 0, 1, 9) + ++count * 3_600_000
  const startsAt = instantFromMs(ms)
  const endsAt = instantFromMs(ms + 600_000)
  const row = anAppointment({ id: AppointmentId.parse(derivedUuid('files/appointment', String(count))), name, email, phone: '03935 4711', startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt })
  await town.change([{ table: 'appointments', row }])
  return row
}

interface Answers extends PersonFile {
  readonly people: readonly PersonSummary[]
  readonly pairs: readonly DuplicatePair[]
  readonly hasMore: boolean
  readonly personId: string | null
  readonly code?: string
}

const ask = async (login: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const response = await town.app.inject({ method, url: `/v1/people/${url}`, headers: await town.bearer(login), ...(payload ? { payload } : {}) })
  return { status: response.statusCode, body: response.json() as Answers }
}
const secrecyOf = (personId: string, until: string | null) => ask(CLERK, 'PUT', `secrecy/${randomUUID()}`, { personId, until, reason: 'Bescheid des Landkreises vom 20.11.' })
const duplicatesOf = async (login: string, ...ids: readonly string[]) =>
  (await ask(login, 'GET', 'duplicates')).body.pairs.filter(({ one, other }) => ids.includes(one.id) || ids.includes(other.id))
const merge = async (login: string, fromId: string, intoId: string) => {
  const id = randomUUID()
  return { id, ...(await ask(login, 'PUT', `merges/${id}`, { fromId, intoId, reason: REASON })) }
}
const undo = (login: string, id: string) => ask(login, 'PUT', `merges/${id}/undone`, { reason: REASON })
const search = async (login: string, text: string) => (await ask(login, 'POST', 'search', { search: text })).body.people
const file = (login: string, id: string, reason: string | null = null) => ask(login, 'POST', 'file', { id, reason })

test('a citizen is found by name in any spelling, e-mail address, telephone, reference and birth date', async () => {
  const { personId, reference } = await aCase('Jörg Großmüller', 'joerg@post.example', { birthDay: '1971-03-04' })
  await anAppointmentOf('Jörg Großmüller', 'joerg@post.example')
  for (const text of ['Joerg Grossmueller', 'Grossmüller', 'Großmüller, Jörg', 'jörg', 'Grosmüler', 'joerg@post', '03935/4711', reference.toLowerCase(), '4.3.1971'])
    expect((await search(CLERK, text)).map(({ id }) => id), text).toEqual([personId])
  expect(await search(CLERK, 'Habermann')).toEqual([])
})

test('one file shows cases and appointments; a department sees its own alone, and nobody what they may not see', async () => {
  const mine = await aCase('Petra Zweiamt', 'petra@post.example')
  const theirs = await aCase('Petra Zweiamt', 'petra@post.example', { department: 'bau' })
  const appointment = await anAppointmentOf('Petra Zweiamt', 'petra@post.example')
  expect(theirs.personId).toBe(mine.personId)
  const own = await file(CLERK, mine.personId)
  expect(own.body.entries.map(({ table, id }) => [table, id])).toEqual(expect.arrayContaining([['applications', mine.id], ['appointments', appointment.id]]))
  expect(own.body.entries.map(({ id }) => id)).not.toContain(theirs.id)
  expect((await file(OTHER, mine.personId)).body.entries.map(({ id }) => id)).toEqual([theirs.id])
  expect((await file(OTHER, mine.personId)).body.person.phones, 'what only the other department was told').toEqual([])
  const alone = await aCase('Nur Ordnung', 'nur@post.example')
  expect(await search(OTHER, 'Nur Ordnung')).toEqual([])
  expect(await file(OTHER, alone.personId)).toMatchObject({ status: 404, body: { code: 'request/not-found' } })
  expect((await ask(OTHER, 'POST', 'of-record', { table: 'applications', recordId: alone.id })).body.personId).toBeNull()
  expect((await ask(CLERK, 'POST', 'of-record', { table: 'applications', recordId: alone.id })).body.personId).toBe(alone.personId)
})

test('whoever opens a file is known by it', async () => {
  const { personId } = await aCase('Gesa Gelesen', 'gesa@post.example')
  await file(CLERK, personId)
  const { rows } = await sql<{ entry: string }>`select entry from audit_log where entry like '%people.viewed%' and entry like ${`%${personId}%`}`.execute(town.database.db)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.entry).not.toContain('Gesa')
})

test('what may be one person is shown with its reasons, made one with a reason, and taken apart again', async () => {
  const one = await aCase('Anke Ehemals', 'anke@post.example', { birthDay: '1985-05-05' })
  const other = await aCase('Anke Nunmehr', null, { birthDay: '1985-05-05' })
  const family = await aCase('Uwe Ehemals', 'anke@post.example')
  const pairs = async () => (await ask(CLERK, 'GET', 'duplicates')).body.pairs.filter(({ one: left, other: right }) => [one, other, family].some(({ personId }) => personId === left.id || personId === right.id))
  expect((await pairs()).map(({ reasons, score }) => ({ reasons, score }))).toEqual([{ reasons: ['same-given-name', 'birth-day'], score: 60 }])
  const id = randomUUID()
  const mergeBoth = () => ask(CLERK, 'PUT', `merges/${id}`, { fromId: other.personId, intoId: one.personId, reason: REASON })
  expect((await mergeBoth()).status).toBe(200)
  expect((await mergeBoth()).status, 'a repetition').toBe(200)
  expect((await ask(CLERK, 'PUT', `merges/${randomUUID()}`, { fromId: one.personId, intoId: other.personId, reason: REASON })).body.code).toBe('people/already-one')
  const whole = (await file(CLERK, other.personId)).body
  expect(whole.person).toMatchObject({ id: one.personId, name: 'Anke Ehemals', otherNames: ['Anke Nunmehr'] })
  expect(whole.entries.map(entry => entry.id).toSorted()).toEqual([one.id, other.id].toSorted())
  expect((await file(OTHER, one.personId)).status, 'the other department knows neither').toBe(404)
  expect(await pairs()).toEqual([])
  expect((await ask(OTHER, 'PUT', `merges/${id}/undone`, { reason: REASON })).status).toBe(404)
  expect((await ask(CLERK, 'PUT', `merges/${id}/undone`, { reason: REASON })).status).toBe(200)
  expect((await file(CLERK, other.personId)).body.entries.map(entry => entry.id)).toEqual([other.id])
  expect((await file(CLERK, other.personId)).body.merges).toMatchObject([{ reason: REASON, undoneReason: REASON }])
  await ask(CLERK, 'PUT', 'apart', { oneId: other.personId, otherId: one.personId, reason: 'Schwestern' })
  expect(await pairs()).toEqual([])
})

test('merges and undoing them in any order leave everybody the records they had', async () => {
  const access = await loadAccount(town.database.db, TEST_TOWN, accountOf(CLERK), instantFromMs(town.clock.nowMs()))
  if (!access.ok) throw new Error('no clerk')
  const reader = readerOf(access.value)
  if (!reader.ok) throw new Error('no reader')
  const people: Application[] = []
  for (const index of [0, 1, 2, 3, 4]) people.push(await aCase(`Folge ${index} Mensch`, `folge${index}@post.example`))
  const { db } = town.database
  const now = instantFromMs(town.clock.nowMs())
  const groups = async () => (await sql<{ root: string; ids: string }>`
    select person_root(${TEST_TOWN}, id) as root, string_agg(id, ',' order by id) as ids from people where id = any(${people.map(({ personId }) => personId)}::text[]) group by 1 order by 2`.execute(db)).rows.map(({ ids }) => ids)
  const alone = await groups()
  const person = fc.constantFrom(...people.map(({ personId }) => personId))
  const move = fc.tuple(person, person)
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 7 }), fc.infiniteStream(fc.nat()), async (moves, order) => {
    const done: { readonly id: string; readonly before: readonly string[] }[] = []
    for (const [fromId, intoId] of moves) {
      const id = randomUUID()
      const before = await groups()
      const merged = await mergePeople(db, reader.value, { id, fromId, intoId, reason: REASON }, now)
      if (merged.ok) done.push({ id, before })
    }
    for (const last of done.slice(-1)) {
      await undoMerge(db, reader.value, { id: last.id, reason: REASON }, now)
      expect(await groups(), 'the last one undone leaves what was before it').toEqual(last.before)
    }
    const left = done.slice(0, -1)
    while (left.length > 0) {
      const [next] = left.splice(Number(order.next().value) % left.length, 1)
      await undoMerge(db, reader.value, { id: next?.id ?? '', reason: REASON }, now)
    }
    expect(await groups()).toEqual(alone)
    for (const one of people) expect((await db.selectFrom('applications').select('person_id').where('id', '=', one.id).executeTakeFirst())?.person_id, 'references are never rewritten').toBe(one.personId)
  }), { numRuns: 25 })
})

test('a secrecy hides how somebody is reached until one says why, marks their records for every desk and ends by itself', async () => {
  const { personId, id: caseId } = await aCase('Sina Sperre', 'sina@post.example', { birthDay: '1990-09-09' })
  const before = await anAppointmentOf('Sina Sperre', 'sina@post.example')
  const set = (until: string | null) => ask(CLERK, 'PUT', `secrecy/${randomUUID()}`, { personId, until, reason: 'Bescheid des Landkreises vom 20.11.' })
  expect((await set('2020-01-01')).body.code).toBe('people/secrecy-in-past')
  expect((await set('2028-06-30')).status).toBe(200)
  const later = await anAppointmentOf('Sina Sperre', 'sina@post.example')
  const marks = async () => (await town.database.db.selectFrom('secrecy_marks').select('record_id').where('person_id', '=', personId).execute()).map(({ record_id }) => record_id).toSorted()
  expect(await marks()).toEqual([caseId, before.id, later.id].toSorted())
  expect((await search(CLERK, 'Sina Sperre'))[0]).toMatchObject({ secretUntil: '2028-06-30', isHidden: true, emails: [], phones: [], birthDay: null })
  expect((await file(CLERK, personId)).body.person).toMatchObject({ isHidden: true, emails: [], phones: [] })
  expect((await file(CLERK, personId, REASON)).body.person).toMatchObject({ isHidden: false, emails: ['sina@post.example'], birthDay: '1990-09-09' })
  expect(await town.database.db.selectFrom('person_accesses').select(['purpose', 'about']).where('about', '=', personId).execute()).toEqual([{ purpose: REASON, about: personId }])
  const other = await aCase('Sina Sperre-Neu', 'sina.neu@post.example', { birthDay: '1990-09-09' })
  const id = randomUUID()
  await ask(CLERK, 'PUT', `merges/${id}`, { fromId: other.personId, intoId: personId, reason: REASON })
  const secret = async () => (await town.database.db.selectFrom('secrecies').select('id').execute()).map(row => row.id as string).toSorted()
  expect(await secret(), 'whoever is one with them, too').toEqual([personId, other.personId].toSorted())
  await ask(CLERK, 'PUT', `merges/${id}/undone`, { reason: REASON })
  expect(await secret()).toEqual([personId])
  town.clock.move(1_000)
  await set('2028-11-22')
  town.clock.move(3 * 366 * 86_400_000)
  expect(await endSecrecies(town.database.db, TEST_TOWN, instantFromMs(town.clock.nowMs()))).toBeGreaterThan(0)
  town.clock.move(-3 * 366 * 86_400_000)
  expect([await secret(), await marks()]).toEqual([[], []])
  expect((await file(CLERK, personId)).body.secrecyChanges.map(({ kind }) => kind)).toEqual(['extended', 'set'])
})

test('how somebody wants to be reached is kept with its history', async () => {
  const { personId, id } = await aCase('Wanda Weg', 'wanda@post.example')
  const choose = (value: string, kind = 'way', subject = '') => ask(CLERK, 'PUT', `choices/${randomUUID()}`, { personId, kind, subject, value, source: 'counter' })
  await choose('letter')
  town.clock.move(1_000)
  await choose('telephone')
  await choose('given', 'consent', 'Foto auf der Internetseite')
  expect((await choose('pigeon')).status).toBe(400)
  const { choices, preferredWay } = (await file(CLERK, personId)).body
  expect(preferredWay).toBe('telephone')
  expect(choices.map(({ value }) => value)).toHaveLength(3)
  expect((await ask(CLERK, 'POST', 'of-record', { table: 'applications', recordId: id })).body).toEqual({ personId, preferredWay: 'telephone' })
  expect((await ask(OTHER, 'PUT', `choices/${randomUUID()}`, { personId, kind: 'way', subject: '', value: 'letter', source: 'counter' })).status).toBe(404)
})

test('a record is put into a file by hand and stays there', async () => {
  const { personId } = await aCase('Hanna Hand', 'hanna@post.example')
  const appointment = await anAppointmentOf('H. Hand', null)
  const assign = (table: string, recordId: string) => ask(CLERK, 'PUT', 'records', { table, recordId, personId, reason: REASON })
  expect((await assign('appointments', appointment.id)).status).toBe(200)
  await town.change([{ table: 'appointments', row: { ...appointment, name: 'Ganz Anders' } }])
  expect((await file(CLERK, personId)).body.entries.find(entry => entry.id === appointment.id)?.how).toBe('by-hand')
  expect((await ask(OTHER, 'PUT', 'records', { table: 'appointments', recordId: appointment.id, personId, reason: REASON })).status).toBe(404)
})

test('who is reached there is not told by a search, a duplicate or a message of somebody under secrecy', async () => {
  const { personId } = await aCase('Vera Verborgen', 'vera@post.example', { birthDay: '1988-08-08' })
  await anAppointmentOf('Vera Verborgen', 'vera@post.example')
  const other = await aCase('Vera Verborgen-Alt', 'vera@post.example')
  expect(await duplicatesOf(CLERK, personId)).toMatchObject([{ reasons: ['part-of-name', 'email'] }])
  await secrecyOf(personId, '2028-11-22')
  const ids = async (text: string) => (await search(CLERK, text)).map(({ id }) => id)
  expect(await ids('Vera Verborgen')).toContain(personId)
  expect(await ids('vera@post')).toEqual([other.personId])
  expect(await ids('8.8.1988')).toEqual([])
  expect(await ids('03935 4711')).not.toContain(personId)
  const [pair] = await duplicatesOf(CLERK, personId)
  expect(pair).toMatchObject({ reasons: ['part-of-name'], one: { emails: [], isHidden: true }, other: { emails: [], isHidden: true } })
})

test('a chain of merges is taken apart in the middle; what hangs below stays', async () => {
  const [one, other, last] = [await aCase('Kai Eins', 'kai1@post.example'), await aCase('Kai Zwei', 'kai2@post.example'), await aCase('Kai Drei', 'kai3@post.example')]
  const first = await merge(CLERK, one.personId, other.personId)
  await merge(CLERK, other.personId, last.personId)
  const entries = async (id: string) => (await file(CLERK, id)).body.entries.map(entry => entry.id).toSorted()
  expect(await entries(one.personId)).toEqual([one.id, other.id, last.id].toSorted())
  await undo(CLERK, first.id)
  expect(await entries(one.personId)).toEqual([one.id])
  expect(await entries(last.personId)).toEqual([other.id, last.id].toSorted())
})

test('of whoever was merged and has no record left only the name is kept', async () => {
  const staying = await aCase('Berta Bleibt', 'bleibt@post.example')
  const going = await aCase('Berta Geht', 'geht@post.example', { birthDay: '1970-07-07' })
  await merge(CLERK, going.personId, staying.personId)
  const origin = { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at: instantFromMs(town.clock.nowMs()) }
  const known = () => town.database.db.selectFrom('people').select(['name', 'email', 'birth_day']).where('id', 'in', [going.personId, staying.personId]).orderBy('name').execute()
  await town.database.db.transaction().execute(trx => eraseCases(trx, origin, [going]))
  expect(await known()).toEqual([{ name: 'Berta Bleibt', email: 'bleibt@post.example', birth_day: null }, { name: 'Berta Geht', email: null, birth_day: null }])
  await town.database.db.transaction().execute(trx => eraseCases(trx, origin, [staying]))
  expect(await known(), 'with the last record everybody of the file goes').toEqual([])
})

test('a merge with somebody of another department is neither told nor taken back by those who see one side', async () => {
  const mine = await aCase('Rita Seite', 'seite1@post.example')
  const theirs = await aCase('Rita Andere', 'seite2@post.example', { department: 'bau' })
  const access = await loadAccount(town.database.db, TEST_TOWN, accountOf(CLERK), instantFromMs(town.clock.nowMs()))
  if (!access.ok) throw new Error('no clerk')
  expect((await merge(CLERK, theirs.personId, mine.personId)).status).toBe(404)
  const both = readerOf({ ...access.value, scopes: new Map([...access.value.scopes, ['department:bau' as Scope, '1']]) })
  if (!both.ok) throw new Error('no reader')
  const id = randomUUID()
  expect((await mergePeople(town.database.db, both.value, { id, fromId: theirs.personId, intoId: mine.personId, reason: REASON }, instantFromMs(town.clock.nowMs()))).ok).toBe(true)
  expect((await file(CLERK, mine.personId)).body.merges).toEqual([])
  expect((await undo(CLERK, id)).status).toBe(404)
  expect((await undoMerge(town.database.db, both.value, { id, reason: REASON }, instantFromMs(town.clock.nowMs()))).ok).toBe(true)
})

test('the id of a citizen of another town is nobody’s', async () => {
  const { db } = town.database
  await createTown(db, { id: TownId.parse('nachbarstadt'), name: 'Nachbarstadt', reference_prefix: 'NAC', recovery_key: `${'A'.repeat(43)}=`, demo: false })
  const foreign = PersonId.parse(randomUUID())
  await db.insertInto('people').values({ town_id: TownId.parse('nachbarstadt'), id: foreign, name: 'Frieda Fremd', email: 'fremd@post.example', merged_into: null, name_key: 'friedafremd', sounds: '', given_name: 'frieda' }).execute()
  const { personId } = await aCase('Frieda Fremd', 'fremd@post.example')
  expect(personId, 'nobody is found across towns').not.toBe(foreign)
  expect((await file(CLERK, foreign)).status).toBe(404)
  expect((await merge(CLERK, foreign, personId)).status).toBe(404)
  expect((await secrecyOf(foreign, '2028-11-22')).status).toBe(404)
  expect((await search(CLERK, 'Frieda Fremd')).map(({ id }) => id)).toEqual([personId])
})

test('those for whom one helper applied with their own account are no candidates and push nobody out', async () => {
  const syllables = ['ba', 'da', 'fa', 'ga', 'la', 'ma', 'ra', 'sa']
  const given = syllables.flatMap(one => syllables.map(other => `A${one}${other}`))
  const names = [...given.map(name => `${name} Helferin`), 'Abafa Helferin-Neu']
  const rows = await town.database.db.transaction().execute(async trx => {
    const made: Application[] = []
    for (const name of names) {
      const number = ++count
      const personId = await personOfApplicant(trx, TEST_TOWN, { name, email: null, account: 'bundid/helper' }, PersonId.parse(randomUUID()))
      made.push(anApplication({ id: ApplicationId.parse(randomUUID()), number, reference: `TGH-2026-${number}`, personId, applicantName: name }))
    }
    return made
  })
  await town.change(rows.map(row => ({ table: 'applications', row })))
  const { pairs, hasMore } = (await ask(CLERK, 'GET', 'duplicates')).body
  expect(hasMore, 'sixty-five of them are more than two thousand pairs').toBe(false)
  expect(pairs.flatMap(({ one, other }) => [one.name, other.name].includes('Abafa Helferin-Neu') ? [[one.name, other.name].toSorted()] : [])).toEqual([['Abafa Helferin', 'Abafa Helferin-Neu']])
})
