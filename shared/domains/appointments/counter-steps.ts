import { ok, refuse, type Result } from '../../result.ts'
import { msOf, type Instant } from '../../time.ts'
import type { PersonId, ResourceId } from '../../ids.ts'
import type { Appointment, AppointmentStatus, CounterState } from './tables.ts'

/** For how long the last step at the counter can be taken back. */
export const UNDO_MS = 10_000

export const STEPS = ['arrive', 'call', 'appear', 'park', 'recall', 'finish', 'miss', 'redirect', 'cancel'] as const
export type Step = (typeof STEPS)[number]

/** In which states a step is possible. A person who is called, being served or gone is never called by a second counter. */
const FROM: Readonly<Record<Step, readonly AppointmentStatus[]>> = {
  arrive: ['booked', 'missed'],
  call: ['waiting', 'booked'],
  recall: ['called', 'parked', 'missed'],
  appear: ['called'],
  park: ['called', 'serving', 'waiting'],
  finish: ['serving', 'called'],
  miss: ['called', 'booked', 'waiting', 'parked'],
  redirect: ['called', 'serving'],
  cancel: ['held', 'booked', 'waiting', 'parked', 'missed'],
}

/** The clerk at a counter. */
export interface AtCounter {
  readonly counterId: ResourceId | null
  readonly personId: PersonId
  readonly name: string
}

export const isPossible = (step: Step, { status }: Pick<Appointment, 'status'>): boolean => FROM[step].includes(status)

/** Whether an appointment takes the time of its counter; one that was missed does, its time has gone by. */
export const takesTime = ({ status, resourceId, heldUntil }: Pick<Appointment, 'status' | 'resourceId' | 'heldUntil'>, now: Instant): boolean =>
  resourceId !== null && status !== 'cancelled' && !(status === 'held' && heldUntil !== null && heldUntil <= now)

/** The appointment after a step, with what was before it for those who take it back. */
export function stepped(appointment: Appointment, step: Step, by: AtCounter, now: Instant): Result<Appointment> {
  if (!isPossible(step, appointment)) return refuse('appointments/wrong-status', { status: appointment.status })
  return ok({ ...appointment, ...AFTER[step](appointment, by, now), before: counterState(appointment), steppedAt: now })
}

/** Takes the last step back while it is fresh; when it was done stays, so that a ticket given with it is known to be today's. */
export function stepTakenBack(appointment: Appointment, now: Instant): Result<Appointment> {
  const { before, steppedAt } = appointment
  if (before === null || steppedAt === null || msOf(now) - msOf(steppedAt) > UNDO_MS) return refuse('appointments/too-late-to-undo')
  // A calendar that was told of a cancellation takes the entry back only under a higher number.
  const sequence = appointment.sequence + (appointment.status === 'cancelled' ? 1 : 0)
  return ok({ ...appointment, ...before, sequence, before: null })
}

/** Where somebody is sent on to, and for what. */
export interface Redirection {
  /** Null: to any counter that gives it. */
  readonly toCounterId: ResourceId | null
  readonly serviceIds: Appointment['serviceIds']
  readonly note: string
}

/** Back among those who wait, before all others, with what whoever calls them next has to know. */
export function sentOn(appointment: Appointment, { toCounterId, serviceIds, note }: Redirection, by: AtCounter, now: Instant): Result<Appointment> {
  const after = stepped(appointment, 'redirect', by, now)
  return after.ok ? ok({ ...after.value, serviceIds, sentOn: { toCounterId, fromCounterId: by.counterId, byName: by.name, note, at: now } }) : after
}

const counterState = (
  { status, serviceIds, waitingSince, calledAt, callCount, counterId, servedBy, servedByName, servingSince, endedAt, stays, sentOn: sent }: Appointment,
): CounterState => ({ status, serviceIds, waitingSince, calledAt, callCount, counterId, servedBy, servedByName, servingSince, endedAt, stays, sentOn: sent })

/** What each step makes of an appointment. */
const AFTER: Readonly<Record<Step, (appointment: Appointment, by: AtCounter, now: Instant) => Partial<CounterState>>> = {
  arrive: (_appointment, _by, now) => ({ status: 'waiting', waitingSince: now, calledAt: null, endedAt: null }),
  call: called,
  recall: called,
  appear: (_appointment, _by, now) => ({ status: 'serving', servingSince: now }),
  park: () => ({ status: 'parked', counterId: null }),
  finish: ({ servingSince, calledAt }, _by, now) => ({ status: 'finished', servingSince: servingSince ?? calledAt ?? now, endedAt: now }),
  miss: (_appointment, _by, now) => ({ status: 'missed', endedAt: now, counterId: null }),
  // Back into the queue: whoever was sent on has waited since they came.
  redirect: (appointment, _by, now) =>
    ({ status: 'waiting', calledAt: null, counterId: null, servedBy: null, servedByName: null, servingSince: null, stays: withStay(appointment, now) }),
  cancel: (_appointment, _by, now) => ({ status: 'cancelled', endedAt: now, counterId: null }),
}

function called({ waitingSince, callCount }: Appointment, { counterId, personId, name }: AtCounter, now: Instant): Partial<CounterState> {
  return { status: 'called', waitingSince: waitingSince ?? now, calledAt: now, callCount: callCount + 1, counterId, servedBy: personId, servedByName: name, endedAt: null }
}

/** Whoever was only called has not been served yet, and waits on. */
const withStay = ({ status, stays, serviceIds, calledAt, servingSince, servedBy }: Appointment, now: Instant): Appointment['stays'] =>
  (status !== 'serving' || servingSince === null ? stays : [...stays, { serviceIds, calledAt, servingSince, servedBy, endedAt: now }])
