import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { timesAt } from '../../../../shared/domains/appointments/booking.ts'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { takesTime } from '../../../../shared/domains/appointments/counter-steps.ts'
import { gives } from '../../../../shared/domains/appointments/slots.ts'
import { isOpenFor } from '../../../../shared/domains/appointments/stranded.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import type { Block } from './blocks.ts'

/** Where an appointment shall be moved to, in minutes on the wall. */
export interface Destination {
  readonly resourceId: ResourceId
  readonly day: string
  readonly from: number
  readonly to: number
}

/** Whether somebody can still be given another time: nobody came yet, and the day is not over. */
export const isMovable = ({ status, resourceId, startsAt }: ShownAppointment, nowMs: number): boolean =>
  resourceId !== null && (status === 'booked' || status === 'missed') && germanDay(startsAt) >= germanDay(instantFromMs(nowMs))

export const isThere = ({ appointment, day, from, to }: Block, wanted: Destination): boolean =>
  appointment.resourceId === wanted.resourceId && day === wanted.day && from === wanted.from && to === wanted.to

/** Why an appointment cannot be there, as far as this desk knows; the service has the last word. */
export function refusalAt({ lines, resources }: FurnishedPlace, booked: readonly Block[], appointment: ShownAppointment, wanted: Destination, nowMs: number): RefusalShown | undefined {
  const resource = resources.find(({ id }) => id === wanted.resourceId)
  if (!resource) return { code: 'appointments/no-such-counter' }
  if (!gives(resource, appointment.serviceIds)) return { code: 'appointments/not-given-there', facts: { counter: resource.name } }
  const now = instantFromMs(nowMs)
  const times = timesAt(resource, onTheWall(wanted.day).at(wanted.from), wanted.to - wanted.from)
  if (times.endsAt <= now) return { code: 'appointments/in-the-past' }
  if (!isOpenFor({ ...appointment, ...times, resourceId: resource.id }, lines, resources)) return { code: 'appointments/closed-then' }
  const isTaken = booked.some(({ appointment: other }) => other.id !== appointment.id && other.resourceId === resource.id && takesTime(other, now)
    && other.occupiedFrom < times.occupiedUntil && times.occupiedFrom < other.occupiedUntil)
  return isTaken ? { code: 'appointments/slot-taken' } : undefined
}
