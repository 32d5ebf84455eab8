import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { gives, minutesFor } from '../../../../shared/domains/appointments/slots.ts'
import type { Appointment, Resource } from '../../../../shared/domains/appointments/tables.ts'
import { waitingList, type Waiting } from '../../../../shared/domains/appointments/waiting.ts'
import type { ResourceId } from '../../../../shared/ids.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'

/** A counter at which nobody was served for so long is not counted among those that call. */
const STAFFED_MS = 45 * 60_000

export interface OtherCounter {
  readonly counter: Resource
  readonly serving: readonly ShownAppointment[]
}

/** One day of a place as somebody at a counter sees it. Nobody who is here stands nowhere. */
export interface CounterView {
  /** Called to this counter or served there; usually one. */
  readonly mine: readonly ShownAppointment[]
  readonly waiting: readonly QueuedPerson[]
  /** Whom "next" calls: the first whose services this counter gives and who was not sent on to another one. */
  readonly next: ShownAppointment | undefined
  /** Booked for today and not here yet. */
  readonly expected: readonly ShownAppointment[]
  readonly parked: readonly ShownAppointment[]
  /** Done and missed, the last first. */
  readonly gone: readonly ShownAppointment[]
  readonly others: readonly OtherCounter[]
}

export interface QueuedPerson extends Waiting {
  readonly appointment: ShownAppointment
  readonly isGivenHere: boolean
  /** Was sent on to another counter, which calls them next. */
  readonly isForOther: boolean
}

export function counterView(today: readonly ShownAppointment[], { resources, services }: Pick<FurnishedPlace, 'resources' | 'services'>, counterId: ResourceId, now: Instant): CounterView {
  const own = resources.find(({ id }) => id === counterId)
  const byId = new Map(today.map(appointment => [appointment.id, appointment]))
  const minutesOf = ({ serviceIds, persons }: Appointment): number => minutesFor(services.filter(({ id }) => serviceIds.includes(id)), persons)
  const waiting = waitingList(today, staffedCounters(today, counterId, now), minutesOf, now).flatMap((place): readonly QueuedPerson[] => {
    const appointment = byId.get(place.appointment.id)
    return appointment ? [{ ...place, appointment, isGivenHere: own !== undefined && gives(own, appointment.serviceIds), isForOther: isForOther(appointment, counterId) }] : []
  })
  const at = (id: ResourceId): readonly ShownAppointment[] => today.filter(one => isAtCounter(one) && one.counterId === id)
  return {
    waiting,
    mine: at(counterId),
    next: waiting.find(({ isGivenHere, isForOther: isElsewhere }) => isGivenHere && !isElsewhere)?.appointment,
    expected: inOrder(today.filter(({ status }) => status === 'booked'), ({ startsAt }) => startsAt),
    parked: inOrder(today.filter(({ status }) => status === 'parked'), ({ steppedAt, startsAt }) => steppedAt ?? startsAt),
    gone: inOrder(today.filter(({ status }) => status === 'finished' || status === 'missed'), ({ endedAt, startsAt }) => endedAt ?? startsAt).toReversed(),
    others: resources.filter(({ id, active }) => active && id !== counterId).map(counter => ({ counter, serving: at(counter.id) })),
  }
}

const isForOther = ({ sentOn }: Appointment, counterId: ResourceId): boolean => sentOn !== null && sentOn.toCounterId !== null && sentOn.toCounterId !== counterId

const isAtCounter = ({ status }: Appointment): boolean => status === 'called' || status === 'serving'

const inOrder = (appointments: readonly ShownAppointment[], by: (appointment: ShownAppointment) => string): readonly ShownAppointment[] =>
  appointments.toSorted((one, other) => (by(one) === by(other) ? 0 : by(one) < by(other) ? -1 : 1))

/** How many counters call: one's own, and those at which somebody is or was a short while ago. */
export function staffedCounters(today: readonly Appointment[], counterId: ResourceId, now: Instant): number {
  const since = msOf(now) - STAFFED_MS
  const last = (appointment: Appointment): number => Math.max(0, ...[appointment.calledAt, appointment.endedAt].flatMap(at => (at === null ? [] : [msOf(at)])))
  const staffed = today.filter(one => one.counterId !== null && (isAtCounter(one) || last(one) >= since)).map(one => one.counterId)
  return new Set([counterId, ...staffed]).size
}

/** The counter at which a person works: the one they chose, else one where they serve somebody, else the first nobody else is at. */
export function counterOf(here: Pick<FurnishedPlace, 'resources'>, chosen: string | undefined, today: readonly Appointment[], personId: string): Resource | undefined {
  const counters = here.resources.filter(({ active }) => active)
  const serving = (resource: Resource): readonly Appointment[] => today.filter(one => isAtCounter(one) && one.counterId === resource.id)
  return counters.find(({ id }) => id === chosen)
    ?? counters.find(counter => serving(counter).some(({ servedBy }) => servedBy === personId))
    ?? counters.find(counter => serving(counter).length === 0)
    ?? counters[0]
}

/** How a time of waiting or serving is told: minutes, and seconds where somebody looks at the clock. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
