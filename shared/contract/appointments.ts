import { oc } from '@orpc/contract'
import * as z from 'zod'
import { HoursContent, PastHoursChange } from '../domains/appointments/hours-history.ts'
import { PlaceStatistics } from '../domains/appointments/statistics.ts'
import { Appointment, AppointmentService, OpeningHours, Place, Resource } from '../domains/appointments/tables.ts'
import { daysBetween } from '../german-days.ts'
import { AppointmentServiceId, CommandId, OpeningHoursId, PlaceId, ResourceId } from '../ids.ts'
import { Instant } from '../time.ts'
import { ErrorCodeOnWire, Facts } from '../wire/commands.ts'
import { DisplayAddress, FeedAddress } from '../wire/appointments.ts'
import { refusable } from './refusable.ts'

/** A place with all that is offered there, in the order in which people set it. Lines of the opening hours that were deleted are left out. */
export const FurnishedPlace = z.object({
  place: Place,
  resources: z.array(Resource),
  services: z.array(AppointmentService),
  lines: z.array(OpeningHours),
})
export type FurnishedPlace = z.infer<typeof FurnishedPlace>

/** An appointment as this desk knows it; `isPending` while a change of one's own is not at the service yet. */
export const ShownAppointment = Appointment.extend({ isPending: z.boolean() })
export type ShownAppointment = z.infer<typeof ShownAppointment>

export const FreeSlot = z.object({ startsAt: Instant, endsAt: Instant, resourceIds: z.array(ResourceId) })
export type FreeSlot = z.infer<typeof FreeSlot>

const Day = z.iso.date()
/** Six whole weeks. */
const MOST_MONTH_DAYS = 42
/** As many days as slots are looked for at once. */
export const MOST_SLOT_DAYS = 90

export const SlotQuestion = z.object({
  placeId: PlaceId,
  serviceIds: z.array(AppointmentServiceId).min(1).max(10),
  persons: z.int().min(1).max(20),
  fromDay: Day,
  days: z.int().min(1).max(MOST_SLOT_DAYS),
})
export type SlotQuestion = z.infer<typeof SlotQuestion>

/** Whole days of a calendar, looked at by these filters; empty ones filter nothing. */
export const MonthQuestion = z.object({
  placeId: PlaceId, fromDay: Day, toDay: Day, counters: z.array(z.string()).max(100), services: z.array(z.string()).max(200), statuses: z.array(z.string()).max(20),
}).refine(({ fromDay, toDay }) => daysBetween(fromDay, toDay) < MOST_MONTH_DAYS)
export type MonthQuestion = z.infer<typeof MonthQuestion>

/** How much there is on a day, and what comes first. */
export const MonthDay = z.object({ day: Day, count: z.int(), first: z.array(ShownAppointment) })
export type MonthDay = z.infer<typeof MonthDay>

/** A line of the opening hours as it shall be; null to take it away. With a line that it follows, that one ends the day before. */
export const HoursChange = z.object({ placeId: PlaceId, lineId: OpeningHoursId, content: HoursContent.nullable(), follows: OpeningHoursId.nullable() })
export type HoursChange = z.infer<typeof HoursChange>

/** An appointment for which nobody would be there any more, with another time for it; null where none was found. */
export const StrandedAppointment = z.object({
  appointment: Appointment,
  proposal: z.object({ startsAt: Instant, endsAt: Instant, resourceId: ResourceId }).nullable(),
})
export type StrandedAppointment = z.infer<typeof StrandedAppointment>

/** A move that the service refused, of an appointment as it stands now, with the free time nearest to what was wanted. */
export const RefusedMove = z.object({
  commandId: CommandId,
  code: ErrorCodeOnWire,
  facts: Facts,
  appointment: ShownAppointment,
  wanted: z.object({ startsAt: Instant, resourceId: ResourceId }),
  next: StrandedAppointment.shape.proposal,
})
export type RefusedMove = z.infer<typeof RefusedMove>

/** A calendar's file, larger than anybody's year. */
export const MOST_CALENDAR_SIGNS = 5_000_000

export const AbsencesQuestion = z.object({ placeId: PlaceId, resourceIds: z.array(ResourceId).max(100), text: z.string().max(MOST_CALENDAR_SIGNS) })
export type AbsencesQuestion = z.infer<typeof AbsencesQuestion>

/** What a calendar would close; `strands` booked appointments each, `isKnown` where that was taken over before. */
export const FoundAbsences = z.object({
  absences: z.array(z.object({ lineId: OpeningHoursId, content: HoursContent, strands: z.int(), isKnown: z.boolean() })),
  /** Further ones, and the titles of those that were not understood. */
  more: z.int(),
  skipped: z.array(z.string()),
})
export type FoundAbsences = z.infer<typeof FoundAbsences>

/** As many days as statistics look at: a year and what a month is longer. */
export const MOST_STATISTIC_DAYS = 400

/** From a day to a day, both of them included. */
export const StatisticsQuestion = z.object({ placeId: PlaceId, fromDay: Day, toDay: Day })
  .refine(({ fromDay, toDay }) => fromDay <= toDay && daysBetween(fromDay, toDay) < MOST_STATISTIC_DAYS)
export type StatisticsQuestion = z.infer<typeof StatisticsQuestion>

export const appointmentQueries = {
  /** The places of the departments a person works for. */
  places: oc.output(z.object({ places: z.array(FurnishedPlace) })),
  /** What begins on these days at a place, cancelled ones included, in order of time. */
  between: oc.input(z.object({ placeId: PlaceId, fromDay: Day, toDay: Day })).output(z.object({ appointments: z.array(ShownAppointment) })),
  /** How much there is on each day of a month, and what comes first. */
  month: oc.input(MonthQuestion).output(z.object({ days: z.array(MonthDay) })),
  /** The free starts for staff, in order of time: everything that is open, told to the public or not. */
  slots: oc.input(SlotQuestion).output(refusable(z.object({ minutes: z.int(), slots: z.array(FreeSlot) }))),
  /** Appointments whose name, e-mail address or telephone number has this in it, the nearest to now first; at most 50. */
  find: oc.input(z.object({ text: z.string().min(2).max(120) })).output(z.object({ appointments: z.array(ShownAppointment) })),
  /** Who is booked ahead at a time at which nobody is there, in order of time, each with another time. */
  outside: oc.input(z.object({ placeId: PlaceId })).output(refusable(z.object({ stranded: z.array(StrandedAppointment) }))),
  /** How the opening hours of a place came to be, the last change first; at most 200. */
  'hours-changes': oc.input(z.object({ placeId: PlaceId })).output(z.object({ changes: z.array(PastHoursChange) })),
  /** Where the display in the lobby of a place is opened, for leads; the service is asked. */
  display: oc.input(z.object({ placeId: PlaceId })).output(refusable(DisplayAddress)),
  /** Takes that address back and makes another one. */
  'renew-display': oc.input(z.object({ placeId: PlaceId })).output(refusable(DisplayAddress)),
  /** What the calendar of another program would close here. */
  absences: oc.input(AbsencesQuestion).output(refusable(FoundAbsences)),
  /** Where the person's own calendar program reads a place; the service is asked. */
  feed: oc.input(z.object({ placeId: PlaceId })).output(refusable(FeedAddress)),
  /** Takes that address back and makes another one. */
  'renew-feed': oc.input(z.object({ placeId: PlaceId })).output(refusable(FeedAddress)),
  /** Waiting, serving, no-shows and use of the open time in a period, for whoever leads the department of the place. */
  statistics: oc.input(StatisticsQuestion).output(refusable(PlaceStatistics)),
  /** Moves the service refused and nobody has settled yet, one for each appointment, the last first. */
  'refused-moves': oc.input(z.object({ placeId: PlaceId })).output(z.object({ moves: z.array(RefusedMove) })),
  /** Whom a change of the opening hours would leave standing, in order of time. */
  stranded: oc.input(HoursChange).output(refusable(z.object({ stranded: z.array(StrandedAppointment) }))),
}
