import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppointmentServiceId, PersonId } from '../../ids.ts'
import { SMALLEST_GROUP } from '../../small-groups.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { LEADS, placeStatistics, type PlaceStatistics, type Visit } from './statistics.ts'
import type { Appointment } from './tables.ts'
import { anAppointment, aResource, aService, someHours } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const PERIOD = { fromDay: '2026-12-07', toDay: '2026-12-07', lines: [someHours()], resources: [aResource(1)] }
const at = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const person = (n: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-00000000aa0${n}`)
const otherService = AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e2')

const statistics = (visits: readonly Visit[]): PlaceStatistics => placeStatistics(visits, PERIOD)
const times = (count: number, overrides: (index: number) => Partial<Appointment>): readonly Appointment[] => Array.from({ length: count }, (_, index) => anAppointment(overrides(index)))

/** Booked for 09:00, came ten minutes early, called `after` minutes past nine, there for `minutes`. */
const served = (after: number, minutes: number, overrides: Partial<Appointment> = {}): Partial<Appointment> => ({
  status: 'finished', startsAt: at(9), waitingSince: at(8, 50), calledAt: at(9, after), servingSince: at(9, after + 1), endedAt: at(9, after + 1 + minutes), ...overrides,
})

describe('waiting and serving', () => {
  test('whoever comes early waits from their time on, who is late from coming, and nobody less than not at all', () => {
    expect(statistics(times(5, () => served(7, 10))).waiting).toEqual({ median: 7, p90: 7 })
    expect(statistics(times(5, () => served(7, 10, { waitingSince: at(9, 5) }))).waiting).toEqual({ median: 2, p90: 2 })
    expect(statistics(times(5, () => served(0, 10, { calledAt: at(8, 55) }))).waiting).toEqual({ median: 0, p90: 0 })
  })

  test('without an appointment they wait from the moment they came', () => {
    expect(statistics(times(5, () => served(7, 10, { channel: 'walk-in', resourceId: null }))).waiting).toEqual({ median: 17, p90: 17 })
  })

  test('half of the people, and nine of ten, by what they came for', () => {
    const visits = [...times(10, index => served(index, 5 + index)), ...times(5, () => served(30, 40, { serviceIds: [otherService] })), ...times(6, () => served(3, 50, { serviceIds: [aService().id, otherService] }))]
    expect(statistics(visits).services.map(({ serviceId, waiting, serving }) => [serviceId, waiting, serving])).toEqual([
      [aService().id, { median: 4, p90: 8 }, { median: 9, p90: 13 }],
      [otherService, { median: 30, p90: 30 }, { median: 40, p90: 40 }],
      [null, { median: 3, p90: 3 }, { median: 50, p90: 50 }],
    ])
  })

  test('who was sent on is one person: waiting and serving are added up, and counted by what each counter was asked for', () => {
    const stay = { serviceIds: [aService().id], calledAt: at(9, 4), servingSince: at(9, 5), servedBy: person(1), endedAt: at(9, 11) }
    const sentOn = times(5, () => served(20, 10, { serviceIds: [otherService], servedBy: person(2), stays: [stay] }))
    const { waiting, serving, services, missed } = statistics(sentOn)
    expect([waiting, serving, missed]).toEqual([{ median: 4 + 9, p90: 13 }, { median: 6 + 10, p90: 16 }, { missed: 0, all: 5 }])
    expect(services).toEqual([
      { serviceId: aService().id, waiting: { median: 4, p90: 4 }, serving: null, missed: { missed: 0, all: 5 } },
      { serviceId: otherService, waiting: { median: 9, p90: 9 }, serving: null, missed: null },
    ])
    const twice = times(5, index => served(20, 10, { servedBy: person(index), stays: [stay, { ...stay, calledAt: at(9, 12), servingSince: at(9, 13), endedAt: at(9, 15) }] }))
    expect(statistics(twice).services).toMatchObject([{ waiting: { median: 4 + 1 + 5 }, serving: { median: 6 + 2 + 10 } }])
    expect(statistics(times(4, () => served(20, 10, { stays: [stay, stay, stay] }))).serving, 'fewer than five persons').toBeNull()
    expect(statistics(times(5, () => ({ ...served(20, 10), status: 'waiting' as const, stays: [stay] }))).serving, 'not over').toBeNull()
  })

  test('nothing about how one member of staff works', () => {
    expect(statistics(times(20, () => served(1, 10, { servedBy: person(1) }))).serving).toBeNull()
    expect(statistics(times(20, index => served(1, 10, { servedBy: person(index % 2) }))).serving).toEqual({ median: 10, p90: 10 })
  })
})

describe('who did not come', () => {
  const missed = { status: 'missed' } as const

  test('by how long before it was booked, in days of the calendar', () => {
    const created = [at(8), at(0), instantFromMs(Date.UTC(2026, 11, 6, 22, 59)), instantFromMs(Date.UTC(2026, 11, 3, 23)), instantFromMs(Date.UTC(2026, 11, 3, 22, 59)), instantFromMs(Date.UTC(2026, 10, 22, 23)), instantFromMs(Date.UTC(2026, 10, 22, 22, 59))]
    const visits = created.flatMap((createdAt, index) => times(5, n => ({ ...(n < index ? missed : served(1, 10)), createdAt })))
    expect(statistics(visits).leads).toEqual([
      { lead: 'same-day', missed: { missed: 0 + 1, all: 10 } }, { lead: 'few-days', missed: { missed: 2 + 3, all: 10 } },
      { lead: 'two-weeks', missed: { missed: 4 + 5, all: 10 } }, { lead: 'longer', missed: { missed: 5, all: 5 } },
    ])
  })

  test('of those who were expected: neither who cancelled nor who came without an appointment', () => {
    const visits = [...times(6, () => served(1, 10)), ...times(2, () => missed), ...times(9, () => ({ status: 'cancelled' as const })), ...times(7, () => ({ ...missed, channel: 'walk-in' as const, resourceId: null })), ...times(1, () => ({})), ...times(3, () => ({ status: 'held' as const }))]
    const found = statistics(visits)
    expect([found.missed, found.booked, found.walkIns]).toEqual([{ missed: 2, all: 8 }, { came: 6, missed: 2, cancelled: 9, unmarked: 1 }, 7])
    expect(found.channels).toEqual([{ channel: 'portal', outcomes: { came: 6, missed: 2, cancelled: 9, unmarked: 1 } }, { channel: 'walk-in', outcomes: { came: 0, missed: 7, cancelled: 0, unmarked: 0 } }])
  })
})

test('fewer than five are hidden, and with them what would tell about them by subtraction', () => {
  expect(statistics(times(4, () => served(1, 10)))).toMatchObject({ booked: null, walkIns: null, waiting: null, serving: null, missed: null, channels: [{ outcomes: null }], services: [{ missed: null }] })
  const walkIns = times(9, () => served(1, 10, { channel: 'walk-in', resourceId: null }))
  expect([statistics([...times(2, () => served(1, 10)), ...walkIns]), statistics(walkIns)]).toMatchObject([{ booked: null, walkIns: 9, channels: [{ outcomes: null }, { outcomes: null }] }, { booked: { came: 0 }, walkIns: 9 }])
  const visits = [...times(3, () => served(1, 10)), ...times(9, () => served(1, 10, { channel: 'telephone' })), ...times(20, () => served(1, 10, { channel: 'counter' }))]
  expect(statistics(visits).channels.map(({ channel, outcomes }) => [channel, outcomes?.came])).toEqual([['portal', undefined], ['telephone', undefined], ['counter', 20]])
})

const visit = fc.record({
  status: fc.constantFrom('booked' as const, 'finished' as const, 'finished' as const, 'missed' as const, 'cancelled' as const, 'serving' as const),
  channel: fc.constantFrom('portal' as const, 'telephone' as const, 'counter' as const, 'walk-in' as const),
  serviceIds: fc.constantFrom([aService().id], [otherService], [aService().id, otherService]),
  createdAt: fc.integer({ min: 0, max: 30 }).map(days => instantFromMs(Date.UTC(2026, 11, 7 - days, 7))),
  waitingSince: fc.integer({ min: 0, max: 59 }).map(minute => at(8, minute)), calledAt: fc.integer({ min: 0, max: 59 }).map(minute => at(9, minute)),
  servingSince: fc.integer({ min: 0, max: 59 }).map(minute => at(10, minute)), endedAt: fc.integer({ min: 0, max: 59 }).map(minute => at(11, minute)),
  servedBy: fc.constantFrom(null, person(1), person(2)),
}).map(({ serviceIds, ...others }) => anAppointment({ ...others, serviceIds: [...serviceIds] }))

test(`no figure is about fewer than five, and what is hidden of those who did not come are none or five (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(fc.array(visit, { maxLength: 60 }), visits => {
    const { missed, leads, services } = statistics(visits)
    for (const parts of [leads, services]) {
      const shown = parts.flatMap(part => part.missed ?? [])
      for (const { missed: some, all } of shown) {
        expect(all).toBeGreaterThanOrEqual(SMALLEST_GROUP)
        expect(some).toBeLessThanOrEqual(all)
      }
      const rest = (missed?.all ?? 0) - shown.reduce((sum, { all }) => sum + all, 0)
      expect(missed === null || rest === 0 || rest >= SMALLEST_GROUP).toBe(true)
    }
    expect(leads.map(({ lead }) => lead)).toEqual(LEADS)
  }), { seed, numRuns: 300 })
})
