import { NOT_HERE_YET } from '../../../shared/domains/appointments/booking.ts'
import { onTheWall } from '../../../shared/domains/appointments/clock-time.ts'
import { openOn, type OpenStretch } from '../../../shared/domains/appointments/opening-hours.ts'
import { minutesFor } from '../../../shared/domains/appointments/slots.ts'
import { ticketOf } from '../../../shared/domains/appointments/ticket.ts'
import type { Appointment, AppointmentService } from '../../../shared/domains/appointments/tables.ts'
import { daysBetween, germanDay, plusCalendarDays } from '../../../shared/german-days.ts'
import { AppointmentId, uuidV7, type PlaceId } from '../../../shared/ids.ts'
import { instantFromMs, msOf, type Instant } from '../../../shared/time.ts'
import { inventCitizen } from '../citizen.ts'
import type { Random } from '../random.ts'
import type { DemoPlace } from './places.ts'

const PAST_DAYS = 28
const AHEAD_DAYS = 42
const MINUTE_MS = 60_000

/** What is and was booked at a place around `now`: four weeks back, six ahead, fewer the farther. */
export function demoAppointments(here: DemoPlace, random: Random, now: Instant): readonly Appointment[] {
  const today = germanDay(now)
  const days = Array.from({ length: PAST_DAYS + AHEAD_DAYS + 1 }, (_, index) => plusCalendarDays(today, index - PAST_DAYS))
  return days.flatMap(day => {
    const booked = openOn(day, here.lines, here.resources).flatMap(stretch => bookedIn(here, random, now, day, stretch))
    return withTickets(onePerCounter([...booked, ...(day <= today && booked.length > 0 ? walkIns(here, random, now, day) : [])], now))
  })
}

function bookedIn(here: DemoPlace, random: Random, now: Instant, day: string, stretch: OpenStretch): readonly Appointment[] {
  const ahead = daysBetween(germanDay(now), day)
  const taken = ahead <= 0 ? 0.72 : Math.max(0.08, 0.6 - ahead * 0.014)
  const wall = onTheWall(day)
  const found: Appointment[] = []
  for (let minute = stretch.from; ;) {
    const service = random.pick(here.services)
    const persons = random.chance(0.15) ? random.between(2, 3) : 1
    const minutes = minutesFor([service], persons)
    if (minute + minutes > stretch.to) return found
    if (random.chance(taken)) found.push(appointment(here, random, now, { service, persons, resourceId: stretch.resourceId, startMs: wall.msAt(minute), minutes }))
    minute += Math.ceil(minutes / 5) * 5 + (random.chance(0.3) ? 5 : 0)
  }
}

interface Visit {
  readonly service: AppointmentService
  readonly persons: number
  readonly resourceId: Appointment['resourceId']
  readonly startMs: number
  readonly minutes: number
}

function appointment(here: DemoPlace, random: Random, now: Instant, { service, persons, resourceId, startMs, minutes }: Visit): Appointment {
  const citizen = inventCitizen(random)
  const createdAt = instantFromMs(Math.min(msOf(now), startMs) - random.between(60, 20 * 24 * 60) * MINUTE_MS)
  const startsAt = instantFromMs(startMs)
  const endsAt = instantFromMs(startMs + minutes * MINUTE_MS)
  const isOnline = random.chance(0.6)
  const row: Appointment = {
    ...NOT_HERE_YET, id: AppointmentId.parse(uuidV7(msOf(createdAt), random.bytes(10))), scope: here.place.scope, version: 0, placeId: here.place.id, serviceIds: [service.id],
    persons, channel: resourceId === null ? 'walk-in' : isOnline ? 'portal' : 'telephone', resourceId, startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt,
    name: `${citizen.firstName} ${citizen.lastName}`, email: isOnline ? citizen.email : null, phone: isOnline && random.chance(0.5) ? null : citizen.telephone, note: '', priority: 2,
    ticket: null, sequence: 0, heldUntil: null, createdAt, createdByName: null, status: 'booked',
  }
  return { ...row, ...soFar(here, random, row, now) }
}

/** What has become of it by now. */
function soFar(here: DemoPlace, random: Random, row: Appointment, now: Instant): Partial<Appointment> {
  const [start, end, nowMs] = [msOf(row.startsAt), msOf(row.endsAt), msOf(now)]
  const fate = random.next()
  if (fate < 0.05) return row.resourceId === null ? {} : { status: 'cancelled', sequence: 1, endedAt: instantFromMs(msOf(row.createdAt) + 30 * MINUTE_MS) }
  const came = { waitingSince: instantFromMs(start - random.between(1, 9) * MINUTE_MS) }
  const counterId = row.resourceId ?? random.pick(here.resources).id
  const calledMs = start + (row.resourceId === null ? random.between(8, 40) : random.between(-1, 6)) * MINUTE_MS
  if (nowMs < start - 4 * MINUTE_MS) return {}
  if (nowMs < calledMs) return { ...came, status: 'waiting' }
  if (fate < 0.12 && nowMs > calledMs + 10 * MINUTE_MS) return { status: 'missed', calledAt: instantFromMs(calledMs), callCount: 2, endedAt: instantFromMs(calledMs + 10 * MINUTE_MS) }
  const called = { ...came, calledAt: instantFromMs(calledMs), callCount: 1, counterId }
  const endedMs = calledMs + Math.round((end - start) * (0.6 + random.next() * 0.7))
  const serving = { ...called, servingSince: instantFromMs(calledMs + MINUTE_MS) }
  return nowMs < endedMs ? { ...serving, status: 'serving' } : { ...serving, status: 'finished', endedAt: instantFromMs(endedMs) }
}

/** Those who come without an appointment, so far. */
function walkIns(here: DemoPlace, random: Random, now: Instant, day: string): readonly Appointment[] {
  const stretches = openOn(day, here.lines, here.resources)
  const from = onTheWall(day).msAt(Math.min(...stretches.map(stretch => stretch.from)))
  const to = Math.min(msOf(now), onTheWall(day).msAt(Math.max(...stretches.map(stretch => stretch.to))) - 30 * MINUTE_MS)
  if (to <= from) return []
  return Array.from({ length: Math.min(9, Math.ceil((to - from) / (30 * MINUTE_MS))) }, () => {
    const service = random.pick(here.services)
    const startMs = from + Math.floor((random.next() * (to - from)) / MINUTE_MS) * MINUTE_MS
    return appointment(here, random, now, { service, persons: 1, resourceId: null, startMs, minutes: service.minutes })
  })
}

/** A counter serves one person at a time: whoever came before the last has just left. */
function onePerCounter(ofDay: readonly Appointment[], now: Instant): readonly Appointment[] {
  const serving = ofDay.filter(({ status }) => status === 'serving')
  const isLast = (one: Appointment): boolean => serving.every(other => other.counterId !== one.counterId || (other.calledAt ?? '') < (one.calledAt ?? '') || other.id === one.id)
  return ofDay.map(one => (one.status === 'serving' && !isLast(one) ? { ...one, status: 'finished', endedAt: now } : one))
}

/** Whoever has been here was given a number, in the order in which they came. */
function withTickets(ofDay: readonly Appointment[]): readonly Appointment[] {
  const came = ofDay.filter(({ waitingSince }) => waitingSince !== null).toSorted((one, other) => ((one.waitingSince ?? '') < (other.waitingSince ?? '') ? -1 : 1))
  const numbers = new Map(came.map(({ id }, index) => [id, index + 1]))
  return ofDay.map(one => {
    const number = numbers.get(one.id)
    return number === undefined ? one : { ...one, ticket: ticketOf(one.channel, number) }
  })
}

/** The number after which whoever comes to a place next is counted. */
export const lastTicketNumber = (appointments: readonly Appointment[], placeId: PlaceId, now: Instant): number =>
  appointments.filter(({ placeId: at, ticket, startsAt }) => at === placeId && ticket !== null && germanDay(startsAt) === germanDay(now)).length
