import { expect, test } from 'vitest'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId, AppointmentServiceId } from '../../../../shared/ids.ts'
import { blockOf } from './blocks.ts'
import { isMovable, isThere, refusalAt, type Destination } from './destination.ts'

const DAY = '2026-12-07'
const BEFORE = onTheWall('2026-12-01').msAt(600)
const OTHER = AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e2')

const here = { place: aPlace(), resources: [aResource(1), aResource(2, { minutesAfter: 15 }), aResource(3, { serviceIds: [OTHER] })], services: [aService()], lines: [someHours()] }
const mine = { ...anAppointment(), isPending: false }
const neighbour = blockOf({ ...anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f2'), startsAt: onTheWall(DAY).at(600), endsAt: onTheWall(DAY).at(630) }), isPending: false })

const to = (n: number, from: number, until: number): Destination => ({ resourceId: counterId(n), day: DAY, from, to: until })
const codeAt = (wanted: Destination, nowMs = BEFORE): string | undefined => refusalAt(here, [blockOf(mine), neighbour], mine, wanted, nowMs)?.code

test('another time, another counter, longer or shorter, as long as it is open and free', () => {
  expect([codeAt(to(1, 545, 560)), codeAt(to(2, 540, 555)), codeAt(to(1, 540, 600))]).toEqual([undefined, undefined, undefined])
})

test('why it cannot be there', () => {
  expect(codeAt(to(1, 590, 605))).toBe('appointments/slot-taken')
  expect(codeAt(to(1, 715, 730))).toBe('appointments/closed-then')
  expect(codeAt(to(3, 540, 555))).toBe('appointments/not-given-there')
  expect(codeAt(to(1, 540, 555), onTheWall(DAY).msAt(560))).toBe('appointments/in-the-past')
  expect(codeAt({ ...to(1, 540, 555), resourceId: counterId(9) })).toBe('appointments/no-such-counter')
})

test('the time a counter needs afterwards is not free either', () => {
  const atSecond = blockOf({ ...mine, id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f3'), resourceId: counterId(2), occupiedUntil: onTheWall(DAY).at(570) })
  expect(refusalAt(here, [atSecond], mine, to(2, 560, 575), BEFORE)?.code).toBe('appointments/slot-taken')
})

test('whoever came, and whoever came without a time, is not moved; nor is what is over', () => {
  expect(isMovable(mine, BEFORE)).toBe(true)
  expect(isMovable({ ...mine, status: 'missed' }, onTheWall(DAY).msAt(700))).toBe(true)
  expect(isMovable({ ...mine, status: 'serving' }, BEFORE)).toBe(false)
  expect(isMovable({ ...mine, resourceId: null }, BEFORE)).toBe(false)
  expect(isMovable(mine, onTheWall('2026-12-08').msAt(0))).toBe(false)
})

test('where it is already', () => {
  expect([isThere(blockOf(mine), to(1, 540, 555)), isThere(blockOf(mine), to(1, 540, 560))]).toEqual([true, false])
})
