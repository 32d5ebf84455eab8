import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantFromMs } from '../../shared/time.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/database.ts'
import { testDatabase } from '../store/testing.ts'
import { seedDemoTown } from './seed.ts'
import { TOWN } from './town.ts'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const options = { townId: TOWN.id, rows: 1_500, seed: 5, now: instantFromMs(Date.UTC(2026, 10, 22, 9)), log: silent }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await seedDemoTown(database, options)
})
afterAll(() => database.close())

const count = async (table: 'applications' | 'decisions' | 'application_events' | 'attachments' | 'messages' | 'people'): Promise<number> => {
  const { rows } = await database.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()
  return rows
}

test('has as many cases as asked for, with history, files and messages', async () => {
  expect(await count('applications')).toBe(1_500)
  expect(await count('application_events')).toBeGreaterThan(4_000)
  expect(await count('decisions')).toBeGreaterThan(1_000)
  expect(await count('attachments')).toBeGreaterThan(20)
  expect(await count('messages')).toBeGreaterThan(3)
})

test('numbers the cases in order of receipt, without gaps, none in the future', async () => {
  const rows = await database.db.selectFrom('applications').select(['number', 'received_at']).orderBy('number').execute()
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  expect(rows.every((row, index) => row.received_at >= (rows[index - 1]?.received_at ?? ''))).toBe(true)
  expect(rows.every(row => row.received_at <= options.now)).toBe(true)
})

test('counts attachments as they are', async () => {
  const { counted } = await database.db
    .selectFrom('applications').select(({ fn }) => fn.sum<string>('attachment_count').as('counted')).executeTakeFirstOrThrow()
  expect(Number(counted)).toBe(await count('attachments'))
})

test('says how far it is with more cases than are there in a moment', async () => {
  const told: unknown[] = []
  const other = await testDatabase()
  await seedDemoTown(other, { ...options, rows: 21_000, log: { ...silent, info: (event, facts) => void told.push([event, facts?.['rows']]) } })
  await other.close()
  expect(told).toEqual([['demo-town-seeding', 0], ['demo-town-seeding', 20_000], ['demo-town-seeded', 21_000]])
}, 60_000)

test('leaves a town that is there as it is', async () => {
  await seedDemoTown(database, { ...options, rows: 9 })
  expect(await count('applications')).toBe(1_500)
})
