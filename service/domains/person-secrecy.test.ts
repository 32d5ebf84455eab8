import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { ApplicationId, DepartmentId, PersonId } from '../../shared/ids.ts'
import { healthScope, type Scope } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import { personOfApplicant } from '../intake/person-of-applicant.ts'
import { findPeople } from '../privacy/person-search.ts'
import { loadAccount } from '../store/access.ts'
import { eraseCases } from '../store/erase.ts'
import { accountOf, TEST_TOWN, testService, type TestService } from '../testing.ts'
import { assignRecord } from './people/assign-record.ts'
import { findDuplicates } from './people/find-duplicates.ts'
import { findCitizens } from './people/find-people.ts'
import { forgetReasons } from './people/forget-reasons.ts'
import { mergePeople, undoMerge } from './people/merge.ts'
import { personFile } from './people/person-file.ts'
import { readerOf, visibleGroup, type Reader } from './people/reader.ts'
import { changeSecrecy, endSecrecies } from './people/secrecies.ts'

const REASON = 'Bescheid des Landkreises'
const TODAY = '2026-11-22'
const UNTIL = '2028-11-22'
const YEAR_MS = 366 * 86_400_000

let town: TestService
let reader: Reader
beforeAll(async () => {
  town = await testService()
  reader = await aReader()
})
afterAll(() => town.close())

const now = (laterMs = 0) => instantFromMs(town.clock.nowMs() + laterMs)

async function aReader(...more: readonly Scope[]): Promise<Reader> {
  const access = await loadAccount(town.database.db, TEST_TOWN, accountOf('clerk.ordnung'), now())
  if (!access.ok) throw new Error('no clerk')
  const found = readerOf({ ...access.value, scopes: new Map([...access.value.scopes, ...more.map(scope => [scope, '1'] as const)]) })
  if (!found.ok) throw new Error('no reader')
  return found.value
}

let count = 3_000
async function aCase(name: string, more: Partial<Parameters<typeof personOfApplicant>[2]> = {}): Promise<Application> {
  const number = ++count
  const personId = await town.database.db.transaction().execute(trx => personOfApplicant(trx, TEST_TOWN, { email: null, ...more, name }, PersonId.parse(randomUUID())))
  const row = anApplication({ id: ApplicationId.parse(randomUUID()), number, reference: `TGH-2026-${number}`, personId, applicantName: name })
  await town.change([{ table: 'applications', row }])
  return row
}

const personOf = async ({ id }: Application): Promise<PersonId> => (await town.database.db.selectFrom('applications').select('person_id').where('id', '=', id).executeTakeFirstOrThrow()).person_id
const secrecy = (personId: PersonId, until: string | null, at = now()) => changeSecrecy(town.database.db, reader, { id: randomUUID(), personId, until, reason: REASON }, at)
const secretUntil = async (personId: PersonId) => (await town.database.db.selectFrom('secrecies').select('until').where('id', '=', personId).executeTakeFirst())?.until
const marks = async ({ id }: Application) => (await town.database.db.selectFrom('secrecy_marks').select('person_id').where('record_id', '=', id).execute()).map(row => row.person_id)
const merge = async (fromId: PersonId, intoId: PersonId) => {
  const id = randomUUID()
  expect(await mergePeople(town.database.db, reader, { id, fromId, intoId, reason: REASON }, now())).toMatchObject({ ok: true })
  return { undo: () => undoMerge(town.database.db, reader, { id, reason: REASON }, now()) }
}
const HOME = { street: 'Gartenweg 7', postalCode: '39517', place: 'Tangerhütte' }

test('father and son of one name at one address are two, proposed as one', async () => {
  const father = await aCase('Otto Gartenweg', { address: HOME })
  const son = await aCase('Otto Gartenweg', { address: HOME, email: 'son@post.example' })
  expect(son.personId).not.toBe(father.personId)
  const { pairs } = await findDuplicates(town.database.db, reader, TODAY)
  expect(pairs.filter(({ one, other }) => [one.id, other.id].includes(son.personId))).toMatchObject([{ reasons: ['same-name', 'address'] }])
})

test('a case that came to the wrong citizen is given to another one, and to a new one, with its marks', async () => {
  const secret = await aCase('Sonja Falsch', { email: 'falsch@post.example' })
  const moved = await aCase('Sonja Falsch', { email: 'falsch@post.example' })
  const other = await aCase('Sonja Richtig', { email: 'richtig@post.example' })
  await secrecy(secret.personId, UNTIL)
  expect([await personOf(moved), await marks(moved)]).toEqual([secret.personId, [secret.personId]])
  const give = (personId: PersonId | null) => assignRecord(town.database.db, reader, { table: 'applications', recordId: moved.id, personId, reason: REASON }, now())
  expect(await give(other.personId)).toEqual({ ok: true, value: {} })
  expect([await personOf(moved), await marks(moved), await marks(secret)]).toEqual([other.personId, [], [secret.personId]])
  expect(await give(null)).toEqual({ ok: true, value: {} })
  const alone = await personOf(moved)
  expect([secret.personId, other.personId]).not.toContain(alone)
  expect(await town.database.db.selectFrom('people').select(['name', 'email']).where('id', '=', alone).execute()).toEqual([{ name: 'Sonja Falsch', email: null }])
  expect(await give(secret.personId)).toEqual({ ok: true, value: {} })
  expect([await personOf(moved), await marks(moved)]).toEqual([secret.personId, [secret.personId]])
  expect(await town.database.db.selectFrom('people').select('id').where('id', '=', alone).execute(), 'nobody any more').toEqual([])
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from feed where table_name = 'applications' and record_id = ${moved.id}`.execute(town.database.db)
  expect(rows[0]?.count, 'every desk is told each time').toBeGreaterThanOrEqual(1)
})

test('that somebody was vaccinated is told in no file, search or list of duplicates, whoever reads', async () => {
  const scope = healthScope(DepartmentId.parse('ordnung'))
  const team = await aReader(scope)
  const id = PersonId.parse(randomUUID())
  const named = { name_key: 'irmaimpfling', sounds: '0', given_name: 'irma' }
  await town.database.db.insertInto('people').values({ town_id: TEST_TOWN, id, name: 'Irma Impfling', email: null, merged_into: null, ...named }).execute()
  await town.database.db.insertInto('person_records').values({ town_id: TEST_TOWN, record_table: 'vaccinations', record_id: randomUUID(), scope, person_id: id, how: 'contact', at: now(), name: 'Irma Impfling', birth_day: '1950-05-05', email: null, phone: null, address: null, ...named, phone_key: null, address_key: null }).execute()
  expect(await visibleGroup(town.database.db, team, id)).toEqual([])
  expect((await findCitizens(town.database.db, team, '5.5.1950', TODAY)).people).toEqual([])
  const known = await aCase('Irma Impfling', { birthDay: '1950-05-05' })
  expect(known.personId, 'the link itself stands').toBe(id)
  await town.database.db.updateTable('people').set({ birth_day: null }).where('id', '=', id).execute()
  expect((await findCitizens(town.database.db, team, 'Irma Impfling', TODAY)).people).toMatchObject([{ birthDay: null }])
})

test('taking a merge back neither ends nor shortens a secrecy', async () => {
  const [one, other] = [await aCase('Meta Eins', { email: 'meta1@post.example' }), await aCase('Meta Zwei', { email: 'meta2@post.example' })]
  await secrecy(one.personId, '2027-06-30')
  const { undo } = await merge(one.personId, other.personId)
  town.clock.move(1_000)
  await secrecy(other.personId, UNTIL)
  town.clock.move(1_000)
  await undo()
  expect([await secretUntil(one.personId), await secretUntil(other.personId)]).toEqual([UNTIL, UNTIL])
})

test('a secrecy ends by law, and with it what is known of whoever has no record any more', async () => {
  const { personId, ...row } = await aCase('Egon Endlich', { email: 'egon@post.example', account: 'bundid/egon' })
  expect(await secrecy(personId, '2028-11-23')).toMatchObject({ ok: false, error: { code: 'people/secrecy-too-long', facts: { latest: UNTIL } } })
  await secrecy(personId, UNTIL)
  const origin = { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at: now() }
  await town.database.db.transaction().execute(trx => eraseCases(trx, origin, [{ ...row, personId }]))
  const known = () => town.database.db.selectFrom('people').select(['name', 'email', 'account']).where('id', '=', personId).execute()
  expect(await known()).toEqual([{ name: 'Egon Endlich', email: null, account: null }])
  await endSecrecies(town.database.db, TEST_TOWN, now(3 * YEAR_MS))
  expect(await known()).toEqual([])
  const reasons = async () => (await town.database.db.selectFrom('secrecy_changes').select('reason').where('person_id', '=', personId).execute()).map(({ reason }) => reason)
  await forgetReasons(town.database.db, TEST_TOWN, now(3 * YEAR_MS))
  expect(await reasons(), 'not long over yet').toEqual([REASON])
  await forgetReasons(town.database.db, TEST_TOWN, now(5 * YEAR_MS))
  expect(await reasons()).toEqual([''])
})

test('why somebody is hidden is read after the reason alone', async () => {
  const { personId } = await aCase('Gerd Grund', { email: 'gerd@post.example' })
  await secrecy(personId, UNTIL)
  const told = async (reason: string | null) => {
    const file = await personFile(town.database.db, reader, { id: personId, reason }, now())
    return file.ok ? file.value.secrecyChanges.map(change => change.reason) : file.error.code
  }
  expect([await told(null), await told('Am Schalter')]).toEqual([[''], [REASON]])
  expect(await town.database.db.selectFrom('person_accesses').select('about').where('about', '=', personId).execute()).toHaveLength(1)
  await forgetReasons(town.database.db, TEST_TOWN, now(3 * YEAR_MS))
  expect(await town.database.db.selectFrom('person_accesses').select('about').where('about', '=', personId).execute()).toEqual([])
})

test('what for somebody looked is forgotten with the day of the town, which begins before that of the world clock', async () => {
  const aboutWhom = randomUUID()
  const at = (moment: string) => instantFromMs(Date.parse(moment))
  const left = async (moment: string) => {
    await forgetReasons(town.database.db, TEST_TOWN, at(moment))
    return (await town.database.db.selectFrom('person_accesses').select('purpose').where('about', '=', aboutWhom).orderBy('at').execute()).map(({ purpose }) => purpose)
  }
  const { actor } = reader.access
  for (const [purpose, moment] of [['the day before', '2026-11-21T22:59:59.999Z'], ['just after midnight', '2026-11-21T23:00:00.000Z'], ['in summer', '2027-07-01T21:59:59.999Z'], ['in a summer night', '2027-07-01T22:00:00.000Z']] as const)
    await town.database.db.insertInto('person_accesses').values({ town_id: TEST_TOWN, id: randomUUID(), kind: 'file', about: aboutWhom, purpose, at: at(moment), by_id: actor.personId, by_name: actor.name }).execute()
  expect(await left('2028-11-21T22:30:00.000Z')).toHaveLength(4)
  expect(await left('2028-11-21T23:30:00.000Z')).toEqual(['just after midnight', 'in summer', 'in a summer night'])
  expect(await left('2029-07-01T22:30:00.000Z')).toEqual(['in a summer night'])
})

test('neither the score of a duplicate nor the search of the data protection officer tells how somebody hidden is reached', async () => {
  const { personId } = await aCase('Dora Dunkel', { email: 'dora@post.example' })
  await aCase('Dora Dunkel-Hell', { email: 'dora@post.example' })
  const scores = async () => (await findDuplicates(town.database.db, reader, TODAY)).pairs.filter(({ one, other }) => [one.id, other.id].includes(personId)).map(({ score }) => score)
  const found = async () => (await findPeople(town.database.db, TEST_TOWN, 'dora', TODAY)).filter(({ id }) => id === personId)
  expect([await scores(), await found()]).toMatchObject([[55], [{ email: 'dora@post.example', isHidden: false }]])
  await secrecy(personId, UNTIL)
  expect([await scores(), await found()]).toMatchObject([[35], [{ email: null, address: '', isHidden: true }]])
})
