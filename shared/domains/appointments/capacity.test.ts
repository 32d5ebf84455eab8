import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { germanDay, plusCalendarDays, weekdayOf } from '../../german-days.ts'
import { capacityUse } from './capacity.ts'
import { minutesOfDay, onTheWall } from './clock-time.ts'
import { anAppointment, aResource, counterId, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const resources = [aResource(1), aResource(2)]
/** A Monday and the four weeks from it. */
const [FIRST, LAST] = ['2026-11-02', '2026-11-29']

const booked = (day: string, from: number, minutes: number, n = 1, overrides = {}) => {
  const [startsAt, endsAt] = [onTheWall(day).at(from), onTheWall(day).at(from + minutes)]
  return anAppointment({ resourceId: counterId(n), startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, ...overrides })
}
const shares = (...input: Parameters<typeof capacityUse>): readonly string[] =>
  capacityUse(...input).map(({ weekday, part, openMinutes, bookedMinutes }) => `${weekday} ${part} ${bookedMinutes}/${openMinutes}`)

describe('how much of the open time was booked', () => {
  const lines = [someHours({ weekdays: [1], from: '09:00', to: '13:00' })]

  test('by weekday and half of the day, at all counters together', () => {
    expect(shares({ lines, resources }, [booked(FIRST, 9 * 60, 30), booked(FIRST, 11 * 60 + 45, 30, 2)], FIRST, FIRST)).toEqual(['1 morning 45/360', '1 afternoon 15/120'])
  })

  test('what was missed took its time; what was cancelled, only held, without a counter or outside the hours did not', () => {
    const all = [booked(FIRST, 540, 30, 1, { status: 'missed' }), booked(FIRST, 570, 30, 1, { status: 'cancelled' }), booked(FIRST, 600, 30, 1, { status: 'held' }), booked(FIRST, 630, 30, 1, { resourceId: null }), booked(FIRST, 780, 60)]
    expect(shares({ lines, resources }, all, FIRST, FIRST)).toEqual(['1 morning 30/360', '1 afternoon 0/120'])
  })

  test('closed days count nothing, neither do holidays', () => {
    const closed = someHours({ kind: 'closed', from: '00:00', to: '24:00', fromDay: '2026-11-09', toDay: '2026-11-09' })
    expect(shares({ lines: [...lines, closed], resources }, [booked('2026-11-09', 540, 60)], '2026-11-09', '2026-11-15')).toEqual([])
    expect(shares({ lines: [someHours()], resources }, [], '2026-12-25', '2026-12-25')).toEqual([])
  })

  test('a day on which the clocks change is as long as it is', () => {
    expect(shares({ lines: [someHours({ weekdays: [7], from: '00:00', to: '04:00' })], resources: [aResource(1)] }, [], '2026-10-25', '2026-10-25')).toEqual(['7 morning 0/300'])
  })
})

/** Times of one counter on one day, one after the other. */
const timesOfDay = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 24 }), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 30 })
const hours = fc.record({
  from: fc.constantFrom('07:30', '08:00', '11:00', '12:00', '13:20'), to: fc.constantFrom('12:00', '12:40', '16:00', '24:00'), kind: fc.constantFrom('open' as const, 'open' as const, 'break' as const),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }), resourceIds: fc.subarray([counterId(1), counterId(2)]),
}).filter(({ from, to }) => from < to).map(someHours)

test(`never more is booked than was open, and each minute counts in its weekday and half of the day (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(fc.array(hours, { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(fc.nat({ max: 27 }), fc.constantFrom(1, 2), timesOfDay), { maxLength: 8 }), (lines, given) => {
    const once = new Map(given.map(([day, n, times]) => [`${day} ${n}`, { day: plusCalendarDays(FIRST, day), n, times }]))
    const appointments = [...once.values()].flatMap(({ day, n, times }) => {
      let minute = 0
      return times.flatMap(({ gap, length }) => {
        const from = minute + gap * 5
        minute = from + length * 5
        return minute <= 1_440 ? [booked(day, from, length * 5, n)] : []
      })
    })
    const cells = capacityUse({ lines, resources }, appointments, FIRST, LAST)
    for (const { openMinutes, bookedMinutes } of cells) expect(bookedMinutes).toBeLessThanOrEqual(openMinutes)
    const alone = appointments.map(one => capacityUse({ lines, resources }, [one], FIRST, LAST).filter(({ bookedMinutes }) => bookedMinutes > 0))
    for (const [index, { startsAt }] of appointments.entries())
      for (const { weekday, part } of alone[index] ?? []) expect([weekday, part === 'afternoon' || minutesOfDay(startsAt) < 720]).toEqual([weekdayOf(germanDay(startsAt)), true])
    const sum = (some: typeof cells): number => some.reduce((total, { bookedMinutes }) => total + bookedMinutes, 0)
    expect(sum(cells)).toBe(sum(alone.flat()))
  }), { seed, numRuns: 60 })
})
