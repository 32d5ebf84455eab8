import type { FreeSlot, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanTime } from '../../../../shared/german-days.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

type Times = Pick<VaccinationSession, 'startTime' | 'endTime' | 'resourceIds'>

export interface Room {
  readonly stations: number
  readonly hours: number
  /** As many people can come, one after the other at each station. */
  readonly total: number
}

/** How many people a session has room for; an appointment takes whole steps of the grid. */
export function roomOf({ startTime, endTime, resourceIds }: Times, slotMinutes: number, minutesEach: number): Room {
  const minutes = Math.max(0, minutesOf(endTime) - minutesOf(startTime))
  const step = slotMinutes * Math.max(1, Math.ceil(minutesEach / slotMinutes))
  return { stations: resourceIds.length, hours: Math.round(minutes / 6) / 10, total: resourceIds.length * Math.floor(minutes / step) }
}

/** Who has a time at the stations of a session, come or not; `appointments` are those of its place and day. */
export const bookedIn = ({ startTime, endTime, resourceIds }: Times, appointments: readonly ShownAppointment[]): readonly ShownAppointment[] =>
  appointments.filter(({ status, resourceId, startsAt }) => {
    const time = germanTime(startsAt)
    return status !== 'cancelled' && status !== 'held' && resourceId !== null && resourceIds.includes(resourceId) && time >= startTime && time < endTime
  })

/** How many more people find a free time at these stations, each after the one before. */
export function freeAt(resourceIds: readonly string[], slots: readonly FreeSlot[]): number {
  let count = 0
  for (const id of resourceIds) {
    let until = ''
    for (const slot of slots) {
      if (slot.startsAt < until || !slot.resourceIds.some(one => one === id)) continue
      count += 1
      until = slot.endsAt
    }
  }
  return count
}
