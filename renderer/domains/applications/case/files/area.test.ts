import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaBetween, moved, resized, turned, unturned } from './area.ts'

const SEED = Number(process.env['SEED'] ?? 20261122)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const point = fc.record({ x: share, y: share })
const step = fc.record({ x: fc.double({ min: -2, max: 2, noNaN: true }), y: fc.double({ min: -2, max: 2, noNaN: true }) })
const area = fc.tuple(point, point).map(([from, to]) => areaBetween(1, from, to))
const rotation = fc.constantFrom(0, 90, 180, 270)
const holds = (property: fc.IProperty<never> | fc.IRawProperty<unknown>): void => fc.assert(property as fc.IProperty<unknown>, { seed: SEED, numRuns: 2_000 })

test(`an area turned and turned back is where it was (seed ${SEED})`, () => {
  holds(fc.property(area, rotation, (some, by) => {
    const back = unturned(turned(some, by), by)
    for (const side of ['left', 'top', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(some[side], 9)
  }))
})

test(`a point of the area turned lies in the turned area, a quarter clockwise (seed ${SEED})`, () => {
  holds(fc.property(area, point, (some, { x, y }) => {
    const inside = { x: some.left + x * some.width, y: some.top + y * some.height }
    const seen = { x: 1 - inside.y, y: inside.x }
    const box = turned(some, 90)
    expect(seen.x).toBeGreaterThanOrEqual(box.left - 1e-9)
    expect(seen.x).toBeLessThanOrEqual(box.left + box.width + 1e-9)
    expect(seen.y).toBeGreaterThanOrEqual(box.top - 1e-9)
    expect(seen.y).toBeLessThanOrEqual(box.top + box.height + 1e-9)
  }))
})

test(`whatever is done to an area, it stays on its page (seed ${SEED})`, () => {
  holds(fc.property(area, step, step, (some, by, larger) => {
    for (const next of [moved(some, by), resized(some, larger)]) {
      expect(Math.min(next.left, next.top, next.width, next.height)).toBeGreaterThanOrEqual(-1e-9)
      expect(Math.max(next.left + next.width, next.top + next.height)).toBeLessThanOrEqual(1 + 1e-9)
    }
  }))
})
