import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { StandBy, VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDay, germanTime } from '../../../../shared/german-days.ts'
import type { Instant } from '../../../../shared/time.ts'

const STATES: readonly StandBy['state'][] = ['asked', 'waiting', 'coming', 'declined']

/** Whoever is being asked first, then those who wait, the nearest first; who came to the list earlier before others as near. */
export const standByOrder = (entries: readonly StandBy[]): readonly StandBy[] =>
  entries.toSorted((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || one.minutesAway - other.minutesAway || (one.addedAt < other.addedAt ? -1 : 1))

/** Who is called next. */
export const nextToCall = (entries: readonly StandBy[]): StandBy | undefined => standByOrder(entries).find(({ state }) => state === 'waiting')

/** What may be said of somebody on the list. */
export const NEXT_STATES: Readonly<Record<StandBy['state'], readonly StandBy['state'][]>> = { waiting: ['asked', 'declined'], asked: ['coming', 'declined', 'waiting'], coming: ['declined'], declined: ['waiting'] }

export interface Leftover {
  readonly left: number
  /** Who is here for a dose, or booked for later. */
  readonly expected: number
  /** How many of the list can come. */
  readonly spare: number
}

interface Around {
  /** Doses left of each batch, as far as that is known. */
  readonly left: readonly (number | null)[]
  readonly visits: readonly Pick<Visit, 'appointmentId' | 'vaccinationId' | 'departed'>[]
  readonly booked: readonly Pick<ShownAppointment, 'id' | 'status' | 'startsAt'>[]
  readonly now: Instant
}

/** What is left over once everybody who is here or still to come has had a dose. */
export function leftover({ left, visits, booked, now }: Around): Leftover {
  const doses = left.reduce<number>((sum, one) => sum + Math.max(0, one ?? 0), 0)
  const here = visits.filter(({ vaccinationId, departed }) => vaccinationId === null && departed === null).length
  const toCome = booked.filter(({ id, status, startsAt }) => status === 'booked' && startsAt > now && !visits.some(({ appointmentId }) => appointmentId === id)).length
  return { left: doses, expected: here + toCome, spare: Math.max(0, doses - here - toCome) }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether doses that nobody gets have to be thought of: an hour before the end, and until it is closed. */
export const isLastHour = ({ status, day, endTime }: Pick<VaccinationSession, 'status' | 'day' | 'endTime'>, now: Instant): boolean =>
  status === 'open' && germanDay(now) === day && minutesOf(endTime) - minutesOf(germanTime(now)) <= 60
