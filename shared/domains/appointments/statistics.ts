import * as z from 'zod'
import { germanDay, plusCalendarDays } from '../../german-days.ts'
import { AppointmentServiceId, type PersonId } from '../../ids.ts'
import { isSmall, withoutSmallGroups, type Group } from '../../small-groups.ts'
import { quantile } from '../../spread.ts'
import { msOf, type Instant } from '../../time.ts'
import { capacityUse, CapacityUse, type BookedTime } from './capacity.ts'
import { onTheWall } from './clock-time.ts'
import { Appointment, type OpeningHours, type Resource } from './tables.ts'

const MINUTE_MS = 60_000

/** How long before it an appointment was booked, in days of the calendar. */
export const LEADS = ['same-day', 'few-days', 'two-weeks', 'longer'] as const
const Lead = z.enum(LEADS)
export type Lead = z.infer<typeof Lead>

const CHANNELS = Appointment.shape.channel.options

/** In minutes: half of the people, and nine of ten, at most so long. Null where that would be about too few. */
const Minutes = z.object({ median: z.int().min(0), p90: z.int().min(0) }).nullable()
export type Minutes = z.infer<typeof Minutes>

/** Of all whose booked time went by, those who did not come. Null where that would be about too few. */
const MissedShare = z.object({ missed: z.int().min(0), all: z.int().min(1) }).nullable()
export type MissedShare = z.infer<typeof MissedShare>

/** Persons who came several together count as one; `unmarked` were booked, and nobody noted whether they came. */
const Outcomes = z.object({ came: z.int(), missed: z.int(), cancelled: z.int(), unmarked: z.int() })
export type Outcomes = Readonly<z.infer<typeof Outcomes>>

/** What a period says about the planning of a place. Nothing in it is about fewer than five visits or about one member of staff. */
export const PlaceStatistics = z.object({
  /** What was booked; null where that were too few. */
  booked: Outcomes.nullable(),
  /** Who came without an appointment; null where all visits together were too few for any figure. */
  walkIns: z.int().nullable(),
  waiting: Minutes,
  serving: Minutes,
  missed: MissedShare,
  channels: z.array(z.object({ channel: Appointment.shape.channel, outcomes: Outcomes.nullable() })),
  /** `serviceId` null: several services in one appointment. */
  services: z.array(z.object({ serviceId: AppointmentServiceId.nullable(), waiting: Minutes, serving: Minutes, missed: MissedShare })),
  leads: z.array(z.object({ lead: Lead, missed: MissedShare })),
  capacity: z.array(CapacityUse),
})
export type PlaceStatistics = z.infer<typeof PlaceStatistics>

/** What is read of an appointment for this: nothing about the person who came. */
export type Visit = BookedTime & Pick<Appointment, 'serviceIds' | 'channel' | 'startsAt' | 'createdAt' | 'waitingSince' | 'calledAt' | 'servingSince' | 'servedBy' | 'endedAt' | 'stays'>

interface Period {
  readonly fromDay: string
  readonly toDay: string
  readonly lines: readonly OpeningHours[]
  readonly resources: readonly Resource[]
}

/** `visits` are all that began at the place in the period. */
export function placeStatistics(visits: readonly Visit[], { fromDay, toDay, ...plan }: Period): PlaceStatistics {
  const known = visits.filter(({ status }) => status !== 'held').map(measured)
  const booked = known.filter(isBooked)
  const isTooFew = isSmall(groupOf(known))
  return {
    booked: isTooFew || (booked.length > 0 && isSmall(groupOf(booked))) ? null : outcomesOf(booked),
    walkIns: isTooFew ? null : known.length - booked.length,
    waiting: spreadOf(known.map(({ waited }) => waited)),
    serving: servingOf(known),
    missed: missedOf(booked),
    channels: channelsOf(known),
    services: servicesOf(known),
    leads: leadsOf(booked),
    capacity: capacityUse(plan, known, fromDay, toDay).map(cell => ({ ...cell })),
  }
}

/** A visit with how long it took, in minutes, and who served it: read once, counted by many things. */
type Measured = Visit & Times

interface Times {
  readonly waited: number | undefined
  readonly served: number | undefined
  readonly people: readonly PersonId[]
}

const measured = (visit: Visit): Measured => ({ ...visit, ...(visit.stays.length === 0 ? timesOf(visit) : together(partsOf(visit).map(timesOf))) })

function timesOf(visit: Visit): Times {
  const served = servingMinutes(visit)
  return { waited: waitingMinutes(visit), served, people: served !== undefined && visit.servedBy !== null ? [visit.servedBy] : [] }
}

/** A visit of somebody who was sent on, by counter: each time they waited again, and were served for what it was then about. */
function partsOf(visit: Visit): readonly Visit[] {
  const before = visit.stays.map((stay, index): Visit => ({ ...visit, ...stay, status: 'finished', waitingSince: visit.stays[index - 1]?.endedAt ?? visit.waitingSince }))
  return [...before, { ...visit, waitingSince: visit.stays.at(-1)?.endedAt ?? null }]
}

/** Several times at counters as one: whoever was sent on is still one person. Of a visit that is not over nothing is told. */
const together = (parts: readonly Times[]): Times => parts.reduce((one, other) =>
  ({ waited: sum(one.waited, other.waited), served: sum(one.served, other.served), people: [...one.people, ...other.people] }))

const sum = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined || other === undefined ? undefined : one + other)

const isBooked = ({ channel }: Visit): boolean => channel !== 'walk-in'
const hasCome = ({ status }: Visit): boolean => status === 'finished' || status === 'serving'
/** It is known whether they came. */
const isOver = (visit: Visit): boolean => visit.status === 'missed' || hasCome(visit)

/** Only how many they are counts here: who served them is looked at where it matters, see `servingOf`. */
const groupOf = (visits: readonly Visit[]): Group => ({ cases: visits.length, people: new Set(), isAgreed: true })

function outcomesOf(visits: readonly Visit[]): Outcomes {
  const count = (isMeant: (visit: Visit) => boolean): number => visits.filter(isMeant).length
  const [came, missed, cancelled] = [count(hasCome), count(({ status }) => status === 'missed'), count(({ status }) => status === 'cancelled')]
  return { came, missed, cancelled, unmarked: visits.length - came - missed - cancelled }
}

/** How long somebody waited beyond what was agreed: whoever has a time of their own waits from then on at the earliest. */
function waitingMinutes(visit: Visit): number | undefined {
  const { waitingSince, calledAt, startsAt } = visit
  if (!hasCome(visit) || waitingSince === null || calledAt === null) return undefined
  const since = isBooked(visit) && startsAt > waitingSince ? startsAt : waitingSince
  return minutesBetween(since, calledAt)
}

const servingMinutes = ({ status, servingSince, endedAt }: Visit): number | undefined =>
  (status === 'finished' && servingSince !== null && endedAt !== null ? minutesBetween(servingSince, endedAt) : undefined)

const minutesBetween = (from: Instant, to: Instant): number => Math.max(0, Math.round((msOf(to) - msOf(from)) / MINUTE_MS))

function spreadOf(minutes: readonly (number | undefined)[]): Minutes {
  const counts = new Map<number, number>()
  let cases = 0
  for (const value of minutes) {
    if (value === undefined) continue
    cases++
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const counted = [...counts].map(([value, count]) => ({ value, count }))
  const [median, p90] = [quantile(counted, 0.5), quantile(counted, 0.9)]
  return isSmall({ cases, people: new Set(), isAgreed: true }) || median === null || p90 === null ? null : { median, p90 }
}

/** Where all were served by the same person, it would be a figure about that person's work. */
function servingOf(visits: readonly Measured[]): Minutes {
  const people = new Set(visits.flatMap(visit => (visit.served === undefined ? [] : visit.people)))
  return people.size === 1 ? null : spreadOf(visits.map(({ served }) => served))
}

function missedOf(booked: readonly Visit[]): MissedShare {
  const over = booked.filter(isOver)
  return isSmall(groupOf(over)) ? null : { missed: over.filter(({ status }) => status === 'missed').length, all: over.length }
}

/** The visits of each key, in order of the keys. */
function grouped<Key, One extends Visit>(keys: readonly Key[], visits: readonly One[], keyOf: (visit: One) => Key): readonly { readonly key: Key; readonly visits: readonly One[] }[] {
  const groups = new Map<Key, One[]>(keys.map(key => [key, []]))
  for (const visit of visits) {
    const of = groups.get(keyOf(visit))
    if (of) of.push(visit)
    else groups.set(keyOf(visit), [visit])
  }
  return [...groups].map(([key, of]) => ({ key, visits: of }))
}

/** Which of these groups may be shown beside their total; one without anybody hides nobody. */
function shownOf<Key>(groups: readonly { readonly key: Key; readonly visits: readonly Visit[] }[]): ReadonlySet<Key> {
  const { shown } = withoutSmallGroups(groups.filter(({ visits }) => visits.length > 0).map(({ key, visits }) => ({ key, ...groupOf(visits) })))
  return new Set(shown.map(({ key }) => key))
}

function channelsOf(visits: readonly Visit[]): PlaceStatistics['channels'] {
  const groups = grouped(CHANNELS, visits, ({ channel }) => channel).filter(group => group.visits.length > 0)
  const shown = shownOf(groups)
  return groups.map(({ key, visits: of }) => ({ channel: key, outcomes: shown.has(key) ? outcomesOf(of) : null }))
}

/** Waiting and serving by what it was about at each counter; whether somebody came, by what they had booked. */
function servicesOf(visits: readonly Measured[]): PlaceStatistics['services'] {
  const expected = grouped<ServiceKey, Measured>([], visits, bookedFor)
  const served = new Map(grouped(expected.map(({ key }) => key), visits.flatMap(byService), serviceOf).map(group => [group.key, group.visits]))
  const booked = new Map(expected.map(group => [group.key, group.visits.filter(isBooked)]))
  const shown = shownOf(expected.map(({ key }) => ({ key, visits: (booked.get(key) ?? []).filter(isOver) })))
  return [...served].map(([key, of]) => ({
    serviceId: key, waiting: spreadOf(of.map(({ waited }) => waited)), serving: servingOf(of), missed: shown.has(key) ? missedOf(booked.get(key) ?? []) : null,
  }))
}

/** Null: several services in one appointment. */
type ServiceKey = AppointmentServiceId | null

const serviceOf = ({ serviceIds: [first, ...others] }: Pick<Visit, 'serviceIds'>): ServiceKey => (others.length > 0 ? null : (first ?? null))

const bookedFor = (visit: Visit): ServiceKey => serviceOf(visit.stays[0] ?? visit)

const byService = (visit: Measured): readonly Measured[] =>
  (visit.stays.length === 0 ? [visit] : grouped<ServiceKey, Visit>([], partsOf(visit), serviceOf).map(({ visits }) => ({ ...visit, serviceIds: visits[0]?.serviceIds ?? [], ...together(visits.map(timesOf)) })))

function leadsOf(booked: readonly Visit[]): PlaceStatistics['leads'] {
  const groups = grouped(LEADS, booked.filter(isOver), leadOf())
  const shown = shownOf(groups)
  return groups.map(({ key, visits }) => ({ lead: key, missed: shown.has(key) ? missedOf(visits) : null }))
}

/** When the day and those three and fourteen days before it began: once for all that begin in the same hour, the zone is slow to ask. */
function leadOf(): (visit: Visit) => Lead {
  const starts = new Map<string, readonly number[]>()
  return ({ startsAt, createdAt }) => {
    const hour = startsAt.slice(0, 13)
    const known = starts.get(hour) ?? dayStarts(germanDay(startsAt))
    starts.set(hour, known)
    const created = msOf(createdAt)
    return LEADS[known.findIndex(start => created >= start)] ?? 'longer'
  }
}

const dayStarts = (day: string): readonly number[] => [0, 3, 14].map(days => onTheWall(plusCalendarDays(day, -days)).msAt(0))
