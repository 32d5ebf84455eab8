import type { CalendarEntry } from '../../../../shared/formats/icalendar.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Sender } from '../../../delivery/email.ts'
import { bringOutside, purposeOf, whereaboutsOf, type AppointmentFacts } from './appointment-facts.ts'

export interface CalendarEntryParts extends AppointmentFacts {
  readonly sender: Sender
  /** Where the citizen changes and cancels it. */
  readonly link: string
  readonly now: Instant
}

/**
 * The entry of an appointment in the calendar of whoever comes, the same in the e-mail and as a file. The person is named by
 * the address alone: whoever books for a stranger's address puts no words of their own into that stranger's calendar.
 */
export function calendarEntryOf({ sender, link, now, ...facts }: CalendarEntryParts): CalendarEntry {
  const { appointment, place } = facts
  const { id, sequence, startsAt, endsAt, email, status } = appointment
  const description = [bringOutside(facts).join('\n'), place.directions.trim(), `Ändern oder absagen:\n${link}`].filter(Boolean).join('\n\n')
  return {
    uid: id, sequence, startsAt, endsAt, stampedAt: now, summary: purposeOf(facts, 'Personen'), description, location: whereaboutsOf(place),
    isCancelled: status === 'cancelled', organizer: { name: sender.townName, email: sender.from }, attendee: email === null ? null : { name: email, email },
    // The town reminds by e-mail, and what the person's own program does is theirs.
    url: link, remindMinutesBefore: null,
  }
}
