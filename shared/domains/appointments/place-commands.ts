import * as z from 'zod'
import { grantsIn, type Role } from '../../actor.ts'
import { defineCommand, type RecordRef } from '../../command.ts'
import { AppointmentServiceId, DepartmentId, PlaceId, ResourceId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentScope, healthScope } from '../../scope.ts'
import { AppointmentService, Place, Resource } from './tables.ts'

const LEADS = ['lead'] as const satisfies readonly Role[]

const OfPlace = z.object({ placeId: PlaceId })

const thePlace = ({ placeId }: z.infer<typeof OfPlace>): RecordRef => ({ table: 'places', id: placeId })

/** Sets up a place of a department, or changes it. Who comes to one of health is known to those alone who work with health data there. */
export const setPlace = defineCommand({
  name: 'places.set',
  version: 1,
  input: OfPlace.extend({ departmentId: DepartmentId, isHealth: z.boolean(), content: Place.omit({ id: true, scope: true, version: true }) }),
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  // The department stands first because the place may not be there yet.
  reads: input => [{ table: 'departments', id: input.departmentId }, thePlace(input)],
  decide: (state, { placeId, departmentId, isHealth, content }, { actor }) => {
    const known = state.get('places', placeId)
    const scope = isHealth ? healthScope(departmentId) : departmentScope(departmentId)
    if (known && known.scope !== scope) return refuse('commands/record-missing', { table: 'places' })
    // A department's own row belongs to the town: who leads another one would get this far.
    if (grantsIn(actor, LEADS, scope).length === 0) return refuse('commands/not-allowed')
    return ok([{ table: 'places', row: { ...content, id: placeId, scope, version: known?.version ?? 0 } }])
  },
})

/** Adds a counter, a person or a room to a place, or changes it. */
export const setResource = defineCommand({
  name: 'places.set-resource',
  version: 1,
  input: OfPlace.extend({ resourceId: ResourceId, content: Resource.omit({ id: true, scope: true, version: true, placeId: true }) }),
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  reads: input => [thePlace(input), { table: 'resources', id: input.resourceId }],
  decide: (state, { placeId, resourceId, content }) => {
    const place = state.get('places', placeId)
    const known = state.get('resources', resourceId)
    if (!place || (known && known.placeId !== placeId)) return refuse('commands/record-missing', { table: 'resources' })
    return ok([{ table: 'resources', row: { ...content, id: resourceId, scope: place.scope, version: known?.version ?? 0, placeId } }])
  },
})

/** Adds a service that is given at a place, or changes it. */
export const setAppointmentService = defineCommand({
  name: 'places.set-service',
  version: 1,
  input: OfPlace.extend({ serviceId: AppointmentServiceId, content: AppointmentService.omit({ id: true, scope: true, version: true, placeId: true }) }),
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  reads: input => [thePlace(input), { table: 'appointment_services', id: input.serviceId }],
  decide: (state, { placeId, serviceId, content }) => {
    const place = state.get('places', placeId)
    const known = state.get('appointment_services', serviceId)
    if (!place || (known && known.placeId !== placeId)) return refuse('commands/record-missing', { table: 'appointment_services' })
    return ok([{ table: 'appointment_services', row: { ...content, id: serviceId, scope: place.scope, version: known?.version ?? 0, placeId } }])
  },
})

export const placeCommands = [setPlace, setResource, setAppointmentService] as const
