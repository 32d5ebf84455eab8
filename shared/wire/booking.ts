import { oc } from '@orpc/contract'
import * as z from 'zod'
import { AppointmentServiceId, PlaceId } from '../ids.ts'
import { Instant, instantFromMs, msOf } from '../time.ts'

/** As many days as free times are told of at once. */
export const MOST_DAYS_ASKED = 90

/** A moment there is: no 30th of February, no 25 o'clock. */
export const Moment = Instant.refine(text => {
  const ms = msOf(text)
  return !Number.isNaN(ms) && instantFromMs(ms) === text
})

/** What citizens can come for. */
export const BookableService = z.object({
  id: AppointmentServiceId,
  title: z.string(),
  /** For the first person, and for each further one. */
  minutes: z.int(),
  minutesPerFurtherPerson: z.int(),
  maxPersons: z.int(),
  /** What to bring. */
  bring: z.string(),
  /** After how many days a second appointment belongs to the first; null where none does. */
  followUp: z.object({ fromDays: z.int(), toDays: z.int() }).nullable(),
})
export type BookableService = z.infer<typeof BookableService>

export const BookablePlace = z.object({
  id: PlaceId,
  name: z.string(),
  address: z.string(),
  directions: z.string(),
  /** How long a time is kept for somebody who is still typing. */
  holdMinutes: z.int(),
  /** Until when citizens change and cancel by themselves, in minutes before the start. */
  changeUntilMinutes: z.int(),
  services: z.array(BookableService),
})
export type BookablePlace = z.infer<typeof BookablePlace>

const ServiceIds = z.array(AppointmentServiceId).min(1).max(10)

/** Which free times; `from` is a day in Germany. */
export const TimesAsked = z.object({
  placeId: PlaceId,
  serviceIds: ServiceIds,
  persons: z.coerce.number().int().min(1).max(20),
  from: z.iso.date(),
  days: z.coerce.number().int().min(1).max(MOST_DAYS_ASKED),
})
export type TimesAsked = z.infer<typeof TimesAsked>

/** Whom a day of vaccinations is meant for, by least age and in words; told to everybody, and asked of nobody. */
export const InvitedDay = z.object({ day: z.iso.date(), fromAge: z.int().nullable(), groups: z.string() })
export type InvitedDay = z.infer<typeof InvitedDay>

export const FreeTimes = z.object({
  /** How long the appointment takes. */
  minutes: z.int(),
  times: z.array(z.object({ startsAt: Instant, endsAt: Instant })),
  /** The first free time after these days, or else the first of all; null where everything is taken. */
  nextStartsAt: Instant.nullable(),
  /** Of these days those that are meant for somebody. */
  invited: z.array(InvitedDay),
})
export type FreeTimes = z.infer<typeof FreeTimes>

/** Keeps a time while somebody is typing; the same `key` again is the same booking, with another time it moves the hold. */
export const HoldAsked = z.object({
  key: z.uuid(),
  placeId: PlaceId,
  serviceIds: ServiceIds,
  persons: z.int().min(1).max(20),
  startsAt: Moment,
})
export type HoldAsked = z.infer<typeof HoldAsked>

/** Who comes; an e-mail address or a telephone number has to be there. */
export const WhoComes = z.object({
  name: z.string().max(120),
  email: z.email().max(254).nullable().default(null),
  phone: z.string().max(40).nullable().default(null),
  note: z.string().max(1_000).default(''),
})
export type WhoComes = z.infer<typeof WhoComes>

/** `held`: not confirmed yet. `here`: the person has come. `over`: it is past. */
export const BookingStatus = z.enum(['held', 'booked', 'here', 'over', 'cancelled'])
export type BookingStatus = z.infer<typeof BookingStatus>

/** A booking as whoever has its link sees it. */
export const Booking = z.object({
  /** Opens this booking and no other; unguessable. */
  link: z.string(),
  status: BookingStatus,
  place: BookablePlace.pick({ id: true, name: true, address: true, directions: true }),
  services: z.array(BookableService.pick({ id: true, title: true, bring: true })),
  persons: z.int(),
  startsAt: Instant,
  endsAt: Instant,
  name: z.string(),
  heldUntil: Instant.nullable(),
  /** Until when it can be moved and cancelled by its link. */
  changeUntil: Instant,
})
export type Booking = z.infer<typeof Booking>

const ByLink = z.object({ link: z.string().min(1).max(200) })
const tags = ['booking']

/** Appointments for citizens, under `/public/v1`, without sign-in and rate-limited. */
export const bookingContract = {
  places: {
    list: oc
      .route({ method: 'GET', path: '/places', tags, summary: 'Where one can book an appointment, and for what' })
      .output(z.object({ places: z.array(BookablePlace) })),
    times: oc
      .route({ method: 'GET', path: '/places/{placeId}/times', tags, summary: 'The free times of some days' })
      .input(TimesAsked)
      .output(FreeTimes),
  },
  bookings: {
    hold: oc
      .route({ method: 'POST', path: '/bookings', tags, summary: 'Keep a free time for a few minutes', successStatus: 201 })
      .input(HoldAsked)
      .output(Booking),
    read: oc.route({ method: 'GET', path: '/bookings/{link}', tags, summary: 'A booking by its link' }).input(ByLink).output(Booking),
    confirm: oc
      .route({ method: 'POST', path: '/bookings/{link}/confirmation', tags, summary: 'Say who comes: the held time is booked' })
      .input(ByLink.extend(WhoComes.shape))
      .output(Booking),
    times: oc
      .route({ method: 'GET', path: '/bookings/{link}/times', tags, summary: 'The free times to which a booking could be moved' })
      .input(ByLink.extend(TimesAsked.pick({ from: true, days: true }).shape))
      .output(FreeTimes),
    move: oc
      .route({ method: 'POST', path: '/bookings/{link}/move', tags, summary: 'Take another free time for the same appointment' })
      .input(ByLink.extend({ startsAt: Moment }))
      .output(Booking),
    cancel: oc
      .route({ method: 'POST', path: '/bookings/{link}/cancellation', tags, summary: 'Cancel a booking, or give a held time back' })
      .input(ByLink)
      .output(Booking),
    calendar: oc
      .route({ method: 'GET', path: '/bookings/{link}/calendar', tags, summary: 'The booking as a calendar file' })
      .input(ByLink)
      .output(z.file().mime('text/calendar')),
  },
}
