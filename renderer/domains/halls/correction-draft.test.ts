import { expect, test } from 'vitest'
import { aHall, aHallBooking, aTenant } from '../../../shared/domains/halls/testing.ts'
import { agreedOf } from '../../../shared/domains/halls/correct-command.ts'
import { germanMoment } from '../../../shared/german-days.ts'
import { correctionsOf, draftOf, pricesAfter, tellsOfTenant } from './correction-draft.ts'
import { wantedTimes } from './request-draft.ts'

test('what stands in the fields is what was agreed, over midnight and over days', () => {
  const spans = [['2026-12-12', '14:00', '2026-12-12', '22:00'], ['2026-12-12', '15:00', '2026-12-13', '01:00'], ['2026-12-12', '15:00', '2026-12-13', '00:00'], ['2026-12-12', '08:00', '2026-12-14', '20:00'], ['2026-12-12', '08:00', '2026-12-14', '00:00']] as const
  for (const [firstDay, from, lastDay, until] of spans) {
    const booking = aHallBooking('one', { startsAt: germanMoment(firstDay, from), endsAt: germanMoment(lastDay, until) })
    const { day, lastDay: last, startTime, endTime } = draftOf(booking, written => written)
    const [times] = wantedTimes({ day, lastDay: last || day, startTime, endTime, until: day }, 'once', false)
    expect(times).toEqual({ startsAt: booking.startsAt, endsAt: booking.endsAt })
  }
})

test('prices follow times and tenant, unless other ones were agreed', () => {
  const booking = aHallBooking()
  const longer = { startsAt: booking.startsAt, endsAt: germanMoment('2026-12-13', '10:00') }
  expect(pricesAfter(aHall(), booking, 'resident', booking)).toBe(booking.prices)
  expect(pricesAfter(aHall(), booking, 'resident', longer).map(({ cents }) => cents)).toEqual([24_000, 6_000])
  expect(pricesAfter(aHall(), booking, 'other', booking).map(({ cents }) => cents)).toEqual([20_000])
  expect(pricesAfter(aHall(), aHallBooking('one', { priceReason: 'Jubiläum' }), 'other', longer)).toEqual(booking.prices)
})

test('each correction says which parts it changed into what', () => {
  const first = aHallBooking('one', { persons: 30 })
  const second = aHallBooking('one', { tenant: aTenant({ name: 'Änne Klein' }) })
  const at = first.requestedAt
  const booking = { ...second, corrections: [{ at, byName: 'A', before: agreedOf(first) }, { at, byName: 'B', before: agreedOf(aHallBooking('one')) }] }
  expect(correctionsOf(booking).map(({ byName, parts }) => [byName, ...parts])).toEqual([['A', 'persons'], ['B', 'tenant']])
  expect([tellsOfTenant(booking), tellsOfTenant({ ...second, corrections: [] })]).toEqual([true, false])
})
