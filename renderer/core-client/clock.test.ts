import { expect, test } from 'vitest'
import { instantFromMs } from '../../shared/time.ts'
import { createDeskClock } from './clock.ts'

test('the time is the page\'s own until the desk has told it, and runs on from what was told last', () => {
  let systemMs = 1_000
  const clock = createDeskClock({ nowMs: () => systemMs })
  const before = clock.nowMs()
  clock.told(instantFromMs(50_000))
  systemMs += 250
  const after = clock.nowMs()
  clock.told(instantFromMs(400))
  expect([before, after, clock.nowMs()]).toEqual([1_000, 50_250, 400])
})
