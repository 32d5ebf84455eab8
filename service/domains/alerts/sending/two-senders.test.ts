import { expect, test } from 'vitest'
import { systemClock } from '../../../clock.ts'
import { openDatabase } from '../../../store/database.ts'
import { postgresTestDatabase, TEST_TOWN } from '../../../store/testing.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { createAlertSender, type AlertSender } from './sender.ts'
import { addAlertTown, addSubscribers, openAlertDesks } from './testing.ts'

const url = process.env['TEST_DATABASE_URL']
const PEOPLE = 5_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

// Needs real concurrency: the embedded database has one connection.
test.runIf(url)('two processes send one message together, to everybody and to nobody twice', { timeout: 60_000 }, async () => {
  const database = await postgresTestDatabase(url ?? '')
  const other = await openDatabase(database.url)
  try {
    await addAlertTown(database)
    await addSubscribers(database, 0, PEOPLE)
    const told: (readonly [number, string])[] = []
    const aSender = (which: number, on: typeof other): AlertSender => createAlertSender({
      database: on, townId: TEST_TOWN, clock: systemClock, log: quiet, atOnce: 4, random: () => 0,
      handOver: { live: new Map([['email', async (_sending, { address }) => { told.push([which, address]); return 'handed' }]]), training: new Map() },
    })
    const endsAt = instantFromMs(systemClock.nowMs() + 3_600_000)
    await openAlertDesks(database, systemClock, 'desks').release('live', { endsAt, situationAt: null, areas: [{ kind: 'circle', name: 'Stadt', centre: [52.4, 11.8], radiusKm: 9 }] })
    await Promise.all([aSender(1, database).runDue(), aSender(2, other).runDue()])
    expect([told.length, new Set(told.map(([, address]) => address)).size]).toEqual([PEOPLE, PEOPLE])
    expect(Math.min(...[1, 2].map(sender => told.filter(([which]) => which === sender).length)), 'both had work').toBeGreaterThan(PEOPLE / 20)
  } finally {
    await other.close()
    await database.close()
  }
})
