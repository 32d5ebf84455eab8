import { ok, refuse, type Result } from '../../result.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import type { AppointmentServiceId, ResourceId } from '../../ids.ts'
import type { State } from '../../command.ts'
import { gives, minutesFor } from './slots.ts'
import type { Appointment, AppointmentService, CounterState, Place, Resource } from './tables.ts'

const MINUTE_MS = 60_000

/** What somebody wants: which services at which place for how many. */
export interface Wanted {
  readonly placeId: string
  readonly serviceIds: readonly AppointmentServiceId[]
  readonly persons: number
}

/** What a booking rests on, as far as it fits together. */
export interface Bookable {
  readonly place: Place
  readonly services: readonly AppointmentService[]
}

/** The place and the services, if there are such and they go together. */
export function bookable(state: State, { placeId, serviceIds, persons }: Wanted): Result<Bookable> {
  const place = state.get('places', placeId)
  if (!place?.active) return refuse('appointments/no-such-place')
  const services: AppointmentService[] = []
  for (const id of serviceIds) {
    const service = state.get('appointment_services', id)
    if (!service?.active || service.placeId !== place.id) return refuse('appointments/no-such-service')
    services.push(service)
  }
  const most = Math.min(...services.map(({ maxPersons }) => maxPersons))
  return persons > most ? refuse('appointments/too-many-persons', { most }) : ok({ place, services })
}

/** The counter, if these services are given there. */
export function counterFor(state: State, resourceId: ResourceId, { placeId, serviceIds }: Wanted): Result<Resource> {
  const resource = state.get('resources', resourceId)
  if (!resource || resource.placeId !== placeId) return refuse('appointments/no-such-counter')
  return gives(resource, serviceIds) ? ok(resource) : refuse('appointments/not-given-there', { counter: resource.name })
}

/** The times of an appointment at a counter; `minutes` where it takes another time than its services say. */
export function timesAt(resource: Resource, startsAt: Instant, minutes: number): Pick<Appointment, 'startsAt' | 'endsAt' | 'occupiedFrom' | 'occupiedUntil'> {
  const start = msOf(startsAt)
  const end = start + minutes * MINUTE_MS
  return {
    startsAt,
    endsAt: instantFromMs(end),
    occupiedFrom: instantFromMs(start - resource.minutesBefore * MINUTE_MS),
    occupiedUntil: instantFromMs(end + resource.minutesAfter * MINUTE_MS),
  }
}

/** How long what is wanted takes, in minutes. */
export const minutesWanted = ({ services }: Bookable, persons: number): number => minutesFor(services, persons)

/** Before anybody came to the counter. */
export const NOT_HERE_YET: Omit<CounterState, 'status' | 'serviceIds'> & Pick<Appointment, 'before' | 'steppedAt'> = {
  waitingSince: null, calledAt: null, callCount: 0, counterId: null, servedBy: null, servedByName: null, servingSince: null, endedAt: null, stays: [], sentOn: null, before: null, steppedAt: null,
}
