import { describe, expect, test } from 'vitest'
import { townPerTest } from '../domains/testing.ts'
import { testEngines } from '../store/testing.ts'
import { createThrottle } from './throttle.ts'

describe.each(testEngines())('on $kind', ({ open }) => {
  const town = townPerTest(open)
  const clock = { ms: Date.UTC(2026, 10, 23, 9, 0), nowMs: () => clock.ms }
  const throttle = () => createThrottle(town.database.db, town.townId, clock)

  test('five tries are free, then the wait doubles up to five minutes, and an hour of quiet forgets', async () => {
    const tryOnce = () => throttle().tryOnce('a')
    const free = [await tryOnce(), await tryOnce(), await tryOnce(), await tryOnce(), await tryOnce()]
    expect(free).toEqual([0, 0, 0, 0, 0])
    for (const seconds of [15, 30, 60, 120, 240, 300, 300]) {
      const waitMs = await tryOnce()
      // Refused tries are not counted: whoever comes too early waits no longer for it.
      expect([waitMs, await tryOnce()]).toEqual([seconds * 1_000, seconds * 1_000])
      clock.ms += waitMs
      expect(await tryOnce()).toBe(0)
    }
    expect(await throttle().tryOnce('b')).toBe(0)
    clock.ms += 3_600_000
    expect(await throttle().tryOnce('a')).toBe(0)
  })

  test('a success forgets the failures', async () => {
    for (let count = 0; count < 6; count++) await throttle().tryOnce('a')
    expect(await throttle().tryOnce('a')).toBeGreaterThan(0)
    await throttle().succeeded('a')
    expect(await throttle().tryOnce('a')).toBe(0)
  })

  test('many tries at once, at several processes, are counted one by one, and the table names nobody', async () => {
    const processes = [throttle(), throttle(), throttle()]
    const waits = await Promise.all(Array.from({ length: 10 }, () => processes.map(one => one.tryOnce('katrin.sommer'))).flat())
    expect(waits.filter(waitMs => waitMs === 0)).toHaveLength(5)
    expect(JSON.stringify(await town.database.db.selectFrom('sign_in_failures').selectAll().execute())).not.toContain('katrin')
  })
})
