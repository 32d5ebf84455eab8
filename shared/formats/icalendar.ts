import ICAL from 'ical.js'
import type { Instant } from '../time.ts'

/** Calendars as mail programs exchange them (RFC 5545, RFC 5546); `icalendar-read.ts` reads those of others. */

const LOOK_AGAIN_SECONDS = 15 * 60

// The library counts 75 octets and then puts the blank of a continued line in front.
ICAL.foldLength = 74

/** Somebody to whom or from whom an invitation goes. */
export interface CalendarPerson {
  readonly name: string
  readonly email: string
}

/** One entry as it is written. */
export interface CalendarEntry {
  /** The same for every message about this entry, and for no other. */
  readonly uid: string
  /** Counts up with each change; a cancellation has a higher one than what it cancels. */
  readonly sequence: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** When this was written. */
  readonly stampedAt: Instant
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly isCancelled: boolean
  readonly organizer: CalendarPerson | null
  readonly attendee: CalendarPerson | null
  readonly url: string | null
  /** Minutes before the start at which the person's program reminds them; null for not at all. */
  readonly remindMinutesBefore: number | null
}

/** `publish`: to be read in a feed. `request`: an invitation or its change. `cancel`: it does not take place. */
export type CalendarMethod = 'publish' | 'request' | 'cancel'

/** The text of a calendar; times in UTC, so that no program has to know our zone. */
export function writeCalendar(entries: readonly CalendarEntry[], { method, name }: { readonly method: CalendarMethod; readonly name: string }): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Rathaus Desk//Termine//DE')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', method.toUpperCase())
  if (method === 'publish') announce(calendar, name)
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry))
  return `${calendar.toString()}\r\n`
}

/** What a program that subscribes to a feed calls it, and how often it looks again: by the standard, and as older programs have it. */
function announce(calendar: ICAL.Component, name: string): void {
  // The library does not know the type of this one, and so escapes nothing in it.
  calendar.addPropertyWithValue('x-wr-calname', plain(name).replaceAll('\n', ' ').replaceAll(/[\\;,]/g, sign => `\\${sign}`))
  const interval = new ICAL.Property('refresh-interval')
  interval.resetType('duration')
  interval.setValue(ICAL.Duration.fromSeconds(LOOK_AGAIN_SECONDS))
  calendar.addProperty(interval)
  calendar.addPropertyWithValue('x-published-ttl', ICAL.Duration.fromSeconds(LOOK_AGAIN_SECONDS).toString())
}

function eventOf(entry: CalendarEntry): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', entry.uid)
  event.addPropertyWithValue('sequence', entry.sequence)
  event.addPropertyWithValue('dtstamp', utc(entry.stampedAt))
  event.addPropertyWithValue('dtstart', utc(entry.startsAt))
  event.addPropertyWithValue('dtend', utc(entry.endsAt))
  event.addPropertyWithValue('summary', plain(entry.summary))
  if (entry.description) event.addPropertyWithValue('description', plain(entry.description))
  if (entry.location) event.addPropertyWithValue('location', plain(entry.location))
  event.addPropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED')
  event.addPropertyWithValue('transp', entry.isCancelled ? 'TRANSPARENT' : 'OPAQUE')
  if (entry.url) event.addPropertyWithValue('url', entry.url)
  if (entry.organizer) personOn(event, 'organizer', entry.organizer)
  if (entry.attendee) {
    const attendee = personOn(event, 'attendee', entry.attendee)
    attendee.setParameter('role', 'REQ-PARTICIPANT')
    attendee.setParameter('partstat', 'ACCEPTED')
    attendee.setParameter('rsvp', 'FALSE')
  }
  if (entry.remindMinutesBefore !== null && !entry.isCancelled) event.addSubcomponent(alarmOf(entry.remindMinutesBefore, entry.summary))
  return event
}

function personOn(event: ICAL.Component, name: 'organizer' | 'attendee', { name: called, email }: CalendarPerson): ICAL.Property {
  const property = event.addPropertyWithValue(name, `mailto:${email}`)
  // A quote has no way to stand in a parameter.
  property.setParameter('cn', plain(called).replaceAll('"', "'").replaceAll('\n', ' '))
  return property
}

function alarmOf(minutes: number, summary: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(-minutes * 60))
  alarm.addPropertyWithValue('description', plain(summary))
  return alarm
}

const utc = (instant: Instant): ICAL.Time => ICAL.Time.fromJSDate(new Date(instant), true)

/** Without what no calendar may hold: control characters, and line ends other than the one that is escaped. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\p{Cc}\p{Cs}]/gu, sign => (sign === '\n' || sign === '\t' ? sign : ''))
