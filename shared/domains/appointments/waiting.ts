import { instantFromMs, msOf, type Instant } from '../../time.ts'
import type { Appointment } from './tables.ts'

const MINUTE_MS = 60_000

/** Who waits, in the order in which they are called, with when that will probably be. */
export interface Waiting {
  readonly appointment: Appointment
  /** Persons to be called before this one. */
  readonly ahead: number
  /** About when the person is called. */
  readonly expectedAt: Instant
}

type Queued = Pick<Appointment, 'priority' | 'channel' | 'startsAt' | 'waitingSince' | 'sentOn' | 'id'>

/**
 * The order of calling: whoever was sent on from another counter, in that order; then by priority; then booked persons whose time has come, by their time; then those without a time
 * of their own, by when they came. Somebody with a booked time is not called before it as long as others wait.
 */
export function comesBefore(one: Queued, other: Queued, now: Instant): number {
  const [oneSent, otherSent] = [sentOnAt(one), sentOnAt(other)]
  if (oneSent !== null && otherSent !== null) return compare(oneSent, otherSent) || compare(one.id, other.id)
  if (oneSent !== null || otherSent !== null) return oneSent === null ? 1 : -1
  return one.priority - other.priority || rank(one, now) - rank(other, now) || compare(turnOf(one), turnOf(other)) || compare(one.id, other.id)
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

/** When somebody was sent on who waits to be called again; whoever went away and came back since queues anew. */
export const sentOnAt = ({ sentOn, waitingSince }: Pick<Queued, 'sentOn' | 'waitingSince'>): Instant | null =>
  (sentOn !== null && (waitingSince ?? sentOn.at) <= sentOn.at ? sentOn.at : null)

const isBooked = ({ channel }: Queued): boolean => channel !== 'walk-in'

/** 0: booked and due, 1: without a time, 2: here before the booked time. */
const rank = (queued: Queued, now: Instant): number => (isBooked(queued) ? (queued.startsAt <= now ? 0 : 2) : 1)

const turnOf = (queued: Queued): Instant => (isBooked(queued) ? queued.startsAt : (queued.waitingSince ?? queued.startsAt))

/** The waiting list of a place: `open` are today's appointments, `counters` how many call, `minutesEach` what one takes. */
export function waitingList(today: readonly Appointment[], counters: number, minutesOf: (appointment: Appointment) => number, now: Instant): readonly Waiting[] {
  const waiting = today.filter(({ status }) => status === 'waiting').toSorted((one, other) => comesBefore(one, other, now))
  const busyUntil = freeAt(today, Math.max(1, counters), minutesOf, now)
  return waiting.map((appointment, ahead) => {
    busyUntil.sort((one, other) => one - other)
    const [soonest = msOf(now)] = busyUntil

    busyUntil[0] = soonest + minutesOf(appointment) * MINUTE_MS
    return { appointment, ahead, expectedAt: instantFromMs(soonest) }
  })
}

/** When each counter will be free, in ms: those who are being served need the rest of their time. */
function freeAt(today: readonly Appointment[], counters: number, minutesOf: (appointment: Appointment) => number, now: Instant): number[] {
  const nowMs = msOf(now)
  const serving = today.filter(({ status }) => status === 'serving' || status === 'called')
    .map(appointment => Math.max(nowMs, msOf(appointment.servingSince ?? appointment.calledAt ?? now) + minutesOf(appointment) * MINUTE_MS))
  return [...serving, ...Array.from({ length: Math.max(0, counters - serving.length) }, () => nowMs)]
}
