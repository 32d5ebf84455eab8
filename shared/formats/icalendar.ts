import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { ok, refuse, type Result } from '../result.ts'
import { instantFromMs, msOf, type Instant } from '../time.ts'

/** Calendars as mail programs exchange them (RFC 5545, RFC 5546). */

const ZONE = 'Europe/Berlin'
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

/** A stretch of time read from somebody's calendar. */
export interface ReadEntry {
  readonly uid: string
  readonly summary: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly isAllDay: boolean
}

export interface ReadCalendar {
  /** What lies in the window, series taken apart, in order of time. */
  readonly entries: readonly ReadEntry[]
  /** Entries that could not be understood, by their title. */
  readonly skipped: readonly string[]
}

const MOST_ENTRIES = 5_000
const MOST_STEPS = 20_000

/**
 * Reads whatever calls itself a calendar, between two moments. Lines that are broken are mended or left out; an entry that
 * makes no sense is told and does not keep the others from being read. Refuses what is no calendar at all.
 */
export function readCalendar(text: string, from: Instant, until: Instant): Result<ReadCalendar> {
  const calendars = parsed(text)
  if (calendars.length === 0) return refuse('calendar/unreadable')
  const entries: ReadEntry[] = []
  const skipped: string[] = []
  for (const calendar of calendars) {
    for (const zone of calendar.getAllSubcomponents('vtimezone')) registerZone(zone)
    for (const component of calendar.getAllSubcomponents('vevent')) {
      try {
        if (!component.hasProperty('recurrence-id')) entries.push(...occurrences(component, calendar, msOf(from), msOf(until)))
      } catch {
        skipped.push(titleOf(component))
      }
    }
    ICAL.TimezoneService.reset()
  }
  const kept = entries.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)).slice(0, MOST_ENTRIES)
  return ok({ entries: kept, skipped })
}

function titleOf(component: ICAL.Component): string {
  const title: unknown = component.getFirstPropertyValue('summary')
  return typeof title === 'string' ? title.slice(0, 200) : ''
}

function registerZone(zone: ICAL.Component): void {
  try {
    ICAL.TimezoneService.register(zone)
  } catch {
    // Without its rules the zone's name decides, see `msAt`.
  }
}

function parsed(text: string): readonly ICAL.Component[] {
  try {
    const read = ICAL.parse(mended(text)) as unknown[]
    const all = (typeof read[0] === 'string' ? [read] : read) as unknown[][]
    return all.filter(([name]) => name === 'vcalendar').map(jCal => new ICAL.Component(jCal as ConstructorParameters<typeof ICAL.Component>[0]))
  } catch {
    return []
  }
}

const CONTENT_LINE = /^[A-Za-z0-9-]+(?:[;:])/

/** Lines as the standard has them: what is no property and no continuation belongs to the line before; what never closes is closed. */
function mended(text: string): string {
  const lines: string[] = []
  const open: string[] = []
  for (const line of text.replace(/^\u{FEFF}/u, '').replaceAll('\0', '').split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    if (/^[ \t]/.test(line) || !CONTENT_LINE.test(line)) {
      if (lines.length > 0) lines.push(/^[ \t]/.test(line) ? line : ` ${line}`)
      continue
    }
    const [, mark, name] = /^(BEGIN|END):(\S+)\s*$/i.exec(line) ?? []
    if (mark?.toUpperCase() === 'BEGIN') open.push(name ?? '')
    if (mark?.toUpperCase() === 'END') {
      if (!open.some(one => one.toUpperCase() === name?.toUpperCase())) continue
      while (open.length > 0) {
        const last = open.pop() ?? ''
        if (last.toUpperCase() === name?.toUpperCase()) break
        lines.push(`END:${last}`)
      }
    }
    lines.push(line)
  }
  return [...lines, ...open.toReversed().map(name => `END:${name}`)].join('\r\n')
}

function occurrences(component: ICAL.Component, calendar: ICAL.Component, from: number, until: number): readonly ReadEntry[] {
  const event = new ICAL.Event(component, { exceptions: exceptionsOf(component, calendar) })
  const entryAt = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time): readonly ReadEntry[] => {
    if (isGone(item.component)) return []
    const zone = zoneOf(item.component)
    const [startMs, endMs] = [msAt(start, zone), msAt(end, zone)]
    if (Number.isNaN(startMs) || Number.isNaN(endMs) || endMs < startMs) throw new Error('no such time')
    if (endMs <= from || startMs >= until) return []
    return [{ uid: event.uid ?? '', summary: titleOf(item.component), startsAt: instantFromMs(startMs), endsAt: instantFromMs(endMs), isAllDay: start.isDate }]
  }
  if (!event.isRecurring()) return entryAt(event, event.startDate, event.endDate)
  const found: ReadEntry[] = []
  const series = event.iterator()
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = series.next() as ICAL.Time | null
    if (!next || msAt(next, zoneOf(component)) >= until) break
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    found.push(...entryAt(item, startDate, endDate))
  }
  return found
}

const exceptionsOf = (component: ICAL.Component, calendar: ICAL.Component): ICAL.Component[] =>
  calendar.getAllSubcomponents('vevent').filter(other => other.hasProperty('recurrence-id') && other.getFirstPropertyValue('uid') === component.getFirstPropertyValue('uid'))

const isGone = (component: ICAL.Component): boolean => String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'

/** The name of the zone an entry begins in; none for our own clock. */
function zoneOf(component: ICAL.Component): string {
  const named: unknown = component.getFirstProperty('dtstart')?.getParameter('tzid')
  try {
    return typeof named === 'string' ? Temporal.PlainDate.from('2026-01-01').toZonedDateTime(named).timeZoneId : ZONE
  } catch {
    return ZONE
  }
}

/**
 * The moment of a time in a calendar. A zone that came with the calendar counts by its rules, another by its name (`zone`,
 * for what the library calculates from a start has lost it); a day, and a zone nobody knows, are ours.
 */
function msAt(time: ICAL.Time, zone: string): number {
  const rules = time.zone as ICAL.Timezone | null
  if (rules && rules !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1_000
  const { year, month, day, hour, minute, second } = time
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second: Math.min(59, second) }).toZonedDateTime(zone).epochMilliseconds
}
