import { expect, test } from 'vitest'
import type { FreeSlot } from '../../../../shared/contract/appointments.ts'
import { counterId } from '../../../../shared/domains/appointments/testing.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { chosenIn, firstDays, nearestTo, offeredDays, stepFrom, type OfferFilter } from './offers.ts'

/** On Monday, 7 December 2026, and the days after; times as the clock shows them in Tangerhütte. */
const at = (time: string, day = 7): Instant => instantFromMs(Date.UTC(2026, 11, day, Number(time.slice(0, 2)) - 1, Number(time.slice(3))))
const slot = (time: string, counters: readonly number[] = [1], day = 7): FreeSlot =>
  ({ startsAt: at(time, day), endsAt: at(time, day), resourceIds: counters.map(counterId) })

const ANY: OfferFilter = { part: 'any', resourceId: null }
const timesOf = (slots: readonly FreeSlot[], filter: OfferFilter = ANY, kept?: Instant) => offeredDays(slots, filter, kept).map(({ slots: ofDay }) => ofDay.map(({ startsAt }) => startsAt))

test('one time in each quarter of an hour is offered, the earliest', () => {
  const slots = ['08:00', '08:05', '08:10', '08:15', '08:25', '08:40'].map(time => slot(time))
  expect(timesOf(slots)).toEqual([[at('08:00'), at('08:15'), at('08:40')]])
})

test('a time chosen elsewhere is offered beside the one of its quarter', () => {
  expect(timesOf(['08:00', '08:10', '08:15'].map(time => slot(time)), ANY, at('08:10'))).toEqual([[at('08:00'), at('08:10'), at('08:15')]])
})

test('by day, by part of the day and by counter', () => {
  const slots = [slot('11:45', [1]), slot('12:00', [2]), slot('09:00', [2], 8)]
  expect(timesOf(slots)).toEqual([[at('11:45'), at('12:00')], [at('09:00', 8)]])
  expect(timesOf(slots, { ...ANY, part: 'morning' })).toEqual([[at('11:45')], [at('09:00', 8)]])
  expect(timesOf(slots, { ...ANY, part: 'afternoon' })).toEqual([[at('12:00')]])
  expect(timesOf(slots, { ...ANY, resourceId: counterId(2) })).toEqual([[at('12:00')], [at('09:00', 8)]])
})

test('an earlier start at another counter does not hide the wanted counter', () => {
  expect(timesOf([slot('08:00', [1]), slot('08:05', [2])], { ...ANY, resourceId: counterId(2) })).toEqual([[at('08:05')]])
})

test('whole days are shown until there are enough times', () => {
  const days = offeredDays([slot('08:00'), slot('08:15'), slot('08:00', [1], 8), slot('08:00', [1], 9)], ANY, undefined)
  expect([1, 2, 3, 9].map(times => firstDays(days, times).length)).toEqual([1, 1, 2, 3])
  expect(firstDays([], 5)).toEqual([])
})

test('the wanted counter is taken where it is free', () => {
  expect(chosenIn(slot('08:00', [1, 2]), counterId(2))?.resourceId).toBe(counterId(2))
  expect(chosenIn(slot('08:00', [1, 2]), counterId(3))?.resourceId).toBe(counterId(1))
})

test('in place of a time that is gone the nearest is offered, the earlier of two', () => {
  const slots = ['08:00', '08:45', '09:15'].map(time => slot(time))
  expect(nearestTo(at('09:00'), slots)?.startsAt).toBe(at('08:45'))
  expect(nearestTo(at('07:00'), slots)?.startsAt).toBe(at('08:00'))
  expect(nearestTo(at('07:00'), [])).toBeUndefined()
})

test('steps lead on by time and by day and end at the ends', () => {
  const days = offeredDays([slot('08:00'), slot('08:15'), slot('10:00', [1], 8)], ANY, undefined)
  const from = (time: Instant) => (['next', 'previous', 'next-day', 'previous-day'] as const).map(step => stepFrom(time, step, days)?.startsAt)
  expect(from(at('08:15'))).toEqual([at('10:00', 8), at('08:00'), at('10:00', 8), at('08:15')])
  expect(from(at('10:00', 8))).toEqual([at('10:00', 8), at('08:15'), at('10:00', 8), at('08:00')])
})
