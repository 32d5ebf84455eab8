import * as z from 'zod'
import { AppointmentId, AppointmentServiceId, OpeningHoursId, PersonId, PlaceId, ResourceId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { ClockTime, Weekday } from './clock-time.ts'

/** Where people come to: a citizens' office with its counters, a vaccination room, a village hall. In the scope of its department. */
export const Place = z.object({
  ...rowBase,
  id: PlaceId,
  name: z.string().min(1).max(120),
  address: z.string().max(300),
  /** How citizens find in, what to bring to any appointment. */
  directions: z.string().max(1_000),
  position: z.int().min(0),
  active: z.boolean(),
  /** How long a slot is kept for somebody who is still typing, in minutes. */
  holdMinutes: z.int().min(1).max(60),
  /** Until when citizens change and cancel by themselves, in minutes before the start. */
  changeUntilMinutes: z.int().min(0).max(43_200),
  /** Open appointments to one e-mail address; null for as many as one likes. */
  maxPerEmail: z.int().min(1).max(50).nullable(),
  /** When to remind, in hours before the start; null for never. */
  remindHoursBefore: z.int().min(1).max(336).nullable(),
  /** How many days after its day who came is forgotten; what is counted stays. */
  keepDays: z.int().min(1).max(3_650),
})
export type Place = Readonly<z.infer<typeof Place>>

/** What can be booked once at a time: a counter, a person, a room. A column of the calendar. */
export const Resource = z.object({
  ...rowBase,
  id: ResourceId,
  placeId: PlaceId,
  kind: z.enum(['counter', 'person', 'room']),
  name: z.string().min(1).max(80),
  position: z.int().min(0),
  active: z.boolean(),
  /** The services given here; empty for all of the place. */
  serviceIds: z.array(AppointmentServiceId).max(200),
  /** Minutes needed before and after each appointment (setting up, cleaning): taken, but not shown to citizens. */
  minutesBefore: z.int().min(0).max(1_440),
  minutesAfter: z.int().min(0).max(1_440),
})
export type Resource = Readonly<z.infer<typeof Resource>>

/** After how many days a second appointment belongs, from the day of the first. */
const FollowUp = z.object({ fromDays: z.int().min(1).max(400), toDays: z.int().min(1).max(400) }).refine(({ fromDays, toDays }) => fromDays <= toDays)

/** What somebody comes for. */
export const AppointmentService = z.object({
  ...rowBase,
  id: AppointmentServiceId,
  placeId: PlaceId,
  title: z.string().min(1).max(120),
  /** What e-mails and calendars say instead, where the title tells of somebody's health or distress; empty for the title. */
  outsideTitle: z.string().max(120),
  /** For the first person, and for each further one. */
  minutes: z.int().min(5).max(720),
  minutesPerFurtherPerson: z.int().min(0).max(240),
  maxPersons: z.int().min(1).max(20),
  /** From when to when before the start it can be booked by citizens. */
  leadMinutes: z.int().min(0).max(43_200),
  bookableDays: z.int().min(1).max(400),
  isPublic: z.boolean(),
  /** What to bring, as citizens read it when they book. */
  bring: z.string().max(1_000),
  /** When a second appointment is offered together with the first; null where none belongs. */
  followUp: FollowUp.nullable(),
  position: z.int().min(0),
  active: z.boolean(),
})
export type AppointmentService = Readonly<z.infer<typeof AppointmentService>>

/**
 * One line of the opening hours: on these weekdays of these weeks from a day to a day. `break` and `closed` take out of
 * what `open` gives; times are those of the clock on the wall.
 */
export const OpeningHours = z.object({
  ...rowBase,
  id: OpeningHoursId,
  placeId: PlaceId,
  kind: z.enum(['open', 'break', 'closed']),
  title: z.string().max(120),
  fromDay: z.iso.date(),
  /** The last day; null for no end. */
  toDay: z.iso.date().nullable(),
  weekdays: z.array(Weekday).min(1).max(7),
  /** Every week, or every n-th counted from the week of `fromDay`. */
  everyWeeks: z.int().min(1).max(52),
  /** Only the n-th such weekday of a month (-1 the last); empty for all. */
  weeksOfMonth: z.array(z.union([z.literal(-1), z.int().min(1).max(5)])).max(6),
  startTime: ClockTime,
  /** `24:00` for the end of the day. */
  endTime: ClockTime,
  /** Which counters are open, and which of them citizens may book; for breaks and closures which are not. Empty for all. */
  resourceIds: z.array(ResourceId).max(100),
  publicResourceIds: z.array(ResourceId).max(100),
  /** The grid on which appointments begin. */
  slotMinutes: z.int().min(5).max(240),
  /** Whether it holds on public holidays too. */
  onHolidays: z.boolean(),
  isDeleted: z.boolean(),
})
export type OpeningHours = Readonly<z.infer<typeof OpeningHours>>

/**
 * `held`: somebody is typing, the time is kept for a few minutes. `booked`: confirmed. `waiting`: the person is here.
 * `called`: shown in the lobby. `serving`: at the counter. `parked`: comes back today, keeps the place in the queue.
 * `finished`, `missed` (did not come), `cancelled` end it.
 */
export const AppointmentStatus = z.enum(['held', 'booked', 'waiting', 'called', 'serving', 'parked', 'finished', 'missed', 'cancelled'])
export type AppointmentStatus = z.infer<typeof AppointmentStatus>

/** A time at a counter from which somebody was sent on: counted with the rest of their visit. */
const Stay = z.object({
  serviceIds: z.array(AppointmentServiceId),
  calledAt: Instant.nullable(),
  servingSince: Instant,
  servedBy: PersonId.nullable(),
  endedAt: Instant,
})

/** Where somebody was sent from another counter, and what is told to whoever calls them next. */
const SentOn = z.object({
  /** Null: to any. */
  toCounterId: ResourceId.nullable(),
  fromCounterId: ResourceId.nullable(),
  byName: z.string().max(120),
  note: z.string().max(500),
  at: Instant,
})

/** What the last step at the counter changed, so that it can be taken back for a few seconds. */
const CounterState = z.object({
  status: AppointmentStatus,
  serviceIds: z.array(AppointmentServiceId).min(1).max(10),
  stays: z.array(Stay),
  /** The last time somebody was sent on; null for all others. */
  sentOn: SentOn.nullable(),
  waitingSince: Instant.nullable(),
  calledAt: Instant.nullable(),
  callCount: z.int().min(0),
  counterId: ResourceId.nullable(),
  servedBy: PersonId.nullable(),
  servedByName: z.string().max(120).nullable(),
  servingSince: Instant.nullable(),
  endedAt: Instant.nullable(),
})

/** A booked time or a walk-in. A walk-in has neither counter nor time of its own and takes none from the booked. */
export const Appointment = z.object({
  ...rowBase,
  id: AppointmentId,
  placeId: PlaceId,
  persons: z.int().min(1).max(20),
  channel: z.enum(['portal', 'telephone', 'counter', 'walk-in']),
  /** The counter whose time is taken; null for walk-ins. */
  resourceId: ResourceId.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  /** With the time before and after that the counter needs. */
  occupiedFrom: Instant,
  occupiedUntil: Instant,
  /** Who comes; empty while a time is held, and once it was forgotten. */
  name: z.string().max(120),
  email: z.email().max(254).nullable(),
  phone: z.string().max(40).nullable(),
  note: z.string().max(1_000),
  /** 1 before all others, 2 as usual, 3 after all others. */
  priority: z.int().min(1).max(3),
  /** What is called in the lobby, `A017`; given by the service once the person is here or has booked. */
  ticket: z.string().max(8).nullable(),
  /** How often it was changed: the SEQUENCE of its calendar entry. */
  sequence: z.int().min(0),
  /** Until when a held time is kept. */
  heldUntil: Instant.nullable(),
  createdAt: Instant,
  createdByName: z.string().max(120).nullable(),
  ...CounterState.shape,
  /** Before the last step at the counter, and when that was. */
  before: CounterState.nullable(),
  steppedAt: Instant.nullable(),
})
export type Appointment = Readonly<z.infer<typeof Appointment>>
export type CounterState = Readonly<z.infer<typeof CounterState>>
export type Stay = Readonly<z.infer<typeof Stay>>

export const places = defineTable({
  name: 'places',
  schema: Place,
  columns: {
    id: 'text', scope: 'text', version: 'integer', name: 'text', address: 'text', directions: 'text', position: 'integer', active: 'boolean',
    holdMinutes: 'integer', changeUntilMinutes: 'integer', maxPerEmail: 'integer', remindHoursBefore: 'integer', keepDays: 'integer',
  },
  deskHolds: 'all-of-scope',
})

export const resources = defineTable({
  name: 'resources',
  schema: Resource,
  columns: {
    id: 'text', scope: 'text', version: 'integer', placeId: 'text', kind: 'text', name: 'text', position: 'integer', active: 'boolean',
    serviceIds: 'json', minutesBefore: 'integer', minutesAfter: 'integer',
  },
  deskHolds: 'all-of-scope',
})

export const appointmentServices = defineTable({
  name: 'appointment_services',
  schema: AppointmentService,
  columns: {
    id: 'text', scope: 'text', version: 'integer', placeId: 'text', title: 'text', outsideTitle: 'text', minutes: 'integer', minutesPerFurtherPerson: 'integer',
    maxPersons: 'integer', leadMinutes: 'integer', bookableDays: 'integer', isPublic: 'boolean', bring: 'text', followUp: 'json', position: 'integer', active: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const openingHours = defineTable({
  name: 'opening_hours',
  schema: OpeningHours,
  columns: {
    id: 'text', scope: 'text', version: 'integer', placeId: 'text', kind: 'text', title: 'text', fromDay: 'text', toDay: 'text', weekdays: 'json',
    everyWeeks: 'integer', weeksOfMonth: 'json', startTime: 'text', endTime: 'text', resourceIds: 'json', publicResourceIds: 'json',
    slotMinutes: 'integer', onHolidays: 'boolean', isDeleted: 'boolean',
  },
  deskHolds: 'all-of-scope',
})

export const appointments = defineTable({
  name: 'appointments',
  schema: Appointment,
  columns: {
    id: 'text', scope: 'text', version: 'integer', placeId: 'text', serviceIds: 'json', persons: 'integer', channel: 'text', resourceId: 'text',
    startsAt: 'instant', endsAt: 'instant', occupiedFrom: 'instant', occupiedUntil: 'instant', name: 'text', email: 'text', phone: 'text', note: 'text',
    priority: 'integer', ticket: 'text', sequence: 'integer', heldUntil: 'instant', createdAt: 'instant', createdByName: 'text', status: 'text',
    waitingSince: 'instant', calledAt: 'instant', callCount: 'integer', counterId: 'text', servedBy: 'text', servedByName: 'text',
    servingSince: 'instant', endedAt: 'instant', stays: 'json', sentOn: 'json', before: 'json', steppedAt: 'instant',
  },
  deskHolds: 'all-of-scope',
})
