import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { writeCalendar, type CalendarEntry } from '../../../../shared/formats/icalendar.ts'
import type { Instant } from '../../../../shared/time.ts'

/** As much of an appointment as leaves the house in a feed, and the name for its initials. */
export type FedAppointment = Pick<Appointment, 'id' | 'sequence' | 'startsAt' | 'endsAt' | 'ticket' | 'persons' | 'name'> & {
  readonly services: readonly string[]
  readonly counter: string
}

/**
 * The appointments of a place as a calendar program shows them: when, what for, and by which ticket or initials. Never who
 * comes: the program may keep them in somebody else's cloud.
 */
export const feedCalendar = (placeName: string, appointments: readonly FedAppointment[], now: Instant): string =>
  writeCalendar(appointments.map(appointment => entryOf(appointment, now)), { method: 'publish', name: placeName })

const entryOf = ({ id, sequence, startsAt, endsAt, counter, ...appointment }: FedAppointment, now: Instant): CalendarEntry => ({
  uid: id, sequence, startsAt, endsAt, stampedAt: now, summary: summaryOf(appointment), description: '', location: counter, isCancelled: false,
  organizer: null, attendee: null, url: null, remindMinutesBefore: null,
})

function summaryOf({ ticket, name, services, persons }: Pick<FedAppointment, 'ticket' | 'name' | 'services' | 'persons'>): string {
  const forHowMany = persons > 1 ? ` (${persons} Personen)` : ''
  return [ticket ?? initialsOf(name), `${services.join(', ')}${forHowMany}`].filter(Boolean).join(' · ')
}

/** `ÄG` for Änne Großkopf; at most three. */
const initialsOf = (name: string): string => [...name.matchAll(/(?<!\p{L})\p{L}/gu)].slice(0, 3).map(([letter]) => letter.toLocaleUpperCase('de')).join('')
