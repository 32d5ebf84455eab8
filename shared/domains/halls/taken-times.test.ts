import { expect, test } from 'vitest'
import { germanMoment } from '../../german-days.ts'
import { daysOfHall, isFull } from './taken-times.ts'

const held = (from: readonly [string, string], until: readonly [string, string]) => ({ occupiedFrom: germanMoment(...from), occupiedUntil: germanMoment(...until) })

test('a day tells its taken times and nothing of how many have them', () => {
  const days = daysOfHall('2026-12-11', 4, [
    held(['2026-12-12', '18:00'], ['2026-12-14', '00:00']), held(['2026-12-12', '10:00'], ['2026-12-12', '14:00']), held(['2026-12-12', '14:00'], ['2026-12-12', '15:30']), held(['2026-12-12', '11:00'], ['2026-12-12', '12:00']),
  ])
  expect(days.map(({ taken }) => taken)).toEqual([[], [{ from: '10:00', until: '15:30' }, { from: '18:00', until: '24:00' }], [{ from: '00:00', until: '24:00' }], []])
  expect(days.map(isFull)).toEqual([false, false, true, false])
})
