import { expect, test } from 'vitest'
import { anAppointment, aPlace, aResource, aService, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { ClockTime, onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import type { Appointment, OpeningHours } from '../../../../shared/domains/appointments/tables.ts'
import { AppointmentId, OpeningHoursId } from '../../../../shared/ids.ts'
import { blockOf } from './blocks.ts'
import { counterColumns, dayColumns, isSameColumn, type Shown } from './columns.ts'

const MONDAY = '2026-12-07'
const BEFORE = onTheWall('2026-12-01').msAt(600)

const at = (n: number, from: number, to: number, overrides: Partial<Appointment> = {}): Appointment => {
  const [startsAt, endsAt] = [onTheWall(MONDAY).at(from), onTheWall(MONDAY).at(to)]
  return anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-00000000${String(from).padStart(4, '0')}`), resourceId: counterId(n), startsAt, endsAt, ...overrides })
}

const lunch: OpeningHours = { ...someHours(), id: OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f002'), kind: 'break', title: 'Pause', startTime: ClockTime.parse('10:00'), endTime: ClockTime.parse('10:30') }

function shownWith(booked: readonly Appointment[], overrides: Partial<Shown> = {}): Shown {
  const resources = [aResource(1), aResource(2)]
  const here = { place: aPlace(), resources, services: [aService()], lines: [someHours(), lunch] }
  return { here, resources, booked: booked.map(appointment => blockOf({ ...appointment, isPending: false })), isShown: () => true, nowMs: BEFORE, language: 'de', ...overrides }
}

test('a column for each counter, with what is open, closed, booked and free', () => {
  const [first, second] = counterColumns(shownWith([at(1, 480, 495)]), MONDAY)
  expect(first).toMatchObject({ open: [{ from: 480, to: 600 }, { from: 630, to: 720 }], closed: [{ from: 600, to: 630, title: 'Pause' }], holiday: undefined })
  expect(first?.blocks.map(({ from, to }) => [from, to])).toEqual([[480, 495]])
  expect(first?.free.map(({ from, to }) => [from, to])).toEqual([[495, 510], [510, 540], [540, 570], [570, 600], [630, 660], [660, 690], [690, 720]])
  expect(second?.blocks).toEqual([])
  expect(second?.free[0]).toMatchObject({ from: 480, to: 510 })
})

test('whoever came without a time stands at their counter from being called, and takes no time from others', () => {
  const wall = onTheWall(MONDAY)
  const walkIn = at(1, 480, 490, { resourceId: null, channel: 'walk-in', status: 'serving', calledAt: wall.at(500), counterId: counterId(2) })
  const stretches = (appointment: Appointment, nowMs: number) => counterColumns(shownWith([appointment], { nowMs }), MONDAY).map(({ blocks }) => blocks.map(({ from, to }) => [from, to]))
  expect(stretches(walkIn, wall.msAt(503))).toEqual([[], [[500, 510]]])
  expect(stretches(walkIn, wall.msAt(520))).toEqual([[], [[500, 520]]])
  expect(stretches({ ...walkIn, status: 'finished', endedAt: wall.at(507) }, wall.msAt(600))).toEqual([[], [[500, 507]]])
  expect(stretches({ ...walkIn, status: 'waiting', calledAt: null, counterId: null }, wall.msAt(503))).toEqual([[], []])
  expect(counterColumns(shownWith([walkIn], { nowMs: wall.msAt(503) }), MONDAY)[1]?.free[0]).toMatchObject({ from: 505 })
})

test('what is cancelled is free again; what is hidden by a filter is not', () => {
  const cancelled = at(1, 480, 510, { status: 'cancelled' })
  expect(counterColumns(shownWith([cancelled]), MONDAY)[0]?.free[0]).toMatchObject({ from: 480, to: 510 })
  const hidden = counterColumns(shownWith([at(1, 480, 510)], { isShown: () => false }), MONDAY)[0]
  expect([hidden?.blocks.length, hidden?.free[0]?.from]).toEqual([0, 510])
})

test('a day offers the first free time of each half hour, at whichever counter', () => {
  const [day] = dayColumns(shownWith([at(1, 480, 510)]), [MONDAY])
  expect(day?.free[0]).toEqual({ from: 480, to: 510, resourceId: counterId(2) })
  expect(day?.free[1]).toEqual({ from: 510, to: 540, resourceId: counterId(1) })
})

test('nothing is free on a holiday, in the past, or at a counter out of use', () => {
  const christmas = dayColumns(shownWith([]), ['2026-12-25'])[0]
  expect(christmas).toMatchObject({ holiday: '1. Weihnachtstag', open: [], free: [] })
  expect(dayColumns(shownWith([]), ['2026-11-30'])[0]?.free).toEqual([])
  expect(dayColumns(shownWith([], { nowMs: onTheWall(MONDAY).msAt(692) }), [MONDAY])[0]?.free).toEqual([{ from: 695, to: 720, resourceId: counterId(1) }])
})

test('a counter out of use is shown as long as somebody is booked there', () => {
  const unused = [aResource(1), aResource(2, { active: false })]
  expect(counterColumns(shownWith([], { resources: unused }), MONDAY)).toHaveLength(1)
  expect(counterColumns(shownWith([at(2, 480, 495)], { resources: unused }), MONDAY)).toHaveLength(2)
})

test('only a column in which something changed is drawn anew', () => {
  const booked = [at(1, 480, 495), at(2, 480, 495, { id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f9') })]
  const shown = shownWith(booked)
  const before = counterColumns(shown, MONDAY)
  const again = counterColumns(shown, MONDAY)
  const moved = counterColumns({ ...shown, booked: [...shown.booked.slice(0, 1), blockOf({ ...at(2, 600, 615), isPending: true })] }, MONDAY)
  const same = (columns: typeof before): readonly boolean[] => before.map((one, index) => isSameColumn(one, columns[index] ?? one))
  expect(same(again)).toEqual([true, true])
  expect(same(moved)).toEqual([true, false])
})
