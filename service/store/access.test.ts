import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Grant } from '../../shared/actor.ts'
import type { Change } from '../../shared/command.ts'
import { anAlert, aTopic } from '../../shared/domains/alerts/testing.ts'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../../shared/ids.ts'
import { channelScope } from '../../shared/scope.ts'
import { plusDays } from '../../shared/time.ts'
import { loadAccount, loadActor } from './access.ts'
import { commitChanges } from './commit.ts'
import type { Database } from './database.ts'
import { readFeed } from './feed.ts'
import { setGrants, type Rights } from './rights.ts'
import { readSnapshotHead, readSnapshotPage } from './snapshot.ts'
import { addTestTown, anOrigin, TEST_TIME, testEngines } from './testing.ts'

const ordnung = DepartmentId.parse('ordnung')
const soziales = DepartmentId.parse('soziales')
const katrin = aStaffAccount()
const deputy = aStaffAccount({
  id: AccountId.parse('0192a000-0000-7000-8000-0000000000b2'),
  personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a2'),
  login: 'jens.voigt',
  name: 'Jens Voigt',
  grants: [{ role: 'clerk', departmentId: soziales }],
  deputyships: [{ forPersonId: katrin.personId, from: TEST_TIME, until: plusDays(TEST_TIME, 14) }],
})

describe.each(testEngines())('access on $kind', ({ open }) => {
  let database: Database
  let townId: TownId
  let townCount = 0
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    townId = TownId.parse(`town-${++townCount}`)
    await addTestTown(database, townId)
    await commit([{ table: 'staff', row: katrin }, { table: 'staff', row: deputy }])
  })
  afterAll(() => database.close())

  const commit = (changes: readonly Change[]) =>
    database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId }), changes))
  const set = (accountId: AccountId, rights: Rights) =>
    database.db.transaction().execute(trx => setGrants(trx, anOrigin({ townId, action: 'staff.set-grants' }), accountId, rights))
  const accessOf = async (login: string, now = TEST_TIME) => {
    const access = await loadActor(database.db, townId, login, now)
    if (!access.ok) throw new Error(access.error.code)
    return access.value
  }
  /** Without the scope of one's own, which everybody has and nothing changes. */
  const scopesOf = async (login: string, now = TEST_TIME) => {
    const { actor, scopes } = await accessOf(login, now)
    expect(scopes.get(`person:${actor.personId}`)).toBe('1')
    return Object.fromEntries([...scopes].filter(([scope]) => !scope.startsWith('person:')))
  }

  /** The cases of a department and what it says to the public, with their epoch. */
  const of = (department: string, epoch: string) => ({ [`department:${department}`]: epoch, [`channel:${department}`]: epoch })

  test('an account has the town and the departments it works in', async () => {
    expect(await scopesOf('Katrin.Sommer')).toEqual({ town: '1', ...of('ordnung', '1') })
    const { actor } = await accessOf('katrin.sommer')
    expect(actor).toEqual({ townId, accountId: katrin.id, personId: katrin.personId, name: katrin.name, grants: [{ role: 'clerk', departmentId: 'ordnung', viaPersonId: null, viaName: null }] })
    expect(await loadAccount(database.db, townId, katrin.id, TEST_TIME)).toMatchObject({ ok: true, value: { actor } })
  })

  test('a deputy has the other person\'s departments for as long as it was said', async () => {
    expect(await scopesOf('jens.voigt')).toEqual({ town: '1', ...of('ordnung', '1'), ...of('soziales', '1') })
    expect(await scopesOf('jens.voigt', plusDays(TEST_TIME, 14))).toEqual({ town: '1', ...of('soziales', '1') })
  })

  test.each(['nobody', 'katrin.sommer%', ''])('refuses the login %j', async login => {
    expect(await loadActor(database.db, townId, login, TEST_TIME)).toMatchObject({ error: { code: 'session/unknown-account' } })
  })

  test('who is disabled is refused at once', async () => {
    await set(katrin.id, { active: false })
    expect(await loadActor(database.db, townId, 'katrin.sommer', TEST_TIME)).toMatchObject({ error: { code: 'session/unknown-account' } })
    expect(await scopesOf('jens.voigt')).toEqual({ town: '1', ...of('soziales', '1') })
  })

  test('changed rights give exactly the scopes concerned a new epoch, the deputy\'s too', async () => {
    const lead: Grant = { role: 'lead', departmentId: ordnung }
    await set(katrin.id, { grants: [...katrin.grants, lead] })
    expect(await scopesOf('katrin.sommer')).toEqual({ town: '1', ...of('ordnung', '2') })
    expect(await scopesOf('jens.voigt')).toEqual({ town: '1', ...of('ordnung', '2'), ...of('soziales', '1') })
    await set(katrin.id, { grants: [lead, { role: 'clerk', departmentId: soziales }] })
    expect(await scopesOf('katrin.sommer')).toEqual({ town: '1', ...of('ordnung', '3'), ...of('soziales', '2') })
    await set(katrin.id, { grants: [lead, { role: 'clerk', departmentId: soziales }] })
    expect(await scopesOf('katrin.sommer')).toEqual({ town: '1', ...of('ordnung', '3'), ...of('soziales', '2') })
  })

  test('nothing of a foreign department or of another person can be read by any way', async () => {
    const access = await accessOf('jens.voigt', plusDays(TEST_TIME, 20))
    const forbidden = { ok: false, error: { code: 'sync/scope-forbidden' } }
    for (const scope of ['department:ordnung', `person:${katrin.personId}`]) {
      expect(await readFeed(database.db, access, { scope, after: 0, limit: 10 })).toEqual(forbidden)
      expect(await readSnapshotHead(database.db, access, scope)).toEqual(forbidden)
      expect(await readSnapshotPage(database.db, access, { scope, table: 'applications', after: '', limit: 10 })).toEqual(forbidden)
    }
  })

  test('an officer holds what every department says to the public, and none of its cases', async () => {
    const officer = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b3'), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a3'), login: 'officer', grants: [{ role: 'officer', departmentId: null }] })
    const said = anAlert({ scope: channelScope(soziales) })
    await commit([{ table: 'staff', row: officer }, { table: 'alert_topics', row: aTopic({ departmentId: soziales }) }, { table: 'alerts', row: said }])
    expect(await scopesOf('officer')).toEqual({ town: '1', 'channel:ordnung': '1', 'channel:soziales': '1' })
    const access = await accessOf('officer')
    expect(JSON.stringify(await readFeed(database.db, access, { scope: 'channel:soziales', after: 0, limit: 10 }))).toContain(said.id)
    expect(JSON.stringify(await readSnapshotPage(database.db, access, { scope: 'channel:soziales', table: 'alerts', after: '', limit: 10 }))).toContain(said.id)
    const forbidden = { ok: false, error: { code: 'sync/scope-forbidden' } }
    expect(await readFeed(database.db, access, { scope: 'department:soziales', after: 0, limit: 10 })).toEqual(forbidden)
    expect(await readSnapshotHead(database.db, access, 'department:soziales')).toEqual(forbidden)
    expect(await readFeed(database.db, await accessOf('katrin.sommer'), { scope: 'channel:soziales', after: 0, limit: 10 })).toEqual(forbidden)
  })

  test('nothing of a foreign town can be read, though departments are named alike', async () => {
    const other = TownId.parse(`${townId}-other`)
    await addTestTown(database, other)
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: other }), [{ table: 'staff', row: { ...katrin, login: 'other' } }]))
    await commit([{ table: 'departments', row: { id: ordnung, scope: 'town', version: 0, name: 'Only here', position: 1, letterhead: null, closedAt: null } }])
    expect(await loadActor(database.db, townId, 'other', TEST_TIME)).toMatchObject({ ok: false })
    const access = await loadActor(database.db, other, 'other', TEST_TIME)
    if (!access.ok) throw new Error(access.error.code)
    const feed = await readFeed(database.db, access.value, { scope: 'town', after: 0, limit: 100 })
    const page = await readSnapshotPage(database.db, access.value, { scope: 'town', table: 'departments', after: '', limit: 10 })
    expect(JSON.stringify([feed, page])).toContain('soziales')
    expect(JSON.stringify([feed, page])).not.toContain('Only here')
  })
})
