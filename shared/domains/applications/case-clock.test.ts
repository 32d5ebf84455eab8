import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfGermanDay, germanDay, isWorkingDay, plusCalendarDays } from '../../german-days.ts'
import { ApplicationId } from '../../ids.ts'
import { instantFromMs, plusDays, type Instant } from '../../time.ts'
import { answered, extended, resumed, suspended } from './case-clock.ts'
import { dueAfter } from './deadline.ts'
import { DEADLINE_BASES, type Deadline } from './service-tables.ts'
import type { Application } from './tables.ts'
import { anApplication } from './testing.ts'

const at = (day: string, time = '09:30'): Instant => `${day}T${time}:00.000Z` as Instant
const target = (amount: number, unit: Deadline['unit'] = 'days'): Deadline => ({ basis: 'own-target', amount, unit })
const DEEMED: Deadline = { basis: 'vwvfg-42a', amount: 3, unit: 'months' }
const clockOf = ({ dueAt, suspendedAt, heldDueAt }: Application) => ({ dueAt, suspendedAt, heldDueAt })
const CONFIRMED: Deadline = { basis: 'gewo-15', amount: 3, unit: 'days' }

describe('the end of a period', () => {
  test.each<readonly [string, Deadline, Instant, string]>([
    ['counts days from the day after', target(14), at('2026-11-02'), '2026-11-16'],
    ['moves off a weekend', target(5), at('2026-11-16'), '2026-11-23'],
    ['moves off Easter Monday', target(1, 'months'), at('2026-03-06'), '2026-04-07'],
    ['takes the last day of a shorter month, and moves off its Saturday', target(1, 'months'), at('2026-01-31'), '2026-03-02'],
    ['counts three months from the complete documents', DEEMED, at('2026-09-01'), '2026-12-01'],
    ['moves off the Christmas holidays', DEEMED, at('2026-09-25'), '2026-12-28'],
    ['counts three days for a notice of business', CONFIRMED, at('2026-11-23'), '2026-11-26'],
    ['counts working days over a holiday', target(3, 'working-days'), at('2026-04-02'), '2026-04-09'],
    ['takes the German day, not that of UTC', target(1), at('2026-11-23', '23:30'), '2026-11-25'],
  ])('%s', (_, deadline, from, day) => {
    expect(dueAfter(deadline, from)).toBe(endOfGermanDay(day))
  })

  test('is none where nothing is set', () => {
    expect(dueAfter(null, at('2026-11-02'))).toBeNull()
  })
})

const anyDeadline: fc.Arbitrary<Deadline> = fc.record({
  basis: fc.constantFrom(...DEADLINE_BASES), amount: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('days', 'working-days', 'months'),
})
const anyMoment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2032, 0) }).map(instantFromMs)

test('a period always ends on a working day, after its beginning, and later when it is longer', () => {
  fc.assert(fc.property(anyDeadline, anyMoment, (deadline, from) => {
    const due = dueAfter(deadline, from) ?? at('1970-01-01')
    expect(isWorkingDay(germanDay(due))).toBe(true)
    expect(due > from).toBe(true)
    expect((dueAfter({ ...deadline, amount: deadline.amount + 1 }, from) ?? '') >= due).toBe(true)
  }))
})

describe('while the citizen is asked', () => {
  const due = endOfGermanDay('2026-11-16')
  const running = anApplication({ status: 'in-progress', dueAt: due })

  test('nothing is due, and being asked twice changes nothing', () => {
    const asked = suspended(running, at('2026-11-10'))
    expect(asked).toMatchObject({ dueAt: null, heldDueAt: due, suspendedAt: at('2026-11-10') })
    expect(suspended(asked, at('2026-11-12'))).toBe(asked)
  })

  test('the town’s own target goes on where it stood', () => {
    const onward = resumed(suspended(running, at('2026-11-10')), target(14), at('2026-11-17'))
    expect(onward).toMatchObject({ dueAt: endOfGermanDay('2026-11-23'), suspendedAt: null, heldDueAt: null })
  })

  test('a period from the complete documents begins anew', () => {
    expect(resumed(suspended(running, at('2026-11-10')), DEEMED, at('2026-11-17')).dueAt).toBe(endOfGermanDay('2027-02-17'))
  })

  test('a clock that runs is left alone, and nothing becomes due where nothing was', () => {
    expect(resumed(running, target(14), at('2026-11-17'))).toBe(running)
    expect(resumed(suspended(anApplication(), at('2026-11-10')), null, at('2026-11-17')).dueAt).toBeNull()
  })

  test('an answer to a case merged away counts from its own day once the merge is undone', () => {
    fc.assert(fc.property(anyMoment, fc.constantFrom(target(14), DEEMED), fc.integer({ min: 0, max: 60 }), fc.boolean(), (from, deadline, days, isMerged) => {
      const asked = suspended(anApplication({ dueAt: dueAfter(deadline, from) }), from)
      const standing = isMerged ? anApplication({ ...asked, status: 'closed', closedAt: from, mergedInto: ApplicationId.parse('0192a000-0000-7000-8000-000000000002') }) : asked
      const told = answered(standing, deadline, plusDays(from, days))
      expect(told).toEqual({ ...standing, ...clockOf(resumed(asked, deadline, plusDays(from, days))) })
    }))
  })

  test('an answer leaves the clock of a case that has ended alone', () => {
    const ended = anApplication({ status: 'decided', suspendedAt: at('2026-11-10') })
    expect(answered(ended, DEEMED, at('2026-11-17'))).toBe(ended)
  })

  test('own targets never lose a day by standing still', () => {
    fc.assert(fc.property(anyMoment, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (from, stood, amount) => {
      const before = anApplication({ dueAt: dueAfter(target(amount), from) })
      const after = resumed(suspended(before, from), target(amount), plusDays(from, stood))
      expect((after.dueAt ?? '') >= (before.dueAt ?? '')).toBe(true)
    }))
  })
})

describe('an extension', () => {
  const due = endOfGermanDay('2026-12-01')
  const running = anApplication({ status: 'in-progress', dueAt: due })

  test('moves the end, once', () => {
    const longer = extended(running, DEEMED, '2027-01-15', at('2026-11-22'))
    expect(longer).toMatchObject({ ok: true, value: { dueAt: endOfGermanDay('2027-01-15'), extendedAt: at('2026-11-22') } })
    expect(longer.ok && extended(longer.value, DEEMED, '2027-02-15', at('2026-11-23'))).toMatchObject({ ok: false, error: { code: 'applications/extended-before' } })
  })

  test.each<readonly [string, Parameters<typeof extended>, string]>([
    ['after the end', [running, DEEMED, '2027-01-15', at('2026-12-02')], 'applications/extension-too-late'],
    ['to the same day', [running, DEEMED, '2026-12-01', at('2026-11-22')], 'applications/extension-not-later'],
    ['of a confirmation by law', [running, CONFIRMED, '2026-12-05', at('2026-11-22')], 'applications/not-extendable'],
    ['while the clock stands', [suspended(running, at('2026-11-10')), DEEMED, '2027-01-15', at('2026-11-22')], 'applications/clock-stands'],
  ])('is refused %s', (_, input, code) => {
    expect(extended(...input)).toMatchObject({ ok: false, error: { code } })
  })

  test('is in time until the last moment of the last day', () => {
    expect(extended(running, DEEMED, plusCalendarDays('2026-12-01', 1), due).ok).toBe(true)
  })
})
