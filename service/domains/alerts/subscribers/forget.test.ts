import { afterEach, expect, test } from 'vitest'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Progress } from '../../../../shared/wire/alerts.ts'
import { TEST_TOWN, type TestService } from '../../../testing.ts'
import { released, subscribe, townWithTopic } from '../ways/testing.ts'
import { endSubscription } from './end-subscription.ts'
import { DELIVERIES_KEPT_DAYS, forgetDeliveries, forgetEnded } from './forget.ts'

const DAY_MS = 86_400_000

let town: TestService
afterEach(() => town.close())

const now = () => instantFromMs(town.clock.nowMs())
const countOf = async (table: 'alert_deliveries' | 'subscribers') => (await town.database.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count

async function progress(id: string): Promise<Progress> {
  const reply = await town.app.inject({ url: `/v1/alerts/${id}/progress`, headers: await town.bearer('lead.ordnung') })
  return reply.json()
}

test('who was told is forgotten after 90 days, how many they were and why not stays, and a later message is not touched', async () => {
  town = await townWithTopic({ smtpUrl: 'smtp://127.0.0.1:1' })
  const { db } = town.database
  const ids = [await subscribe(town, 'email', 'a@example.org'), await subscribe(town, 'email', 'b@example.org'), await subscribe(town, 'email', 'c@example.org')] as const
  const old = await released(town, { channels: ['email'] })
  await town.outgoing.alerts.sender.runDue()
  await db.updateTable('alert_deliveries').set({ state: 'handed', settled_at: now() }).where('subscriber_id', '=', ids[0]).execute()
  town.clock.move(2 * 3_600_000)
  await town.outgoing.alerts.sender.runDue()
  const before = await progress(old)
  expect(before.ways).toMatchObject([{ state: 'expired', handed: 1, failed: 2, reasons: [{ people: 2 }] }])
  await endSubscription(db, TEST_TOWN, ids[1], 'ended', now())
  town.clock.move((DELIVERIES_KEPT_DAYS - 1) * DAY_MS)
  expect([await forgetDeliveries(db, TEST_TOWN, now()), await forgetEnded(db, TEST_TOWN, now())]).toEqual([0, 0])
  const young = await released(town, { channels: ['email'] })
  await town.outgoing.alerts.sender.runDue()
  town.clock.move(2 * DAY_MS)
  await town.outgoing.alerts.sender.runDue()
  expect([await forgetDeliveries(db, TEST_TOWN, now()), await forgetDeliveries(db, TEST_TOWN, now()), await forgetEnded(db, TEST_TOWN, now())]).toEqual([3, 0, 1])
  expect((await progress(old)).ways).toEqual(before.ways)
  expect((await progress(young)).ways).toMatchObject([{ failed: 2 }])
  expect([await countOf('alert_deliveries'), await countOf('subscribers')]).toEqual([2, 2])
})
