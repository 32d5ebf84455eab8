import { afterAll, beforeAll, expect, test } from 'vitest'
import { protectionDe } from '../../renderer/texts/protection-de.ts'
import { ACTIVITIES } from '../../service/audit/desk/processing.ts'
import { TASKS } from '../../service/maintenance/tasks.ts'
import { TEST_TOWN, testService, type TestService } from '../../service/testing.ts'
import { instantFromMs } from '../../shared/time.ts'

let town: TestService
beforeAll(async () => {
  town = await testService()
})
afterAll(() => town.close())

test('whatever the record of processing tells of the service’s own work, a person can read it', async () => {
  const told = ACTIVITIES.flatMap(({ tasks }) => tasks)
  expect(told.filter(name => !(name in protectionDe.tasks))).toEqual([])
  const said: string[] = []
  for (const task of TASKS) if (told.includes(task.name)) said.push(await task.run(town.database.db, TEST_TOWN, instantFromMs(town.clock.nowMs())))
  const words = said.flatMap(outcome => [...outcome.matchAll(/([a-z-]+) \d+/g)].map(([, word = '']) => word))
  expect(words.length).toBeGreaterThanOrEqual(said.length)
  expect(words.filter(word => !(word in protectionDe.did))).toEqual([])
})
