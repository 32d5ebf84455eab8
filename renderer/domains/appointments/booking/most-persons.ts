import type { AppointmentService } from '../../../../shared/domains/appointments/tables.ts'
import type { AppointmentServiceId } from '../../../../shared/ids.ts'

const MOST_PERSONS = 20

/** How many may come together for all of these services. */
export const mostPersons = (services: readonly Pick<AppointmentService, 'id' | 'maxPersons'>[], chosen: readonly AppointmentServiceId[]): number =>
  Math.min(MOST_PERSONS, ...services.filter(({ id }) => chosen.includes(id)).map(({ maxPersons }) => maxPersons))
