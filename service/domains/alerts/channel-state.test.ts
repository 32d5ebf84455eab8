import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Channel } from '../../../shared/domains/alerts/content.ts'
import { aTopic } from '../../../shared/domains/alerts/testing.ts'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import type { Database } from '../../store/database.ts'
import { TEST_TOWN, testEngines } from '../../store/testing.ts'
import { channelStateOf } from './channel-state.ts'
import { addAlertTown, addSubscribers, openAlertDesks } from './sending/testing.ts'

const REACH = { live: new Set<Channel>(['email', 'feed']), training: new Set<Channel>(['feed']) }
const NOW = instantFromMs(Date.UTC(2026, 10, 22, 19, 38))
const [EARLIER, LATER, LAST] = [1, 2, 3].map(hours => instantFromMs(Date.parse(NOW) - (4 - hours) * 3_600_000)) as [Instant, Instant, Instant]

describe.each(testEngines())('state of the channel on $kind', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addAlertTown(database)
    await addSubscribers(database, 1, 3)
  })
  afterAll(() => database.close())

  const settle = (alertId: string, state: string, at: Instant) => sql`
    insert into alert_deliveries (town_id, alert_id, channel, subscriber_id, mode, state, attempts, next_at, settled_at)
    select town_id, ${alertId}, channel, id, mode, ${state}, 1, ${at}::timestamptz, ${at}::timestamptz from subscribers order by address limit 1`.execute(database.db)

  test('a way says whether it is set up, when it last carried something and when it last failed; a topic how many want it, and not who', async () => {
    const desks = openAlertDesks(database, { nowMs: () => Date.parse(NOW) }, 'channel')
    for (const [state, at] of [['handed', EARLIER], ['handed', LATER], ['failed', LAST]] as const) {
      const alertId = await desks.release('live', {})
      await settle(alertId, state, at)
    }
    await sql`update subscribers set state = 'ended' where address like 'person.3@%'`.execute(database.db)
    const { ways, people } = await channelStateOf(database.db, TEST_TOWN, REACH)
    expect(ways).toHaveLength(12)
    expect(ways).toContainEqual({ channel: 'email', mode: 'live', isSetUp: true, handedAt: LATER, failedAt: LAST })
    expect(ways).toContainEqual({ channel: 'sms', mode: 'live', isSetUp: false, handedAt: null, failedAt: null })
    expect(ways).toContainEqual({ channel: 'feed', mode: 'training', isSetUp: true, handedAt: null, failedAt: null })
    expect(people).toEqual([{ topicId: aTopic().id, channel: 'email', count: 2 }])
  })
})
