import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addFirstPeople, FirstPeopleRefused } from './first-people.ts'
import { createAccounts } from './identity/accounts.ts'
import { loadActor } from './store/access.ts'
import type { Database } from './store/database.ts'
import { TEST_TIME, TEST_TOWN, testDatabase } from './store/testing.ts'
import { createTown } from './store/towns.ts'

const ADMINISTRATOR = { login: 'Erika.Muster', name: 'Erika Muster', grants: [{ role: 'administrator', departmentId: null }], password: 'ein langes Kennwort' }
const TOWN = { departments: [{ id: 'ordnung', name: 'Ordnungsamt' }], people: [ADMINISTRATOR, { login: 'max', name: 'Max', grants: [{ role: 'clerk', departmentId: 'ordnung' }] }] }

let database: Database
let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rathaus-first-people-'))
  database = await testDatabase()
  await createTown(database.db, { id: TEST_TOWN, name: 'Tangerhütte', reference_prefix: 'TGH', recovery_key: 'key', demo: false })
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

function add(content: unknown): Promise<void> {
  const file = join(folder, 'people.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return addFirstPeople(database, TEST_TOWN, file, TEST_TIME)
}

test('a new town gets its departments and people, and they can sign in', async () => {
  await add(TOWN)
  const administrator = await loadActor(database.db, TEST_TOWN, 'erika.muster', TEST_TIME)
  const clerk = await loadActor(database.db, TEST_TOWN, 'max', TEST_TIME)
  const own = expect.stringMatching(/^person:/) as string
  expect(administrator.ok && [...administrator.value.scopes.keys()]).toEqual(['town', own])
  expect(clerk.ok && [...clerk.value.scopes.keys()]).toEqual(['town', own, 'department:ordnung', 'channel:ordnung'])
  const accounts = createAccounts(database.db, TEST_TOWN)
  expect(await accounts.checkPassword('erika.muster', 'ein langes Kennwort')).toMatchObject({ name: 'Erika Muster' })
  expect(await accounts.checkPassword('max', '')).toBeNull()
  expect((await database.db.selectFrom('audit_log').select('entry').executeTakeFirstOrThrow()).entry).toContain('town.first-people')
})

test('a town where somebody is already is left as it is: the file is no way to new rights', async () => {
  await add(TOWN)
  await expect(add({ ...TOWN, people: [{ ...ADMINISTRATOR, login: 'intruder' }] })).rejects.toThrow(FirstPeopleRefused)
  expect((await loadActor(database.db, TEST_TOWN, 'intruder', TEST_TIME)).ok).toBe(false)
})

test.each([
  ['no JSON', '{', 'JSON'],
  ['a role that is none', { ...TOWN, people: [{ ...ADMINISTRATOR, grants: [{ role: 'king', departmentId: null }] }] }, 'people.0.grants.0.role'],
  ['a short password', { ...TOWN, people: [{ ...ADMINISTRATOR, password: 'kurz' }] }, 'people.0.password'],
  ['nobody who administers', { ...TOWN, people: TOWN.people.slice(1) }, 'administrator'],
  ['an unknown department', { ...TOWN, departments: [{ id: 'bau', name: 'Bau' }] }, 'ordnung'],
  ['a login twice', { ...TOWN, people: [ADMINISTRATOR, { ...ADMINISTRATOR, login: 'ERIKA.MUSTER' }] }, 'zweimal'],
])('%s is refused with the place, and nothing is added', async (_, content, said) => {
  await expect(add(content)).rejects.toThrow(said)
  expect(await database.db.selectFrom('staff').select('id').execute()).toEqual([])
})
