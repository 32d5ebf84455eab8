import { expect, test } from 'vitest'
import { instantFromMs } from '../../../shared/time.ts'
import { NetworkFailure } from '../network/failures.ts'
import { createStatus } from './status.ts'
import { aDesk } from './testing.ts'
import { watchClock } from './watch-clock.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 8)
const DAY_MS = 86_400_000

/** A desk whose clock is wrong by `byMs`, and a service that knows the time while it `isThere`. */
function aWrongClock(byMs: number) {
  const { cache: { db }, remove } = aDesk()
  const house = { byMs, isThere: true, naps: [] as (() => void)[], asked: 0 }
  const clock = { nowMs: () => NOW_MS + house.byMs }
  const status = createStatus(db, clock)
  const watch = watchClock({
    clock, status,
    ask: async () => {
      house.asked++
      if (!house.isThere) throw new NetworkFailure({ kind: 'away', code: 'sync/service-away' })
      return { now: instantFromMs(NOW_MS) }
    },
    wait: (_, signal) => new Promise(resolve => {
      house.naps.push(resolve)
      signal.addEventListener('abort', () => resolve())
    }),
  })
  return { house, status, watch, remove }
}

test.each([[0, 0], [100_000, 2], [-100_000, -2], [DAY_MS, 1_440], [-DAY_MS, -1_440]])('a clock that is ahead by %i ms is told as %i minutes', async (byMs, minutes) => {
  const { status, watch, remove } = aWrongClock(byMs)
  watch.arrived({ now: instantFromMs(NOW_MS) })
  expect(status.value.clockAheadMinutes).toBe(minutes)
  await watch.stop()
  remove()
})

test('while it is wrong the service is asked again, until somebody has set it; a clock that is right enough asks nobody', async () => {
  const { house, status, watch, remove } = aWrongClock(DAY_MS)
  watch.arrived({ now: instantFromMs(NOW_MS) })
  house.naps[0]?.()
  await expect.poll(() => house.naps.length).toBe(2)
  expect([house.asked, status.value.clockAheadMinutes]).toEqual([1, 1_440])
  house.byMs = 61_000
  house.naps[1]?.()
  await expect.poll(() => status.value.clockAheadMinutes).toBe(1)
  expect([house.asked, house.naps.length]).toEqual([2, 2])
  await watch.stop()
  remove()
})

test('without a connection it stands as it was told, and is looked at with the next one', async () => {
  const { house, status, watch, remove } = aWrongClock(-DAY_MS)
  watch.arrived({ now: instantFromMs(NOW_MS) })
  house.isThere = false
  house.naps[0]?.()
  await expect.poll(() => house.asked).toBe(1)
  expect([house.naps.length, status.value.clockAheadMinutes]).toEqual([1, -1_440])
  house.byMs = 0
  watch.arrived({ now: instantFromMs(NOW_MS) })
  expect([house.naps.length, status.value.clockAheadMinutes]).toEqual([1, 0])
  await watch.stop()
  remove()
})
