import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import { tellClockDifference } from './clock-difference.ts'
import { testDatabase } from './testing.ts'

test.each([[0, []], [5_000, [-5]], [-5_000, [5]]])('a clock that is %d ms ahead of the database’s', async (aheadMs, told) => {
  const database = await testDatabase()
  const seconds: number[] = []
  const log = createLog({ write: line => void seconds.push(Math.round((JSON.parse(line) as { readonly durationMs: number }).durationMs / 1_000)) })
  await tellClockDifference(database.db, { nowMs: () => systemClock.nowMs() + aheadMs }, log)
  await database.close()
  expect(seconds).toEqual(told)
})
