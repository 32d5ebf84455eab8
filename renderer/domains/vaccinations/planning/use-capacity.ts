import { skipToken, useQuery } from '@tanstack/react-query'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useBooked } from '../queries.ts'
import { bookedIn, freeAt, roomOf, type Room } from './session-capacity.ts'

/** Of several services that are booked, the shortest says how many people there is room for. */
export const shortestOf = ({ services }: FurnishedPlace, serviceIds: readonly string[]): FurnishedPlace['services'][number] | undefined =>
  services.filter(({ id }) => serviceIds.includes(id)).toSorted((one, other) => one.minutes - other.minutes)[0]

export interface Capacity extends Room {
  readonly booked: number
  /** What citizens still find free; undefined where they book nothing. */
  readonly free: number | undefined
}

/** How full a session is. */
export function useCapacity(session: VaccinationSession, here: FurnishedPlace): Capacity {
  const { queries } = useCore()
  const line = here.lines.find(({ id }) => id === session.openingHoursId)
  const service = shortestOf(here, session.serviceIds)
  const input = service && line ? { placeId: session.placeId, serviceIds: [service.id], persons: 1, fromDay: session.day, days: 1 } : skipToken
  const slots = useQuery(queries.appointments.slots.queryOptions({ input })).data
  const open = line?.publicResourceIds.filter(id => session.resourceIds.includes(id)) ?? []
  return {
    ...roomOf(session, line?.slotMinutes ?? service?.minutes ?? 1, service?.minutes ?? 0),
    booked: bookedIn(session, useBooked(session)).length,
    free: slots?.ok && open.length > 0 ? freeAt(open, slots.value.slots) : undefined,
  }
}
