import { afterAll, beforeAll, expect, test } from 'vitest'
import { AccountId, TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { deskSecretFor, revokeDesk } from './desk-secrets.ts'

const townId = TownId.parse('tangerhuette')
const accountId = AccountId.parse('0192a000-0000-7000-8000-0000000000b1')
const other = AccountId.parse('0192a000-0000-7000-8000-0000000000b2')
const [desk, secondDesk] = ['0192a000-0000-4000-8000-00000000d001', '0192a000-0000-4000-8000-00000000d002']
const now = instantFromMs(0)

let database: Database
beforeAll(async () => { database = await openDatabase('memory://') })
afterAll(() => database.close())

test('each account at each desk has its own secret, the same at every question, until the desk is revoked', async () => {
  const ask = (account: AccountId, deskId: string) => deskSecretFor(database.db, { townId, accountId: account, deskId }, now)
  const [first, again, elsewhere, somebody] = [await ask(accountId, desk), await ask(accountId, desk), await ask(accountId, secondDesk), await ask(other, desk)]
  expect(first).toHaveLength(32)
  expect(again).toEqual(first)
  expect(new Set([first, elsewhere, somebody].map(String)).size).toBe(3)
  await revokeDesk(database.db, townId, desk)
  expect(await ask(accountId, desk)).not.toEqual(first)
  expect(await ask(accountId, secondDesk)).toEqual(elsewhere)
})
