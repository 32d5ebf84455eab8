import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { AppointmentId, AppointmentServiceId, PlaceId, ResourceId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { Instant, instantFromMs, msOf } from '../../time.ts'
import { bookable, counterFor, minutesWanted, NOT_HERE_YET, timesAt } from './booking.ts'
import { stepped } from './counter-steps.ts'
import type { Appointment } from './tables.ts'

export const COUNTER_STAFF = ['clerk', 'lead'] as const satisfies readonly Role[]

const MINUTE_MS = 60_000
const LONGEST_MINUTES = 720

const Person = z.object({
  name: z.string().max(120),
  email: z.email().max(254).nullable(),
  phone: z.string().max(40).nullable(),
  note: z.string().max(1_000),
})
type Person = z.infer<typeof Person>

const Services = z.object({ placeId: PlaceId, serviceIds: z.array(AppointmentServiceId).min(1).max(10), persons: z.int().min(1).max(20) })
type Services = z.infer<typeof Services>

const servicesOf = ({ placeId, serviceIds }: Services): readonly RecordRef[] =>
  [{ table: 'places', id: placeId }, ...serviceIds.map((id): RecordRef => ({ table: 'appointment_services', id }))]

/** Books a time for somebody on the telephone or at the counter. */
export const book = defineCommand({
  name: 'appointments.book',
  version: 1,
  input: Services.extend({ ...Person.shape, resourceId: ResourceId, startsAt: Instant, channel: z.enum(['telephone', 'counter']) }),
  offline: 'tentative',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: false,
  reads: input => [...servicesOf(input), { table: 'resources', id: input.resourceId }],
  decide: (state, input, moment) => {
    const wanted = bookable(state, input)
    if (!wanted.ok) return wanted
    const counter = counterFor(state, input.resourceId, input)
    if (!counter.ok) return counter
    const person = personGiven(input)
    if (!person.ok) return person
    const times = timesAt(counter.value, input.startsAt, minutesWanted(wanted.value, input.persons))
    if (times.endsAt <= moment.now) return refuse('appointments/in-the-past')
    const row: Appointment = {
      ...NOT_HERE_YET, ...times, ...person.value, id: AppointmentId.parse(moment.newId('appointment')), scope: wanted.value.place.scope, version: 0,
      placeId: input.placeId, serviceIds: input.serviceIds, persons: input.persons, channel: input.channel, resourceId: input.resourceId, priority: 2,
      ticket: null, sequence: 0, heldUntil: null, createdAt: moment.now, createdByName: moment.actor.name, status: 'booked',
    }
    return ok([{ table: 'appointments', row }])
  },
})

/** Takes in somebody who comes without an appointment; the ticket comes from the service. */
export const walkIn = defineCommand({
  name: 'appointments.walk-in',
  version: 1,
  input: Services.extend({ ...Person.shape, priority: z.int().min(1).max(3) }),
  offline: 'tentative',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: false,
  reads: servicesOf,
  decide: (state, input, moment) => {
    const wanted = bookable(state, input)
    if (!wanted.ok) return wanted
    const { now } = moment
    const endsAt = instantFromMs(msOf(now) + minutesWanted(wanted.value, input.persons) * MINUTE_MS)
    const row: Appointment = {
      ...NOT_HERE_YET, id: AppointmentId.parse(moment.newId('appointment')), scope: wanted.value.place.scope, version: 0, placeId: input.placeId,
      serviceIds: input.serviceIds, persons: input.persons, channel: 'walk-in', resourceId: null, startsAt: now, endsAt, occupiedFrom: now, occupiedUntil: endsAt,
      name: input.name.trim(), email: input.email, phone: phoneOf(input), note: input.note.trim(), priority: input.priority, ticket: null, sequence: 0,
      heldUntil: null, createdAt: now, createdByName: moment.actor.name, status: 'waiting', waitingSince: now,
    }
    return ok([{ table: 'appointments', row }])
  },
})

const OnAppointment = z.object({ appointmentId: AppointmentId })

const theAppointment = ({ appointmentId }: z.infer<typeof OnAppointment>): readonly RecordRef[] => [{ table: 'appointments', id: appointmentId }]

/** Moves an appointment to another time or counter, or makes it longer or shorter; the person is told. */
export const move = defineCommand({
  name: 'appointments.move',
  version: 1,
  input: OnAppointment.extend({ resourceId: ResourceId, startsAt: Instant, minutes: z.int().min(5).max(LONGEST_MINUTES) }),
  offline: 'tentative',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: true,
  settles: ['appointments.move'],
  reads: input => [...theAppointment(input), { table: 'resources', id: input.resourceId }],
  decide: (state, input, { now }) => {
    const appointment = bookedOne(state, input.appointmentId)
    if (!appointment.ok) return appointment
    const counter = counterFor(state, input.resourceId, appointment.value)
    if (!counter.ok) return counter
    const times = timesAt(counter.value, input.startsAt, input.minutes)
    if (times.endsAt <= now) return refuse('appointments/in-the-past')
    const told = appointment.value.startsAt === times.startsAt && appointment.value.endsAt === times.endsAt ? 0 : 1
    return ok([{ table: 'appointments', row: { ...appointment.value, ...times, resourceId: input.resourceId, sequence: appointment.value.sequence + told } }])
  },
})

/** Changes who comes and how to reach them. */
export const changePerson = defineCommand({
  name: 'appointments.change-person',
  version: 1,
  input: OnAppointment.extend(Person.shape),
  offline: 'queue',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: true,
  reads: theAppointment,
  decide: (state, input) => {
    const appointment = state.get('appointments', input.appointmentId)
    if (!appointment) return refuse('appointments/not-found')
    if (appointment.status === 'cancelled' || appointment.status === 'finished') return refuse('appointments/wrong-status', { status: appointment.status })
    const person = personGiven(input)
    if (!person.ok) return person
    // To another address the calendar entry goes anew.
    const told = person.value.email === appointment.email ? 0 : 1
    return ok([{ table: 'appointments', row: { ...appointment, ...person.value, sequence: appointment.sequence + told } }])
  },
})

/** Cancels an appointment; its time is free again and the person is told. */
export const cancel = defineCommand({
  name: 'appointments.cancel',
  version: 1,
  input: OnAppointment,
  offline: 'queue',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: false,
  settles: ['appointments.move', 'appointments.cancel'],
  reads: theAppointment,
  decide: (state, { appointmentId }, { actor, now }) => {
    const appointment = state.get('appointments', appointmentId)
    if (!appointment) return refuse('appointments/not-found')
    if (appointment.status === 'cancelled') return ok([])
    const cancelled = stepped(appointment, 'cancel', { counterId: null, personId: actor.personId, name: actor.name }, now)
    return cancelled.ok ? ok([{ table: 'appointments', row: { ...cancelled.value, sequence: appointment.sequence + 1 } }]) : cancelled
  },
})

/** An appointment to which nobody has come yet. */
function bookedOne(state: State, appointmentId: AppointmentId): Result<Appointment> {
  const appointment = state.get('appointments', appointmentId)
  if (!appointment) return refuse('appointments/not-found')
  return appointment.status === 'booked' || appointment.status === 'missed' ? ok({ ...appointment, status: 'booked', endedAt: null }) : refuse('appointments/wrong-status', { status: appointment.status })
}

const phoneOf = ({ phone }: Person): string | null => phone?.trim() || null

/** Somebody who can be called by a name; without one, nobody knows who is meant. */
function personGiven(person: Person): Result<Person> {
  const name = person.name.trim()
  return name ? ok({ name, email: person.email, phone: phoneOf(person), note: person.note.trim() }) : refuse('appointments/name-missing')
}

export const bookingCommands = [book, walkIn, move, changePerson, cancel] as const
