import type { KyselyPlugin } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { townPerTest } from '../domains/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import { openDatabase } from '../store/database.ts'
import { addTestTown, postgresTestDatabase, testEngines, TEST_TOWN } from '../store/testing.ts'
import { testService } from '../testing.ts'
import { forgetSenders, perSenderInAnHour } from './limit-asking.ts'

const server = process.env['TEST_DATABASE_URL'] ?? ''
const clock = { ms: Date.UTC(2026, 10, 24, 9), nowMs: () => clock.ms }
const MINUTE_MS = 60_000

describe.each(testEngines())('on $kind', ({ open }) => {
  const town = townPerTest(open)
  const counter = (counted: 'asking' | 'conversation' = 'conversation') => perSenderInAnHour({ database: town.database, townId: town.townId, clock, requestsPerMinute: 60 }, counted)
  const rows = () => town.database.db.selectFrom('sender_counts').select(['key', 'count']).where('town_id', '=', town.townId).execute()

  test('of many at once, at several processes, twenty pass in an hour; others, and what else is asked, are counted apart', async () => {
    const processes = [counter(), counter(), counter()]
    const waits = (await Promise.all(processes.flatMap(perSender => Array.from({ length: 10 }, () => perSender('10.0.0.9')))))
    expect([waits.filter(seconds => seconds === 0).length, Math.max(...waits)]).toEqual([20, 3_600])
    expect([await counter()('10.0.0.10'), await counter('asking')('10.0.0.9')]).toEqual([0, 0])
  })

  test('the hour begins with the first of them; what is refused makes it no longer', async () => {
    const perSender = counter()
    for (let count = 0; count < 20; count++) {
      expect(await perSender('10.0.0.9')).toBe(0)
      clock.ms += MINUTE_MS
    }
    expect([await perSender('10.0.0.9'), await perSender('10.0.0.9')]).toEqual([2_400, 2_400])
    clock.ms += 40 * MINUTE_MS
    expect([await perSender('10.0.0.9'), (await rows()).map(({ count }) => count)]).toEqual([0, [1]])
  })

  test('an internet connection is one sender, however its address is written and whichever of its own it takes', async () => {
    const perSender = counter()
    const waitsOf = async (...addresses: readonly string[]) => {
      for (let count = 0; count < 19; count++) await perSender(addresses[0] ?? '')
      return (await Promise.all(addresses.map(perSender))).map(seconds => seconds > 0)
    }
    expect((await waitsOf('2001:db8:0:1::1', '2001:db8:0:1:ffff::2')).filter(Boolean)).toEqual([true])
    expect((await waitsOf('10.0.0.9', '::ffff:10.0.0.9')).filter(Boolean)).toEqual([true])
    expect(await perSender('2001:db8:0:2::1')).toBe(0)
  })

  test('once refused, a sender is refused without asking the database, until the hour is over', async () => {
    const asked = { statements: 0 }
    const counting: KyselyPlugin = { transformQuery: ({ node }) => (asked.statements++, node), transformResult: ({ result }) => Promise.resolve(result) }
    const database = { ...town.database, db: town.database.db.withPlugin(counting) }
    const perSender = perSenderInAnHour({ database, townId: town.townId, clock, requestsPerMinute: 3 }, 'asking')
    expect([await perSender('10.0.0.9'), await perSender('10.0.0.9')]).toEqual([0, 3_600])
    asked.statements = 0
    clock.ms += MINUTE_MS
    expect([await perSender('10.0.0.9'), await perSender('::ffff:10.0.0.9'), asked.statements]).toEqual([3_540, 3_540, 0])
    expect([await perSender('10.0.0.10'), asked.statements > 0]).toEqual([0, true])
    clock.ms += 59 * MINUTE_MS
    expect(await perSender('10.0.0.9')).toBe(0)
  })

  test('with the next who is counted goes what is over', async () => {
    const perSender = counter()
    await perSender('10.0.0.9')
    clock.ms += 60 * MINUTE_MS
    await perSender('10.0.0.10')
    expect((await rows()).length).toBe(1)
  })

  test('what is kept names nobody and goes after its hour', async () => {
    await counter()('10.0.0.9')
    expect(JSON.stringify(await rows())).not.toContain('10.0.0.9')
    clock.ms += 59 * MINUTE_MS
    await counter()('10.0.0.10')
    const forgotten = () => forgetSenders(town.database.db, town.townId, instantFromMs(clock.ms))
    expect(await forgotten()).toBe(0)
    clock.ms += MINUTE_MS
    expect([await forgotten(), (await rows()).length]).toEqual([1, 1])
  })
})

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

test('what the limit of a minute refuses is not counted for the hour', async () => {
  const town = await testService({ publicRequestsPerMinute: 6 }, { filled: 'staff' })
  ends.push(town.close)
  const ask = async (method: 'GET' | 'POST', url: string) => (await town.app.inject({ method, url, remoteAddress: '10.0.0.9', ...(method === 'POST' && { payload: {} }) })).statusCode
  for (const [page, asking] of [['/portal/style.css', '/portal/info'], ['/public/v1/services', '/public/v1/alerts/subscriptions']] as const) {
    for (let count = 0; count < 6; count++) expect(await ask('GET', page)).toBe(200)
    expect(await ask('POST', asking)).toBe(429)
  }
  expect(await town.database.db.selectFrom('sender_counts').select('count').execute()).toEqual([])
})

test.runIf(server)('two processes with connections of their own count together', async () => {
  const one = await postgresTestDatabase(server)
  ends.push(one.close)
  const other = await openDatabase(one.url)
  ends.push(other.close)
  await addTestTown(one)
  const processes = [one, other].map(database => perSenderInAnHour({ database, townId: TEST_TOWN, clock, requestsPerMinute: 60 }, 'conversation'))
  const waits = await Promise.all(Array.from({ length: 20 }, () => processes.map(perSender => perSender('2001:db8::1'))).flat())
  expect(waits.filter(seconds => seconds === 0)).toHaveLength(20)
})
