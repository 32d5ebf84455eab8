import { writeCalendar } from '../../../../shared/formats/icalendar.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type { BookablePlace, Booking, FreeTimes, HoldAsked, TimesAsked, WhoComes } from '../../../../shared/wire/booking.ts'
import { factsOf } from '../appointment-rows.ts'
import { calendarEntryOf } from '../mail/calendar-entry.ts'
import { appointmentByLink } from './by-link.ts'
import { cancelBooking, moveBooking } from './change.ts'
import { confirmBooking } from './confirm.ts'
import { holdTime } from './hold.ts'
import type { BookingParts } from './parts.ts'
import { bookablePlaces } from './places.ts'
import { shownBooking } from './shown-booking.ts'
import { timesToBook, timesToMove, type DaysAsked } from './times.ts'

/** Appointments as citizens book them: for portals and for the service's own pages. A booking is opened by its link alone. */
export interface PublicBooking {
  places(): Promise<readonly BookablePlace[]>
  times(asked: TimesAsked): Promise<Result<FreeTimes>>
  /** `address`: from where it is asked; nobody keeps many times at once. */
  hold(asked: HoldAsked, address: string): Promise<Result<Booking>>
  read(link: string): Promise<Result<Booking>>
  timesToMove(link: string, asked: DaysAsked): Promise<Result<FreeTimes>>
  confirm(link: string, who: WhoComes): Promise<Result<Booking>>
  move(link: string, startsAt: Instant): Promise<Result<Booking>>
  cancel(link: string): Promise<Result<Booking>>
  /** The text of a calendar file. */
  calendar(link: string): Promise<Result<string>>
}

export function createPublicBooking(parts: BookingParts): PublicBooking {
  const { database: { db }, townId } = parts
  const shown = async (found: Result<Appointment>): Promise<Result<Booking>> =>
    (found.ok ? ok(shownBooking(await factsOf(db, townId, found.value), await parts.links.keyFor(townId, found.value.id))) : found)
  return {
    places: () => bookablePlaces(db, townId),
    times: asked => timesToBook(parts, asked),
    hold: async (asked, address) => shown(await holdTime(parts, asked, address)),
    read: async link => shown(await appointmentByLink(parts, link)),
    timesToMove: (link, asked) => timesToMove(parts, link, asked),
    confirm: async (link, who) => shown(await confirmBooking(parts, link, who)),
    move: async (link, startsAt) => shown(await moveBooking(parts, link, startsAt)),
    cancel: async link => shown(await cancelBooking(parts, link)),
    calendar: link => calendarFile(parts, link),
  }
}

/** The same entry as in the e-mail, to be put into a calendar by hand: whoever reads both has one. */
async function calendarFile(parts: BookingParts, link: string): Promise<Result<string>> {
  const { database: { db }, townId, clock, sender, url } = parts
  const found = await appointmentByLink(parts, link)
  if (!found.ok) return found
  const facts = await factsOf(db, townId, found.value)
  const entry = calendarEntryOf({ ...facts, sender, link: `${url()}/portal/appointments/${link}`, now: instantFromMs(clock.nowMs()) })
  // What is published invites nobody (RFC 5546, section 3.2.1).
  return ok(writeCalendar([{ ...entry, attendee: null }], { method: 'publish', name: sender.townName }))
}
