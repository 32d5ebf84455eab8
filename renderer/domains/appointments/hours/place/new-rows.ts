import type { FurnishedPlace } from '../../../../../shared/contract/appointments.ts'
import type { AppointmentService, Resource } from '../../../../../shared/domains/appointments/tables.ts'
import { AppointmentServiceId, ResourceId } from '../../../../../shared/ids.ts'

const own = ({ place: { id, scope } }: FurnishedPlace) => ({ scope, version: 0, placeId: id, active: true })

/** What the form for another counter begins with; it stands behind the others. */
export const newCounter = (here: FurnishedPlace, id: string): Resource =>
  ({ ...own(here), id: ResourceId.parse(id), kind: 'counter', name: '', position: here.resources.length, serviceIds: [], minutesBefore: 0, minutesAfter: 0 })

export const newService = (here: FurnishedPlace, id: string): AppointmentService => ({
  ...own(here), id: AppointmentServiceId.parse(id), title: '', outsideTitle: '', minutes: 15, minutesPerFurtherPerson: 5, maxPersons: 5, leadMinutes: 120, bookableDays: 60, isPublic: true, bring: '', followUp: null,
  position: here.services.length,
})
