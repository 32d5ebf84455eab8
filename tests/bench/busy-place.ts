import { onTheWall } from '../../shared/domains/appointments/clock-time.ts'
import { openOn } from '../../shared/domains/appointments/opening-hours.ts'
import { anAppointment, aPlace, aResource, aService, someHours } from '../../shared/domains/appointments/testing.ts'
import type { Appointment, AppointmentService, OpeningHours, Place, Resource } from '../../shared/domains/appointments/tables.ts'
import { germanDay, plusCalendarDays } from '../../shared/german-days.ts'
import { AppointmentId, AppointmentServiceId, derivedUuid, OpeningHoursId, ResourceId } from '../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import { createRandom, type Random } from './random.ts'

const COUNTERS = 10
const SERVICES = 20
/** So many services does a citizen ask for at once. */
export const ASKED_SERVICES = 2
const PAST_DAYS = 180
const AHEAD_DAYS = 100
const SLOT_MINUTES = 15

interface BusyPlace {
  readonly place: Place
  readonly resources: readonly Resource[]
  readonly services: readonly AppointmentService[]
  readonly lines: readonly OpeningHours[]
  readonly appointments: readonly Appointment[]
}

/** A front office of a larger town: half a year behind it, and the next three months booked to two thirds. */
export function busyPlace(now: Instant): BusyPlace {
  const random = createRandom(1)
  const resources = Array.from({ length: COUNTERS }, (_, index) => aResource(1, { id: ResourceId.parse(derivedUuid('bench/counter', String(index))), name: `Schalter ${index + 1}`, position: index, minutesAfter: index % 3 === 0 ? 5 : 0 }))
  const services = Array.from({ length: SERVICES }, (_, index) => aService({ id: AppointmentServiceId.parse(derivedUuid('bench/service', String(index))), title: `Anliegen ${index + 1}`, position: index, minutes: 5 + 5 * (index % 3), bookableDays: AHEAD_DAYS }))
  const lines = linesFor(resources)
  const today = germanDay(now)
  const days = Array.from({ length: PAST_DAYS + AHEAD_DAYS }, (_, index) => plusCalendarDays(today, index - PAST_DAYS))
  return { place: aPlace(), resources, services, lines, appointments: days.flatMap(day => bookedOn(day, { resources, lines, random, today })) }
}

function linesFor(resources: readonly Resource[]): readonly OpeningHours[] {
  const publicResourceIds = resources.map(({ id }) => id)
  const line = (label: string, overrides: Parameters<typeof someHours>[0]): OpeningHours => someHours({ publicResourceIds, slotMinutes: SLOT_MINUTES, ...overrides, id: OpeningHoursId.parse(derivedUuid('bench/hours', label)) })
  return [
    line('mornings', { from: '08:00', to: '12:00' }), line('tuesdays', { weekdays: [2, 4], from: '13:00', to: '18:00' }), line('mondays', { weekdays: [1], from: '13:00', to: '15:30' }),
    line('saturdays', { weekdays: [6], weeksOfMonth: [1, 3], from: '09:00', to: '12:00' }), line('break', { kind: 'break', weekdays: [2, 4], from: '15:00', to: '15:15' }),
    line('closed', { kind: 'closed', fromDay: '2026-12-24', toDay: '2026-12-31', weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }),
  ]
}

function bookedOn(day: string, { resources, lines, random, today }: Pick<BusyPlace, 'resources' | 'lines'> & { readonly random: Random; readonly today: string }): readonly Appointment[] {
  const wall = onTheWall(day)
  return openOn(day, lines, resources).flatMap(({ from, to, resourceId }) => {
    const starts = Array.from({ length: Math.floor((to - from) / SLOT_MINUTES) }, (_, index) => from + index * SLOT_MINUTES).filter(() => random.below(3) > 0)
    return starts.map(minute => anAppointment({
      id: AppointmentId.parse(derivedUuid('bench/appointment', `${day}/${minute}/${resourceId}`)), resourceId, startsAt: wall.at(minute), endsAt: instantFromMs(wall.msAt(minute) + 10 * 60_000), status: day < today ? 'finished' : 'booked',
      occupiedFrom: wall.at(minute), occupiedUntil: instantFromMs(wall.msAt(minute) + 10 * 60_000),
    }))
  })
}
