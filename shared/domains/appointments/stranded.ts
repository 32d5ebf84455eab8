import { germanDay, plusCalendarDays } from '../../german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { freeSlots, type Occupied, type Offer, type Slot } from './slots.ts'
import { minutesOfDay, onTheWall } from './clock-time.ts'
import { openOn } from './opening-hours.ts'
import type { Appointment, OpeningHours, Resource } from './tables.ts'

/** How far ahead a new time is looked for. */
const SEARCH_DAYS = 28

/** Nobody is asked to come earlier than this from now on. */
const NOTICE_MS = 2 * 3_600_000

/** A booked appointment for which nobody would be there any more, with the next time that is free. */
export interface Stranded {
  readonly appointment: Appointment
  /** The same counter and day where possible, else the nearest time; null where none is free within four weeks. */
  readonly proposal: { readonly slot: Slot; readonly resourceId: Slot['resourceIds'][number] } | null
}

/** A change of the opening hours of a place. */
export interface ChangedHours {
  readonly before: readonly OpeningHours[]
  readonly after: readonly OpeningHours[]
  readonly resources: readonly Resource[]
}

/** Whether a change leaves an appointment standing that lay within the opening hours before. */
export const isStrandedBy = ({ before, after, resources }: ChangedHours, appointment: Appointment): boolean =>
  isOpenFor(appointment, before, resources) && !isOpenFor(appointment, after, resources)

/** Whom a change leaves standing, of all that take time from now on. */
export const strandedBy = (change: ChangedHours, ahead: readonly Appointment[], now: Instant): readonly Stranded[] =>
  withProposals(ahead, appointment => isStrandedBy(change, appointment), { lines: change.after, resources: change.resources }, now)

/** Who is booked at a time at which nobody is there, of all that take time from now on. */
export const outsideHours = (lines: readonly OpeningHours[], resources: readonly Resource[], ahead: readonly Appointment[], now: Instant): readonly Stranded[] =>
  withProposals(ahead, appointment => !isOpenFor(appointment, lines, resources), { lines, resources }, now)

/** Booked ones in order of time, each with another time that no other of them is offered; whoever is here or still typing only takes time. */
function withProposals(ahead: readonly Appointment[], isMeant: (appointment: Appointment) => boolean, { lines, resources }: Omit<Offer, 'occupied'>, now: Instant): readonly Stranded[] {
  const [stands, stranded]: [Appointment[], Appointment[]] = [[], []]
  for (const appointment of ahead.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)))
    (appointment.status === 'booked' && isMeant(appointment) ? stranded : stands).push(appointment)
  const occupied: Occupied[] = stands.flatMap(occupation)
  return stranded.map(appointment => {
    // The others keep their time until they are moved, which some may never be.
    const others = stranded.filter(({ id }) => id !== appointment.id).flatMap(occupation)
    const proposal = nextTimeFor(appointment, { lines, resources, occupied: [...occupied, ...others] }, now)
    const counter = resources.find(({ id }) => id === proposal?.resourceId)
    if (proposal && counter) occupied.push(occupationBy(counter, proposal.slot))
    return { appointment, proposal }
  })
}

function occupationBy({ id, minutesBefore, minutesAfter }: Resource, { startsAt, endsAt }: Slot): Occupied {
  return { resourceId: id, from: instantFromMs(msOf(startsAt) - minutesBefore * 60_000), until: instantFromMs(msOf(endsAt) + minutesAfter * 60_000) }
}

const occupation = ({ resourceId, occupiedFrom, occupiedUntil }: Appointment): readonly Occupied[] =>
  (resourceId === null ? [] : [{ resourceId, from: occupiedFrom, until: occupiedUntil }])

/** Whether the counter of an appointment is open during all of it. */
export function isOpenFor({ resourceId, startsAt, endsAt }: Appointment, lines: readonly OpeningHours[], resources: readonly Resource[]): boolean {
  if (resourceId === null) return true
  const day = germanDay(startsAt)
  const from = minutesOfDay(startsAt)
  const to = germanDay(endsAt) === day ? minutesOfDay(endsAt) : 24 * 60
  const open = openOn(day, lines, resources.filter(({ id }) => id === resourceId))
  // Two lines that follow each other without a gap are open through.
  let reached = from
  for (const stretch of open) if (stretch.from <= reached && stretch.to > reached) reached = stretch.to
  return reached >= to
}

/** The free time that is nearest to that of an appointment: at its counter and on its day where possible; null where none is within four weeks. */
export function nextTimeFor(appointment: Appointment, offer: Offer, now: Instant): Stranded['proposal'] {
  const minutes = (msOf(appointment.endsAt) - msOf(appointment.startsAt)) / 60_000
  const today = germanDay(now)
  const ownDay = germanDay(appointment.startsAt)
  const from = ownDay < today ? today : ownDay
  // Day by day: the first day on which something is free has the nearest time.
  for (let day = from, last = plusCalendarDays(from, SEARCH_DAYS); day <= last; day = plusCalendarDays(day, 1)) {
    const slots = freeSlots(onDay(offer, day), { serviceIds: appointment.serviceIds, minutes, notBefore: instantFromMs(msOf(now) + NOTICE_MS), notAfter: null, isPublic: false, fromDay: day, toDay: day })
    const slot = nearest(slots, appointment.startsAt)
    const resourceId = slot?.resourceIds.find(id => id === appointment.resourceId) ?? slot?.resourceIds[0]
    if (slot && resourceId !== undefined) return { slot, resourceId }
  }
  return null
}

/** What concerns one day only: turning every taken time of weeks into numbers takes longer than the search. */
function onDay(offer: Offer, day: string): Offer {
  const [start, end] = [onTheWall(day).at(0), onTheWall(plusCalendarDays(day, 1)).at(0)]
  return { ...offer, occupied: offer.occupied.filter(({ from, until }) => from < end && until > start) }
}

function nearest(slots: readonly Slot[], wanted: Instant): Slot | undefined {
  const distance = ({ startsAt }: Slot): number => Math.abs(msOf(startsAt) - msOf(wanted))
  let best: Slot | undefined
  for (const slot of slots) if (!best || distance(slot) < distance(best)) best = slot
  return best
}
