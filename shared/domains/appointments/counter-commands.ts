import * as z from 'zod'
import { defineCommand, type Moment, type RecordRef, type State } from '../../command.ts'
import { AppointmentId, AppointmentServiceId, ResourceId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { COUNTER_STAFF } from './booking-commands.ts'
import { counterFor } from './booking.ts'
import { sentOn, stepped, stepTakenBack, type AtCounter, type Redirection } from './counter-steps.ts'
import type { Appointment } from './tables.ts'

const OnAppointment = z.object({ appointmentId: AppointmentId })

const theAppointment = ({ appointmentId }: z.infer<typeof OnAppointment>): RecordRef => ({ table: 'appointments', id: appointmentId })

const at = ({ actor }: Moment, counterId: ResourceId | null): AtCounter => ({ counterId, personId: actor.personId, name: actor.name })

/**
 * Calls somebody to a counter, for the first time or again. Only the service calls: two counters that call the same person
 * at the same moment are two answers, and one of them is no.
 */
export const call = defineCommand({
  name: 'appointments.call',
  version: 1,
  input: OnAppointment.extend({ counterId: ResourceId, again: z.boolean() }),
  offline: 'online-only',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: true,
  reads: input => [theAppointment(input), { table: 'resources', id: input.counterId }],
  decide: (state, { appointmentId, counterId, again }, moment) => {
    const appointment = state.get('appointments', appointmentId)
    if (!appointment) return refuse('appointments/not-found')
    const counter = state.get('resources', counterId)
    if (counter?.placeId !== appointment.placeId) return refuse('appointments/no-such-counter')
    const called = stepped(appointment, again ? 'recall' : 'call', at(moment, counterId), moment.now)
    return called.ok ? ok([{ table: 'appointments', row: called.value }]) : called
  },
})

/** What happens to somebody who is here, or should be. */
export const step = defineCommand({
  name: 'appointments.step',
  version: 1,
  input: OnAppointment.extend({ step: z.enum(['arrive', 'appear', 'park', 'finish', 'miss']) }),
  offline: 'queue',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: false,
  reads: input => [theAppointment(input)],
  decide: (state, input, moment) => {
    const appointment = state.get('appointments', input.appointmentId)
    if (!appointment) return refuse('appointments/not-found')
    const after = stepped(appointment, input.step, at(moment, appointment.counterId), moment.now)
    return after.ok ? ok([{ table: 'appointments', row: after.value }]) : after
  },
})

/** Sends whoever is at a counter on to another one, or for something else. */
export const redirect = defineCommand({
  name: 'appointments.redirect',
  version: 1,
  input: OnAppointment.extend({
    toCounterId: ResourceId.nullable(), serviceIds: z.array(AppointmentServiceId).min(1).max(10), note: z.string().max(500),
  }),
  offline: 'queue',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: false,
  reads: input => [
    theAppointment(input),
    ...input.serviceIds.map((id): RecordRef => ({ table: 'appointment_services', id })),
    ...(input.toCounterId ? [{ table: 'resources', id: input.toCounterId } as const] : []),
  ],
  decide: (state, { appointmentId, toCounterId, serviceIds, note }, moment) => {
    const appointment = state.get('appointments', appointmentId)
    if (!appointment) return refuse('appointments/not-found')
    const problem = problemOfRedirection(state, appointment, { toCounterId, serviceIds })
    if (problem) return problem
    const after = sentOn(appointment, { toCounterId, serviceIds, note: note.trim() }, at(moment, appointment.counterId), moment.now)
    return after.ok ? ok([{ table: 'appointments', row: after.value }]) : after
  },
})

/** What is wanted there has to be given there; what somebody came for in the first place may have been taken out of the offer since. */
function problemOfRedirection(state: State, appointment: Appointment, { toCounterId, serviceIds }: Omit<Redirection, 'note'>): ReturnType<typeof refuse> | undefined {
  const wanted = { placeId: appointment.placeId, serviceIds, persons: appointment.persons }
  for (const id of serviceIds) {
    const service = state.get('appointment_services', id)
    if (service?.placeId !== appointment.placeId || (!service.active && !appointment.serviceIds.includes(id))) return refuse('appointments/no-such-service')
    if (appointment.persons > service.maxPersons && !appointment.serviceIds.includes(id)) return refuse('appointments/too-many-persons', { most: service.maxPersons })
  }
  const counter = toCounterId === null ? undefined : counterFor(state, toCounterId, wanted)
  return counter && !counter.ok ? counter : undefined
}

/** Takes the last step at the counter back, within ten seconds. */
export const takeBack = defineCommand({
  name: 'appointments.take-back',
  version: 1,
  input: OnAppointment,
  offline: 'online-only',
  roles: COUNTER_STAFF,
  onlyIfUnchanged: true,
  reads: input => [theAppointment(input)],
  decide: (state, { appointmentId }, { now }) => {
    const appointment = state.get('appointments', appointmentId)
    if (!appointment) return refuse('appointments/not-found')
    const back = stepTakenBack(appointment, now)
    return back.ok ? ok([{ table: 'appointments', row: back.value }]) : back
  },
})

export const counterCommands = [call, step, redirect, takeBack] as const
