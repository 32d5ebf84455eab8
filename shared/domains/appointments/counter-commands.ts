import * as z from 'zod'
import { defineCommand, type Moment, type RecordRef } from '../../command.ts'
import { AppointmentId, ResourceId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { COUNTER_STAFF } from './booking-commands.ts'
import { stepped, stepTakenBack, type AtCounter } from './counter-steps.ts'

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
  input: OnAppointment.extend({ step: z.enum(['arrive', 'appear', 'park', 'finish', 'miss', 'redirect']) }),
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

export const counterCommands = [call, step, takeBack] as const
