import { expect, test } from 'vitest'
import { instantFromMs } from '../../shared/time.ts'
import { systemClock } from '../clock.ts'
import { ClockRefused, refuseWrongClock } from '../store/clock-difference.ts'
import { createLog } from '../log.ts'
import { createMaintenance } from '../maintenance/maintenance.ts'
import type { Task } from '../maintenance/tasks.ts'
import { addTestTown, TEST_TOWN, testDatabase } from '../store/testing.ts'
import { noteOutcome } from './outcomes.ts'

const DAY_MS = 86_400_000

test.each([DAY_MS, -DAY_MS])('a clock that is %d ms ahead of the database’s is refused', async aheadMs => {
  const database = await testDatabase()
  await expect(refuseWrongClock(database.db, { nowMs: () => systemClock.nowMs() + aheadMs }, () => true)).rejects.toThrow('gehen um 1440 Minuten auseinander')
  await database.close()
})

test('a clock that is half an hour ahead of the database’s may work, and the page says so', async () => {
  const database = await testDatabase()
  await expect(refuseWrongClock(database.db, { nowMs: () => systemClock.nowMs() + 30 * 60_000 }, () => null)).resolves.toBeUndefined()
  await database.close()
})

test('a clock that went back a day together with the database’s is found by what the service did later, but not in a town of an exercise', async () => {
  const database = await testDatabase()
  await addTestTown(database)
  await noteOutcome(database.db, 'feed', 'pruned-to 1', instantFromMs(systemClock.nowMs() + DAY_MS))
  await expect(refuseWrongClock(database.db, systemClock, () => false)).resolves.toBeUndefined()
  await database.db.updateTable('towns').set({ demo: false }).execute()
  await expect(refuseWrongClock(database.db, systemClock, () => false)).rejects.toThrow(ClockRefused)
  await database.close()
})

test('a clock that was ahead and is put right by the network locks nobody out, and what is due is done', async () => {
  const database = await testDatabase()
  await addTestTown(database)
  await database.db.updateTable('towns').set({ demo: false }).execute()
  await noteOutcome(database.db, 'feed', 'pruned-to 1', instantFromMs(systemClock.nowMs() + DAY_MS))
  const done: string[] = []
  const feed: Task = { name: 'feed', everyHours: 24, isNightly: true, run: async () => { done.push('feed'); return 'pruned-to 2' } }
  const log = createLog({ write: () => undefined })
  await createMaintenance({ db: database.db, townId: TEST_TOWN, clock: systemClock, log, tasks: [feed] }).runDue()
  expect(done).toEqual(['feed'])
  await noteOutcome(database.db, 'feed', 'pruned-to 1', instantFromMs(systemClock.nowMs() + DAY_MS))
  await expect(refuseWrongClock(database.db, systemClock, () => true)).resolves.toBeUndefined()
  await expect(refuseWrongClock(database.db, systemClock, () => false)).resolves.toBeUndefined()
  await database.close()
})
