import { expect, test } from 'vitest'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import { quartersOf, sumsOf } from './sums.ts'

const way = (waiting: number, handed: number, failed: number): WayProgress =>
  ({ channel: 'email', state: 'open', waiting, handed, delivered: 0, failed, firstAt: null, lastAt: null, readBack: null, reasons: [] })

test('the sum of a message is over all its ways, told in quarters', () => {
  const sums = sumsOf([way(10, 85, 5), way(0, 0, 0)])
  expect(sums).toEqual({ handed: 85, failed: 5, all: 100 })
  expect(quartersOf(sums)).toBe(75)
  expect(quartersOf(sumsOf([]))).toBe(0)
  expect(quartersOf(sumsOf([way(0, 3, 0)]))).toBe(100)
})
