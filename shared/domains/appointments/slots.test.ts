import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusCalendarDays } from '../../german-days.ts'
import { AppointmentServiceId } from '../../ids.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { minutesOfDay } from './clock-time.ts'
import { isOpenFor } from './stranded.ts'
import { bookableWindow, freeSlots, minutesFor, type Occupied, type SlotSearch } from './slots.ts'
import { anAppointment, aResource, aService, counterId, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const EARLY = instantFromMs(Date.UTC(2026, 0, 1))
const at = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const search = (overrides: Partial<SlotSearch> = {}): SlotSearch =>
  ({ serviceIds: [], minutes: 15, fromDay: '2026-12-07', toDay: '2026-12-07', notBefore: EARLY, notAfter: null, isPublic: false, ...overrides })
const offer = { lines: [someHours({ from: '09:00', to: '10:00' })], resources: [aResource(1), aResource(2)], occupied: [] as readonly Occupied[] }
const starts = (found: ReturnType<typeof freeSlots>): readonly string[] => found.map(({ startsAt, resourceIds }) => `${startsAt.slice(11, 16)} ${resourceIds.map(id => id.slice(-1)).join('')}`)

describe('what is offered', () => {
  test('every start on the grid, with the counters that are free', () => {
    const occupied = [{ resourceId: counterId(1), from: at(9, 15), until: at(9, 30) }]
    expect(starts(freeSlots({ ...offer, occupied }, search()))).toEqual(['08:00 12', '08:15 2', '08:30 12', '08:45 12'])
  })

  test('to citizens what is open to them, and nothing too soon or too late', () => {
    expect(starts(freeSlots(offer, search({ isPublic: true, notBefore: at(9, 10), notAfter: at(9, 40) })))).toEqual(['08:15 1', '08:30 1'])
  })

  test('only what is long enough', () => {
    const occupied = [1, 2].map(n => ({ resourceId: counterId(n), from: at(9, 30), until: at(9, 45) }))
    expect(starts(freeSlots({ ...offer, occupied }, search({ minutes: 30 })))).toEqual(['08:00 12'])
  })

  test('time to set up and to clean is taken, too', () => {
    const hall = aResource(1, { kind: 'room', minutesBefore: 15, minutesAfter: 15 })
    const occupied = [{ resourceId: counterId(1), from: at(9, 30), until: at(9, 45) }]
    expect(starts(freeSlots({ ...offer, resources: [hall], occupied }, search()))).toEqual(['08:00 1'])
  })

  test('only counters where all that is wanted is given', () => {
    const [passport, cars] = ['0192a000-0000-7000-8000-0000000005e1', '0192a000-0000-7000-8000-0000000005e2'].map(id => AppointmentServiceId.parse(id))
    const resources = [aResource(1, { serviceIds: [passport ?? aService().id] }), aResource(2, { active: false })]
    expect([passport, cars].map(id => freeSlots({ ...offer, resources }, search({ serviceIds: [id ?? aService().id] })).length)).toEqual([4, 0])
  })

  test('a break does not shift the grid', () => {
    const lines = [someHours({ from: '09:00', to: '11:00', slotMinutes: 20 }), someHours({ kind: 'break', from: '09:30', to: '09:50' })]
    expect(starts(freeSlots({ ...offer, lines }, search({ minutes: 20 })))).toEqual(['08:00 12', '09:00 12', '09:20 12', '09:40 12'])
  })
})

test('several services and persons take their time together, and the strictest window counts', () => {
  const two = [aService(), aService({ minutes: 20, minutesPerFurtherPerson: 0, leadMinutes: 1_440, bookableDays: 7 })]
  expect(minutesFor(two, 3)).toBe(15 + 20 + 20)
  // Until the end of the seventh day.
  expect(bookableWindow(two, at(9))).toEqual({ notBefore: instantFromMs(Date.UTC(2026, 11, 8, 8)), notAfter: instantFromMs(Date.UTC(2026, 11, 14, 23)) })
})

const line = fc.record({
  from: fc.constantFrom('00:00', '01:30', '08:00', '09:10'), to: fc.constantFrom('04:00', '12:00', '15:30', '24:00'), slotMinutes: fc.constantFrom(5, 10, 15, 20, 45),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }), kind: fc.constantFrom('open' as const, 'open' as const, 'break' as const),
  onHolidays: fc.boolean(), publicResourceIds: fc.subarray([counterId(1), counterId(2)]), resourceIds: fc.subarray([counterId(1), counterId(2)]),
}).filter(({ from, to }) => from < to).map(someHours)

test(`whatever is offered is open, free, on the wall's clock and as long as it says, in the weeks the clocks change too (FC_SEED=${seed})`, () => {
  const first = fc.constantFrom('2026-03-26', '2026-10-22', '2026-12-21', '2027-03-25')
  const taken = fc.record({ resourceId: fc.constantFrom(counterId(1), counterId(2)), day: fc.nat({ max: 6 }), start: fc.nat({ max: 287 }), length: fc.integer({ min: 1, max: 30 }) })
  fc.assert(fc.property(first, fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(taken, { maxLength: 8 }), fc.constantFrom(5, 15, 25, 60), (fromDay, lines, takings, minutes) => {
    const resources = [aResource(1), aResource(2)]
    const fromMs = Date.parse(`${fromDay}T00:00:00Z`)
    const occupied = withoutOverlap(takings.map(({ resourceId, day, start, length }) => {
      const from = fromMs + day * 86_400_000 + start * 300_000
      return { resourceId, from: instantFromMs(from), until: instantFromMs(from + length * 300_000) }
    }))
    for (const { startsAt, endsAt, resourceIds } of freeSlots({ lines, resources, occupied }, search({ fromDay, toDay: plusCalendarDays(fromDay, 6), minutes }))) {
      expect(msOf(endsAt) - msOf(startsAt)).toBe(minutes * 60_000)
      expect((minutesOfDay(startsAt) + minutes) % 1_440).toBe(minutesOfDay(endsAt))
      for (const resourceId of resourceIds) {
        expect(isOpenFor(anAppointment({ resourceId, startsAt, endsAt }), lines, resources)).toBe(true)
        expect(occupied.some(other => other.resourceId === resourceId && other.from < endsAt && startsAt < other.until)).toBe(false)
      }
    }
  }), { seed, numRuns: 60 })
})

/** What a database that lets nothing overlap could hold of these. */
function withoutOverlap(all: readonly Occupied[]): readonly Occupied[] {
  const kept: Occupied[] = []
  for (const one of all) if (!kept.some(other => other.resourceId === one.resourceId && other.from < one.until && one.from < other.until)) kept.push(one)
  return kept
}
