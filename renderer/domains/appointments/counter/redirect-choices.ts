import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { gives } from '../../../../shared/domains/appointments/slots.ts'
import type { Appointment, AppointmentService, Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { AppointmentServiceId, ResourceId } from '../../../../shared/ids.ts'

/** The other counters at which all of this is given. */
export const countersFor = ({ resources }: Pick<FurnishedPlace, 'resources'>, own: ResourceId, serviceIds: readonly AppointmentServiceId[]): readonly Resource[] =>
  resources.filter(resource => resource.id !== own && gives(resource, serviceIds))

/** What else somebody can be sent on for, with as many as have come. */
export const servicesFor = ({ services }: Pick<FurnishedPlace, 'services'>, { serviceIds, persons }: Pick<Appointment, 'serviceIds' | 'persons'>): readonly AppointmentService[] =>
  services.filter(({ id, active, maxPersons }) => active && persons <= maxPersons && !(serviceIds.length === 1 && serviceIds.includes(id)))
