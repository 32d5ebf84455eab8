import { expect, test } from 'vitest'
import { instantFromMs } from '../../shared/time.ts'
import { systemClock } from '../clock.ts'
import { ClockRefused, refuseWrongClock } from '../store/clock-difference.ts'
import { addTestTown, testDatabase } from '../store/testing.ts'
import { noteOutcome } from './outcomes.ts'

const DAY_MS = 86_400_000

test.each([DAY_MS, -DAY_MS])('a clock that is %d ms ahead of the database’s is refused', async aheadMs => {
  const database = await testDatabase()
  await expect(refuseWrongClock(database.db, { nowMs: () => systemClock.nowMs() + aheadMs })).rejects.toThrow('gehen um 1440 Minuten auseinander')
  await database.close()
})

test('a clock that is half an hour ahead of the database’s may work, and the page says so', async () => {
  const database = await testDatabase()
  await expect(refuseWrongClock(database.db, { nowMs: () => systemClock.nowMs() + 30 * 60_000 })).resolves.toBeUndefined()
  await database.close()
})

test('a clock that went back a day together with the database’s is found by what the service did later, but not in a town of an exercise', async () => {
  const database = await testDatabase()
  await addTestTown(database)
  await noteOutcome(database.db, 'feed', 'pruned-to 1', instantFromMs(systemClock.nowMs() + DAY_MS))
  await expect(refuseWrongClock(database.db, systemClock)).resolves.toBeUndefined()
  await database.db.updateTable('towns').set({ demo: false }).execute()
  await expect(refuseWrongClock(database.db, systemClock)).rejects.toThrow(ClockRefused)
  await database.close()
})
