import { expect, test } from 'vitest'
import { aHall, aHallBooking } from '../../../shared/domains/halls/testing.ts'
import { judged, wantedTimes, weekOfMonth } from './request-draft.ts'

test('a day knows which weekday of its month it is', () => {
  expect(['2026-12-05', '2026-12-12', '2026-12-31'].map(weekOfMonth)).toEqual([1, 2, -1])
})

const days = { day: '2026-12-05', lastDay: '2026-12-05', startTime: '14:00', endTime: '22:00', until: '2026-12-31' }

test('a series leaves out what is taken and says so, a single request does not', () => {
  const bookings = [aHallBooking('a', { status: 'approved' }), aHallBooking('b', { startsAt: wantedTimes({ ...days, day: '2026-12-19' }, 'once', false)[0]?.startsAt ?? aHallBooking().startsAt })]
  const series = judged(aHall(), wantedTimes(days, 'weekly', true), bookings)
  expect([series.times.length, series.taken.map(({ startsAt }) => startsAt), series.alsoWanted]).toEqual([2, [aHallBooking().startsAt], 1])
  const single = judged(aHall(), wantedTimes({ ...days, day: '2026-12-12', lastDay: '2026-12-13' }, 'once', false), bookings)
  expect([single.times, single.taken.length]).toEqual([[{ startsAt: '2026-12-12T13:00:00.000Z', endsAt: '2026-12-13T21:00:00.000Z' }], 1])
})
