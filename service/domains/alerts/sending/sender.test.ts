import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf, type Clock } from '../../../../shared/time.ts'
import type { Database } from '../../../store/database.ts'
import { testDatabase, TEST_TIME, TEST_TOWN } from '../../../store/testing.ts'
import { addAlertTown, addSubscribers, openAlertDesks, type AlertDesks } from './testing.ts'
import type { HandOver } from './hand-over.ts'
import { createAlertSender, type AlertSender } from './sender.ts'

interface Town {
  readonly database: Database
  readonly desks: AlertDesks
  readonly clock: Clock
  move(ms: number): void
}

const open: Database[] = []
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
})

async function aTown(subscribers: number): Promise<Town> {
  const database = await testDatabase()
  open.push(database)
  let nowMs = msOf(TEST_TIME)
  const clock = { nowMs: () => nowMs }
  await addAlertTown(database)
  await addSubscribers(database, 0, subscribers)
  return { database, clock, desks: openAlertDesks(database, clock, 'desks'), move: ms => { nowMs += ms } }
}

const released = ({ desks, clock }: Town, more: Partial<Content> = {}, mode: 'live' | 'training' = 'live'): Promise<AlertId> =>
  desks.release(mode, { endsAt: instantFromMs(clock.nowMs() + 3_600_000), situationAt: null, ...more })

function aSender(town: Town, hand: HandOver, training: HandOver | null = null): AlertSender {
  return createAlertSender({
    database: town.database, townId: TEST_TOWN, clock: town.clock, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, atOnce: 4, random: () => 0,
    handOver: { live: new Map([['email', hand]]), training: new Map(training ? [['email', training]] : []) },
  })
}

const states = async (town: Town, alertId: string) =>
  Object.fromEntries((await town.database.db.selectFrom('alert_deliveries').select(({ fn }) => ['state', 'reason', fn.countAll<number>().as('count')]).where('alert_id', '=', alertId as never)
    .groupBy(['state', 'reason']).execute()).map(({ state, reason, count }) => [reason ? `${state} ${reason}` : state, count]))

test('everybody whose topic and place it is gets it once, whoever lives elsewhere not, and the sending is done', async () => {
  const town = await aTown(90)
  const id = await released(town)
  const told: string[] = []
  await aSender(town, async (_sending, { address }) => { told.push(address); return 'handed' }).runDue()
  expect([told.length, new Set(told).size]).toEqual([45, 45])
  expect(await states(town, id)).toEqual({ handed: 45 })
  expect(await town.database.db.selectFrom('alert_sendings').select(['state', 'is_spread']).execute()).toEqual([{ state: 'done', is_spread: true }])
})

test('a severe warning overtakes news that are on their way', async () => {
  const town = await aTown(400)
  const news = await released(town, { severity: 'Minor', areas: [{ kind: 'circle', name: 'Stadt', centre: [52.4, 11.8], radiusKm: 9 }] })
  const order: string[] = []
  let severe = ''
  let before = 0
  await aSender(town, async ({ alert }) => {
    order.push(alert.id)
    if (order.length === 50) {
      severe = await released(town, { severity: 'Extreme' })
      before = order.length
    }
    return 'handed'
  }).runDue()
  expect(order.filter(id => id === severe).length).toBe(200)
  // What was in hand goes out, and what was taken ahead; nothing else of the news comes before the last of the warning.
  expect(order.slice(before, order.lastIndexOf(severe)).filter(id => id === news).length).toBeLessThanOrEqual(128)
})

test('what is stopped in the middle, or runs out, goes to nobody else and says so', async () => {
  const town = await aTown(900)
  const id = await released(town)
  let count = 0
  let before = 0
  const sender = aSender(town, async () => {
    if (++count === 60) {
      await town.desks.stop(id)
      before = count
    }
    return 'handed'
  })
  await sender.runDue()
  const handed = count
  expect(handed - before).toBeLessThanOrEqual(128)
  expect(await states(town, id)).toEqual({ handed, 'failed stopped': 450 - handed })
  const second = await released(town)
  town.move(2 * 3_600_000)
  await sender.runDue()
  expect([count, await states(town, second)]).toEqual([handed, {}])
})

test('where the mail server is away it is tried again, and no more once the time is over', async () => {
  const town = await aTown(2)
  const id = await released(town)
  let attempts = 0
  const sender = aSender(town, async () => { attempts += 1; throw new Error('connect ECONNREFUSED') })
  for (let minute = 0; minute < 90; minute++) {
    await sender.runDue()
    town.move(60_000)
  }
  expect(attempts).toBeGreaterThan(3)
  expect(attempts).toBeLessThan(20)
  expect(await states(town, id)).toEqual({ 'failed expired': 1 })
})

test('a drill goes through the hands for drills to those entered for them, and nothing else of it leaves the house', async () => {
  const town = await aTown(20)
  await town.database.db.insertInto('subscribers').values({
    town_id: TEST_TOWN, id: randomUUID(), mode: 'training', channel: 'email', address: 'uebung@tangerhuette.example', language: 'de', topic_ids: [], localities: [], state: 'active',
    created_at: instantFromMs(town.clock.nowMs()),
  }).execute()
  await released(town, {}, 'training')
  const told: string[] = []
  const sender = aSender(town, async () => { throw new Error('a drill went to the real way') }, async (_sending, { address }) => { told.push(address); return 'handed' })
  await sender.runDue()
  expect(told).toEqual(['uebung@tangerhuette.example'])
})

test('the database itself refuses a drill to a subscriber, and a release by one person', async () => {
  const town = await aTown(1)
  const id = await released(town, {}, 'training')
  const { id: subscriber } = await town.database.db.selectFrom('subscribers').select('id').executeTakeFirstOrThrow()
  const delivery = { town_id: TEST_TOWN, alert_id: id as never, channel: 'email' as const, subscriber_id: subscriber, state: 'waiting' as const, attempts: 0, next_at: instantFromMs(msOf(instantFromMs(town.clock.nowMs()))) }
  await expect(town.database.db.insertInto('alert_deliveries').values({ ...delivery, mode: 'training' }).execute()).rejects.toThrow(/foreign key/)
  await expect(town.database.db.insertInto('alert_deliveries').values({ ...delivery, mode: 'live' }).execute()).rejects.toThrow(/foreign key/)
  const { released: by, authors } = await town.database.db.selectFrom('alerts').select(['released', 'authors']).where('id', '=', id as never).executeTakeFirstOrThrow()
  const alone = JSON.stringify({ ...by, byPersonId: authors[0]?.personId })
  await expect(town.database.db.updateTable('alerts').set({ released: alone }).where('id', '=', id as never).execute()).rejects.toThrow(/is final/)
})
