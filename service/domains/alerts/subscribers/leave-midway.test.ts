import { afterEach, expect, test } from 'vitest'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import { testDatabase, TEST_TIME, TEST_TOWN } from '../../../store/testing.ts'
import { createAlertSender } from '../sending/sender.ts'
import { addAlertTown, addSubscribers, openAlertDesks } from '../sending/testing.ts'
import { endSubscription } from './end-subscription.ts'

let database: Database
afterEach(() => database.close())

test('who leaves while a message goes out gets nothing more of it, and it comes to its end', async () => {
  database = await testDatabase()
  const clock = { nowMs: () => msOf(TEST_TIME) }
  await addAlertTown(database)
  await addSubscribers(database, 0, 300)
  await openAlertDesks(database, clock, 'desks').release('live', { endsAt: instantFromMs(clock.nowMs() + 3_600_000), situationAt: null })
  const last = await database.db.selectFrom('subscribers').select('id').orderBy('id', 'desc').limit(40).execute()
  const told: string[] = []
  let left: Promise<unknown> | undefined
  const leave = () => Promise.all(last.map(({ id }) => endSubscription(database.db, TEST_TOWN, id, 'ended', TEST_TIME)))
  const sender = createAlertSender({
    database, townId: TEST_TOWN, clock, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, atOnce: 4, random: () => 0,
    handOver: {
      live: new Map([['email', async (_sending, { subscriberId }) => {
        await (left ??= leave())
        told.push(subscriberId)
        return 'handed'
      }]]),
      training: new Map(),
    },
  })
  await sender.runDue()
  const rows = await database.db.selectFrom('alert_deliveries').select(['subscriber_id', 'state', 'reason']).execute()
  const isGone = new Set(last.map(({ id }) => id))
  const waiting = rows.filter(({ subscriber_id: id }) => isGone.has(id))
  expect(waiting.length).toBeGreaterThan(0)
  expect(new Set(waiting.filter(({ subscriber_id: id }) => !told.includes(id)).map(({ state, reason }) => `${state} ${reason}`))).toEqual(new Set(['failed unsubscribed']))
  expect(told).toHaveLength(rows.filter(({ state }) => state === 'handed').length)
  expect(await database.db.selectFrom('alert_sendings').select('state').execute()).toEqual([{ state: 'done' }])
})
