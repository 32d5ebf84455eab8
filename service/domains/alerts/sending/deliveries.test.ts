import { sql, type Kysely } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { testEngines, TEST_TIME, TEST_TOWN } from '../../../store/testing.ts'
import { keepDeliveries, recordOutcomes, takeDeliveries } from './deliveries.ts'
import { firstSending, type Sending } from './open-sending.ts'
import { spreadNext } from './spread.ts'
import { addAlertTown, addSubscribers, openAlertDesks } from './testing.ts'

const PEOPLE = 2_000
/** As few as are written down at a time; a table so small is rather read whole for many. */
const TAKEN = 4
/** For each row that is meant: found when it is due, looked up to be written, and a little for what is read beside it. */
const MOST_PER_ROW = 4

const NOW_MS = msOf(TEST_TIME)
const now = instantFromMs(NOW_MS)

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** How many rows of deliveries were touched, which the database counts for each transaction. */
async function rowsRead(trx: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as count from pg_stat_xact_user_tables where relname = 'alert_deliveries'`.execute(trx)
  return rows[0]?.count ?? Number.NaN
}

for (const engine of testEngines())
  test(`on ${engine.kind} nothing that is done for a few of those who are told reads all the others`, { timeout: 60_000 }, async () => {
    const database = await engine.open()
    open.push(() => database.close())
    await addAlertTown(database)
    await addSubscribers(database, 0, PEOPLE)
    await openAlertDesks(database, { nowMs: () => NOW_MS }, 'desks').release('live', {
      endsAt: instantFromMs(NOW_MS + 3_600_000), situationAt: null, areas: [{ kind: 'circle', name: 'Stadt', centre: [52.4, 11.8], radiusKm: 9 }],
    })
    const sending = await firstSending(database.db, { townId: TEST_TOWN, mode: 'live', channel: 'email' }, now, null)
    expect(sending).not.toBeNull()
    for (let written = 0; written < PEOPLE; written += 500) await spreadNext(database.db, sending as Sending, now)

    await database.db.transaction().execute(async trx => {
      const ours = sending as Sending
      const counted = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
        const before = await rowsRead(trx)
        const value = await work()
        const perRow = ((await rowsRead(trx)) - before) / TAKEN
        expect([perRow >= 1, perRow <= MOST_PER_ROW], `${what} reads ${perRow} rows for each that is meant`).toEqual([true, true])
        return value
      }
      const taken = await counted('taking', () => takeDeliveries(trx, ours, TAKEN, NOW_MS, NOW_MS + 6_000))
      await counted('keeping', () => keepDeliveries(trx, ours, taken, NOW_MS + 8_000))
      await counted('recording', () => recordOutcomes(trx, ours, taken.map(delivery => [delivery, { kind: 'handed' }] as const), now))
    })
    const states = await database.db.selectFrom('alert_deliveries').select(({ fn }) => ['state', fn.countAll<number>().as('count')]).groupBy('state').orderBy('state').execute()
    expect(states).toEqual([{ state: 'handed', count: TAKEN }, { state: 'waiting', count: PEOPLE - TAKEN }])
  })
