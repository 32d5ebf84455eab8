import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { Database } from '../store/database.ts'
import { testEngines } from '../store/testing.ts'
import { createTown } from '../store/towns.ts'
import { createAccounts, setPassword } from './accounts.ts'
import { deskSecretFor, revokeDesk } from './desk-secrets.ts'
import { endSignIns, payloadsOf } from './payloads.ts'
import { loadSignInKeys } from './sign-in-keys.ts'

const townId = TownId.parse('tangerhuette')
const accountId = AccountId.parse('0192a000-0000-7000-8000-0000000000b1')
const other = AccountId.parse('0192a000-0000-7000-8000-0000000000b2')
const [desk, secondDesk] = ['0192a000-0000-4000-8000-00000000d001', '0192a000-0000-4000-8000-00000000d002']
const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z'), nowMs: () => clock.ms }

describe.each(testEngines())('on $kind', ({ open }) => {
  let database: Database
  beforeAll(async () => { database = await open() })
  afterAll(() => database.close())
  const payloads = (model: string) => payloadsOf(database.db, townId, clock, model)

  test('keeps, replaces and deletes what belongs to a model', async () => {
    const codes = payloads('AuthorizationCode')
    await codes.upsert('c1', { jti: 'c1', accountId, grantId: 'g1', exp: 5 }, 60)
    await codes.upsert('c1', { jti: 'c1', accountId, grantId: 'g1', exp: 6 }, 60)
    expect(await codes.find('c1')).toEqual({ jti: 'c1', accountId, grantId: 'g1', exp: 6 })
    expect(await payloads('RefreshToken').find('c1')).toBeUndefined()
    expect(await payloadsOf(database.db, TownId.parse('stendal'), clock, 'AuthorizationCode').find('c1')).toBeUndefined()
    await codes.destroy('c1')
    expect(await codes.find('c1')).toBeUndefined()
  })

  test('finds a session by its second name', async () => {
    await payloads('Session').upsert('s1', { jti: 's1', uid: 'u1', accountId }, 60)
    expect(await payloads('Session').findByUid('u1')).toEqual({ jti: 's1', uid: 'u1', accountId })
  })

  test('lets one of many consume, and ends the grant for all when it happens twice', async () => {
    const tokens = payloads('RefreshToken')
    await tokens.upsert('r1', { jti: 'r1', grantId: 'g2' }, 60)
    await tokens.upsert('r2', { jti: 'r2', grantId: 'g2' }, 60)
    await tokens.consume('r1')
    expect(await tokens.find('r1')).toEqual({ jti: 'r1', grantId: 'g2', consumed: clock.ms / 1000 })
    await expect(tokens.consume('r1')).rejects.toMatchObject({ error: 'invalid_grant' })
    expect([await tokens.find('r1'), await tokens.find('r2')]).toEqual([undefined, undefined])
    await tokens.upsert('r3', { jti: 'r3' }, 60)
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => tokens.consume('r3')))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('ends everything of one account and nothing of another', async () => {
    const tokens = payloads('RefreshToken')
    await tokens.upsert('mine', { jti: 'mine', accountId }, 60)
    await tokens.upsert('theirs', { jti: 'theirs', accountId: other }, 60)
    await endSignIns(database.db, townId, accountId)
    expect([await tokens.find('mine'), (await tokens.find('theirs'))?.accountId]).toEqual([undefined, other])
  })

  test('forgets what ran out an hour ago as soon as somebody begins to sign in', async () => {
    const tokens = payloads('RefreshToken')
    await tokens.upsert('old', { jti: 'old' }, 60)
    await tokens.upsert('new', { jti: 'new' }, 7200)
    clock.ms += 3_600_000 + 61_000
    await payloads('Interaction').upsert('begun', { jti: 'begun' }, 60)
    expect([await tokens.find('old'), (await tokens.find('new'))?.jti]).toEqual([undefined, 'new'])
  })

  test('makes its keys once, also when two begin together', async () => {
    const [first, second] = await Promise.all([loadSignInKeys(database.db, townId), loadSignInKeys(database.db, townId)])
    expect(second).toEqual(first)
    expect(JSON.stringify(first?.published)).not.toContain('"d"')
  })

  test('each account at each desk has its own secret, the same at every question, until the desk is revoked', async () => {
    const ask = (account: AccountId, deskId: string) => deskSecretFor(database.db, { townId, accountId: account, deskId }, instantFromMs(clock.ms))
    const [first, again, elsewhere, somebody] = [await ask(accountId, desk), await ask(accountId, desk), await ask(accountId, secondDesk), await ask(other, desk)]
    expect(first).toHaveLength(32)
    expect(again).toEqual(first)
    expect(new Set([first, elsewhere, somebody].map(String)).size).toBe(3)
    await revokeDesk(database.db, townId, desk)
    expect(await ask(accountId, desk)).not.toEqual(first)
    expect(await ask(accountId, secondDesk)).toEqual(elsewhere)
  })

  test('knows a password by its scrypt hash only', async () => {
    const { personId: person_id, leavesAt: leaves_at, grants: _grants, deputyships: _deputyships, ...account } = aStaffAccount()
    await createTown(database.db, { id: townId, name: 'Tangerhütte', reference_prefix: 'TGH', recovery_key: `${'A'.repeat(43)}=`, demo: true })
    await database.db.insertInto('staff').values({ town_id: townId, person_id, leaves_at, grants: '[]', deputyships: '[]', ...account, login: 'Katrin.Sommer' }).execute()
    await setPassword(database.db, townId, [accountId], 'Grüße 1')
    const accounts = createAccounts(database.db, townId)
    const { login = '' } = (await accounts.findById(accountId)) ?? {}
    expect(await accounts.checkPassword(login, 'Gru\u0308ße 1')).toMatchObject({ accountId })
    expect(await accounts.checkPassword(login, 'Grüße 2')).toBeNull()
    expect(await accounts.checkPassword('nobody', 'Grüße 1')).toBeNull()
    expect(await accounts.findById('not an id')).toBeNull()
    const [row] = await database.db.selectFrom('credentials').selectAll().execute()
    expect(row?.password_hash).toMatch(/^scrypt\$16384\$8\$5\$/)
  })
})
