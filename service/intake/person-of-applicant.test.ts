import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contact } from '../../shared/domains/people/contact.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { ApplicationId, PersonId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { forgetPeople } from '../domains/people/forget-people.ts'
import { eraseCases } from '../store/erase.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'
import { personOfApplicant } from './person-of-applicant.ts'

let town: TestService
beforeAll(async () => {
  town = await testService()
})
afterAll(() => town.close())

const applies = (applicant: Pick<Contact, 'name'> & Partial<Contact>): Promise<PersonId> =>
  town.database.db.transaction().execute(trx => personOfApplicant(trx, TEST_TOWN, { email: null, ...applicant }, PersonId.parse(randomUUID())))
const known = (id: PersonId) => town.database.db.selectFrom('people').select(['email', 'account', 'joined_accounts']).where('id', '=', id).executeTakeFirstOrThrow()

test('whoever came with a second account and their birth date is known by it from then on, also where a form asks for no birth date', async () => {
  const name = 'Zita Zweikonto'
  const email = 'zita@post.example'
  const birthDay = '1979-09-09'
  const first = await applies({ name, email, birthDay, account: 'x' })
  expect(await applies({ name, email, birthDay, account: 'y' })).toBe(first)
  expect(await applies({ name, email, account: 'y' })).toBe(first)
  expect(await applies({ name, account: 'y' }), 'by the account alone').toBe(first)
  expect(await applies({ name, email, account: 'x' }), 'the first one, too').toBe(first)
  expect(await applies({ name, email, birthDay, account: 'z' })).toBe(first)
  await applies({ name, email, birthDay, account: 'y' })
  expect(await known(first)).toEqual({ email, account: 'x', joined_accounts: ['y', 'z'] })
  expect(await applies({ name, email, account: 'other' }), 'somebody else of the name, who reads the same mailbox').not.toBe(first)
})

test('an account that came with a birth date brings no e-mail address of its own: both are known to others', async () => {
  const name = 'Zora Zweikonto'
  const birthDay = '1981-01-01'
  const first = await applies({ name, birthDay, account: 'x1' })
  for (const account of ['y1', 'y1']) expect(await applies({ name, birthDay, account, email: 'fremd@post.example' })).toBe(first)
  expect((await known(first)).email).toBeNull()
  await applies({ name, birthDay, account: 'x1', email: 'zora@post.example' })
  expect((await known(first)).email).toBe('zora@post.example')
})

test('of two whose files are one, each account is kept once', async () => {
  const { db } = town.database
  const [name, email, birthDay] = ['Zenzi Zweikonto', 'zenzi@post.example', '1983-03-03'] as const
  const first = await applies({ name, email, birthDay, account: 'x2' })
  const other = await applies({ name, email: 'anders@post.example', account: 'y2' })
  expect(other).not.toBe(first)
  await db.updateTable('people').set({ merged_into: first }).where('id', '=', other).execute()
  expect(await applies({ name, birthDay, account: 'y2' })).toBe(first)
  expect(await known(first)).toMatchObject({ account: 'x2', joined_accounts: null })
})

test('with the last case of somebody every account of theirs is forgotten, also where their name is kept', async () => {
  const { db } = town.database
  const name = 'Zilla Zweikonto'
  const birthDay = '1985-05-05'
  const staying = await applies({ name: 'Zilla Bleibt', birthDay })
  const first = await applies({ name, birthDay, account: 'x3' })
  await applies({ name, birthDay, account: 'y3' })
  const rows = [staying, first].map((personId, index) => anApplication({ id: ApplicationId.parse(randomUUID()), number: 5_001 + index, reference: `TGH-2026-${5_001 + index}`, personId }))
  await town.change(rows.map(row => ({ table: 'applications', row })))
  await db.updateTable('people').set({ merged_into: staying }).where('id', '=', first).execute()
  expect(await known(first)).toMatchObject({ joined_accounts: ['y3'] })
  const at = instantFromMs(town.clock.nowMs())
  await db.transaction().execute(trx => eraseCases(trx, { townId: TEST_TOWN, actor: null, action: 'test', commandId: null, at }, rows.slice(1)))
  await db.transaction().execute(trx => forgetPeople(trx, TEST_TOWN, [first]))
  expect(await known(first)).toEqual({ email: null, account: null, joined_accounts: null })
})
