import fc from 'fast-check'
import { expect, test } from 'vitest'
import { germanDay, germanTime, isPublicHoliday, plusCalendarDays, plusMonths, weekdayOf } from '../../german-days.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { contractSheet, protocolSheet } from './contract-sheet.ts'
import { nextFreeDays } from './free-days.ts'
import { conflictsOf, HALL_STEPS, holdsTime, overlap, stepsFrom, steppedTo } from './hall-steps.ts'
import { pricesFor, totalOf } from './prices.ts'
import { daysOf, MOST_OCCURRENCES, occurrencesOf, timesOn, type Series } from './series.ts'
import { HallStatus, type HallBooking } from './tables.ts'
import { aHall, aHallBooking, aTenant } from './testing.ts'
import { todoFor } from './todo.ts'

const HOUR_MS = 3_600_000
const day = fc.integer({ min: 0, max: 1_500 }).map(days => plusCalendarDays('2026-01-01', days))
const clock = fc.integer({ min: 0, max: 95 }).map(quarter => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`)
const series: fc.Arbitrary<Series> = fc.record({
  firstDay: day, lastDay: day, withoutHolidays: fc.boolean(), startTime: clock, endTime: clock,
  rule: fc.oneof(
    fc.record({ kind: fc.constant('weekly' as const), everyWeeks: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('monthly' as const), week: fc.constantFrom(1, 2, 3, 4, -1) }),
  ),
})

test('the way from request to the key that came back, and no other', () => {
  const steps = Object.fromEntries(HallStatus.options.map(status => [status, stepsFrom(status)]))
  expect(steps).toEqual({
    requested: ['approve', 'refuse', 'cancel'], approved: ['contract', 'cancel'], contracted: ['hand-over', 'cancel'], 'handed-over': ['take-back'], returned: [], refused: [], cancelled: [],
  })
})

test('whatever steps are tried, time is held from the approval to the end unless it is cancelled, and an end stays one', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...HALL_STEPS), { maxLength: 12 }), tried => {
    let booking = aHallBooking()
    let wasApproved = false
    for (const step of tried) {
      const stepped = steppedTo(booking, step)
      expect(stepped.ok).toBe(stepsFrom(booking.status).includes(step))
      if (!stepped.ok) continue
      booking = stepped.value
      wasApproved ||= step === 'approve'
      expect(holdsTime(booking)).toBe(wasApproved && booking.status !== 'cancelled')
    }
  }))
})

test('times of a series stay where they are on the wall over both changes of clocks', () => {
  fc.assert(fc.property(series, given => {
    const shift = (time: string): string => (time >= '02:00' && time < '03:00' ? '03:00' : time)
    const safe = { ...given, startTime: shift(given.startTime), endTime: shift(given.endTime) }
    for (const [index, { startsAt, endsAt }] of occurrencesOf(safe).entries()) {
      expect([germanDay(startsAt), germanTime(startsAt), germanTime(endsAt)]).toEqual([daysOf(safe)[index], safe.startTime, safe.endTime])
      expect(endsAt > startsAt && msOf(endsAt) - msOf(startsAt) <= 25 * HOUR_MS).toBe(true)
    }
  }))
})

test('a series keeps its weekday, its end, its year and, if wanted, its holidays', () => {
  fc.assert(fc.property(series, given => {
    const days = daysOf(given)
    expect(days.length).toBeLessThanOrEqual(MOST_OCCURRENCES)
    expect(days).toEqual([...new Set(days)].toSorted())
    for (const one of days) {
      expect([weekdayOf(one), one >= given.firstDay, one <= given.lastDay, one <= plusMonths(given.firstDay, 12)]).toEqual([weekdayOf(given.firstDay), true, true, true])
      expect(given.withoutHolidays && isPublicHoliday(one)).toBe(false)
    }
  }))
})

test.each([
  ['every week', { kind: 'weekly', everyWeeks: 1 }, ['2026-12-04', '2026-12-11', '2026-12-18', '2027-01-08']],
  ['every second week', { kind: 'weekly', everyWeeks: 2 }, ['2026-12-04', '2026-12-18']],
  ['on the first of a month', { kind: 'monthly', week: 1 }, ['2026-12-04']],
  ['on the second of a month', { kind: 'monthly', week: 2 }, ['2026-12-11', '2027-01-08']],
  ['on the last of a month', { kind: 'monthly', week: -1 }, []],
] as const)('Fridays %s, Christmas and New Year left out', (_name, rule, expected) => {
  expect(daysOf({ firstDay: '2026-12-04', lastDay: '2027-01-08', rule, withoutHolidays: true, startTime: '18:00', endTime: '20:00' })).toEqual(expected)
})

test('a party that ends after midnight ends on the next day', () => {
  expect([timesOn('2026-12-12', '18:00', '02:00'), timesOn('2026-12-12', '18:00', '24:00')].map(({ endsAt }) => endsAt)).toEqual(['2026-12-13T01:00:00.000Z', '2026-12-12T23:00:00.000Z'])
})

test('prices follow the list: by day of the calendar, by hour begun, and for whom', () => {
  const lines = pricesFor(aHall().prices, 'resident', timesOn('2026-12-12', '14:00', '22:30'))
  expect(lines).toEqual([{ label: 'Saal', cents: 12_000 }, { label: 'Heizung (9 Stunden)', cents: 2_700 }])
  expect(totalOf(pricesFor(aHall().prices, 'other', { ...timesOn('2026-12-12', '14:00', '01:00') }))).toBe(40_000)
  expect([pricesFor(aHall().prices, 'club', timesOn('2026-12-12', '14:00', '22:00')), pricesFor(aHall().prices, 'resident', timesOn('2026-12-12', '14:00', '24:00'))[0]?.cents]).toEqual([[], 12_000])
})

test('the longer it is, the more it costs, never less', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 100 }), (hours, more) => {
    const startsAt = aHallBooking().startsAt
    const cost = (length: number): number => totalOf(pricesFor(aHall().prices, 'resident', { startsAt, endsAt: instantFromMs(msOf(startsAt) + length * HOUR_MS) }))
    expect(cost(hours + more)).toBeGreaterThanOrEqual(cost(hours))
  }))
})

test('who wants the same time is a conflict, with setting up and cleaning, and whoever was refused is none', () => {
  const one = aHallBooking()
  const after = (label: string, hours: number, status: HallBooking['status'] = 'requested'): HallBooking => aHallBooking(label, { startsAt: instantFromMs(msOf(one.endsAt) + hours * HOUR_MS), status })
  const others = [after('b', 2), after('c', 3), after('d', 0, 'refused'), after('e', 1, 'approved')]
  expect(conflictsOf(one, [one, ...others]).map(({ id }) => id)).toEqual([others[0]?.id, others[3]?.id])
  expect(overlap(one, { ...one, hallId: 'another' })).toBe(false)
})

test('the next free days leave out those that are taken', () => {
  const one = aHallBooking()
  const next = aHallBooking('b', { status: 'approved', startsAt: instantFromMs(msOf(one.startsAt) + 24 * HOUR_MS) })
  expect(nextFreeDays(one, '2026-12-12', [aHallBooking('x', { status: 'approved' }), next], 2)).toEqual(['2026-12-14', '2026-12-15'])
})

test('a free day is free at the same time on the wall, though the clocks change before it', () => {
  const occupied = (on: number, from: number, until: number) => ({ occupiedFrom: instantFromMs(Date.UTC(2027, 2, on, from)), occupiedUntil: instantFromMs(Date.UTC(2027, 2, on, until)) })
  // From 15:00 to 16:00 on the day before; on the day itself until 15:59 by the clock of the summer.
  const other = aHallBooking('other', { ...occupied(28, 9, 13), occupiedUntil: instantFromMs(Date.UTC(2027, 2, 28, 13, 59)), status: 'approved' })
  expect(nextFreeDays({ hallId: aHallBooking().hallId, ...occupied(27, 14, 15) }, '2027-03-27', [other], 1)).toEqual(['2027-03-29'])
})

test('what is to be done now', () => {
  const { startsAt, endsAt, occupiedUntil } = aHallBooking()
  const at = (status: HallBooking['status'], hours: number) => todoFor({ status, startsAt, endsAt, occupiedUntil }, instantFromMs(msOf(startsAt) + hours * HOUR_MS))
  expect([at('requested', -999), at('approved', -999), at('approved', 9), at('contracted', -999), at('contracted', -100), at('handed-over', 5), at('handed-over', 11), at('returned', 11)])
    .toEqual(['approve', 'contract', undefined, undefined, 'hand-over', undefined, 'overdue', undefined])
})

test('a contract names the parties, the times, the money and the rules; a protocol what was found', () => {
  const booking = aHallBooking('one', { tenant: aTenant({ organisation: 'Heimatverein Uchtdorf e. V.' }) })
  const source = { hall: aHall(), letterhead: null, clerkName: 'Torsten Wegener', reference: 'MV-2026-0001' }
  const text = JSON.stringify(contractSheet({ ...source, bookings: [booking] }))
  for (const part of ['Heimatverein Uchtdorf e. V., vertreten durch Änne Großkopf', '12. Dezember 2026, 14:00 bis 22:00 Uhr', '120,00', '150,00', 'Ab 22 Uhr Ruhe.', 'Bis 14 Tage vorher', 'Ortsbürgermeister', 'MV-2026-0001'])
    expect(text).toContain(part)
  expect(JSON.stringify(contractSheet({ ...source, bookings: [booking, aHallBooking('two')] }))).toContain('240,00')
  const keyBack = { at: booking.endsAt, byName: 'Torsten Wegener', condition: 'defects', defects: 'Ein Stuhl ist zerbrochen.', meters: 'Strom 4711', keptCents: 4_000 } as const
  const protocol = JSON.stringify(protocolSheet({ ...source, bookings: [{ ...booking, keyBack }] }))
  for (const part of ['Ein Stuhl ist zerbrochen.', 'Strom 4711', '40,00']) expect(protocol).toContain(part)
})
