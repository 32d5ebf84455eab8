import { AppointmentId, AppointmentServiceId, DepartmentId, OpeningHoursId, PlaceId, ResourceId } from '../../ids.ts'
import { departmentScope } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import { ClockTime } from './clock-time.ts'
import type { Appointment, AppointmentService, OpeningHours, Place, Resource } from './tables.ts'

const SCOPE = departmentScope(DepartmentId.parse('ordnung'))
const PLACE = PlaceId.parse('0192a000-0000-7000-8000-000000000e00')

export const aPlace = (overrides: Partial<Place> = {}): Place => ({
  id: PLACE, scope: SCOPE, version: 1, name: 'Bürgeramt', address: 'Bismarckstraße 5, 39517 Tangerhütte', directions: '', position: 0, active: true,
  holdMinutes: 10, changeUntilMinutes: 60, maxPerEmail: 3, remindHoursBefore: 24, keepDays: 90, ...overrides,
})

/** The n-th counter. */
export const counterId = (n: number): ResourceId => ResourceId.parse(`0192a000-0000-7000-8000-000000000c0${n}`)

export const aResource = (n = 1, overrides: Partial<Resource> = {}): Resource => ({
  id: counterId(n), scope: SCOPE, version: 1, placeId: PLACE, kind: 'counter', name: `Schalter ${n}`, position: n, active: true, serviceIds: [],
  minutesBefore: 0, minutesAfter: 0, ...overrides,
})

export const aService = (overrides: Partial<AppointmentService> = {}): AppointmentService => ({
  id: AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e1'), scope: SCOPE, version: 1, placeId: PLACE, title: 'Personalausweis beantragen',
  outsideTitle: '', minutes: 15, minutesPerFurtherPerson: 10, maxPersons: 4, leadMinutes: 60, bookableDays: 60, isPublic: true, bring: '', followUp: null, position: 0, active: true, ...overrides,
})

/** Mondays to Fridays, 08:00 to 12:00, at all counters and for everybody at the first. */
export const someHours = ({ from = '08:00', to = '12:00', ...overrides }: Partial<OpeningHours> & { readonly from?: string; readonly to?: string } = {}): OpeningHours => ({
  id: OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f001'), scope: SCOPE, version: 1, placeId: PLACE, kind: 'open', title: '', fromDay: '2026-01-01',
  toDay: null, weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, weeksOfMonth: [], startTime: ClockTime.parse(from), endTime: ClockTime.parse(to), resourceIds: [],
  publicResourceIds: [counterId(1)], slotMinutes: 15, onHolidays: false, isDeleted: false, ...overrides,
})

/** Monday, 7 December 2026, 09:00 in Tangerhütte, at the first counter. */
export function anAppointment(overrides: Partial<Appointment> = {}): Appointment {
  const startsAt = overrides.startsAt ?? instantFromMs(Date.UTC(2026, 11, 7, 8))
  const endsAt = overrides.endsAt ?? instantFromMs(Date.parse(startsAt) + 15 * 60_000)
  return {
    id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f1'), scope: SCOPE, version: 1, placeId: PLACE,
    serviceIds: [AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e1')], persons: 1, channel: 'portal', resourceId: counterId(1),
    startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, name: 'Änne Großkopf', email: 'aenne@example.org', phone: null, note: '', priority: 2,
    ticket: null, sequence: 0, heldUntil: null, createdAt: instantFromMs(Date.UTC(2026, 10, 23, 8)), createdByName: null, status: 'booked', waitingSince: null,
    calledAt: null, callCount: 0, counterId: null, servedBy: null, servedByName: null, servingSince: null, endedAt: null, stays: [], sentOn: null, before: null, steppedAt: null,
    ...overrides,
  }
}
