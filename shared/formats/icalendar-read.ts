import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { ok, refuse, type Result } from '../result.ts'
import { instantFromMs, msOf, type Instant } from '../time.ts'
import { mended } from './icalendar-mend.ts'
import { daysOfSeries, readRule, type SeriesRule } from './icalendar-rule.ts'

const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000

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
/** Days that are looked at for all series of a calendar together: about a second. */
const MOST_DAYS = 100_000

interface Window {
  readonly from: number
  readonly until: number
  readonly budget: { days: number }
}

/**
 * Reads whatever calls itself a calendar, between two moments. Lines that are broken are mended or left out; an entry that
 * makes no sense is told and does not keep the others from being read. Refuses what is no calendar at all.
 */
export function readCalendar(text: string, from: Instant, until: Instant): Result<ReadCalendar> {
  const calendars = parsed(text)
  if (calendars.length === 0) return refuse('calendar/unreadable')
  const window = { from: msOf(from), until: msOf(until), budget: { days: MOST_DAYS } }
  const entries: ReadEntry[] = []
  const skipped: string[] = []
  for (const calendar of calendars) {
    for (const zone of calendar.getAllSubcomponents('vtimezone')) registerZone(zone)
    const events = calendar.getAllSubcomponents('vevent')
    const changed = changedTimes(events)
    for (const event of events) {
      try {
        entries.push(...entriesOf(event, changed, window))
      } catch {
        skipped.push(titleOf(event))
      }
    }
    ICAL.TimezoneService.reset()
  }
  const kept = entries.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)).slice(0, MOST_ENTRIES)
  return ok({ entries: kept, skipped })
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

function registerZone(zone: ICAL.Component): void {
  try {
    ICAL.TimezoneService.register(zone)
  } catch {
    // Without its rules the zone's name decides, see `msAt`.
  }
}

function titleOf(component: ICAL.Component): string {
  const title: unknown = component.getFirstPropertyValue('summary')
  return typeof title === 'string' ? title.slice(0, 200) : ''
}

function entriesOf(component: ICAL.Component, changed: ChangedTimes, window: Window): readonly ReadEntry[] {
  if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return []
  // Told of no exceptions, the library does not look through all entries for each: we know them, and one it does not understand would keep all from being read.
  const event = new ICAL.Event(component, { exceptions: [] })
  const { startDate, endDate } = event
  const zone = zoneOf(component)
  const [start, end] = [msAt(startDate, zone), msAt(endDate, zone)]
  if (Number.isNaN(start) || Number.isNaN(end) || end < start) throw new Error('no such time')
  const entryAt = (from: number, to: number): readonly ReadEntry[] => {
    if (to <= window.from || from >= window.until) return []
    return [{ uid: event.uid ?? '', summary: titleOf(component), startsAt: instantFromMs(from), endsAt: instantFromMs(to), isAllDay: startDate.isDate }]
  }
  if (component.hasProperty('x-exrule')) throw new Error('a rule that takes out is not understood')
  if (!component.hasProperty('x-rrule') && !component.hasProperty('rdate')) return entryAt(start, end)
  const gone = new Set([...timesOf(component, 'exdate'), ...(changed.get(component.getFirstPropertyValue('uid')) ?? []).map(({ time }) => time)].map(time => (time.isDate ? dayText(time) : msAt(time, zone))))
  // Some programs take a whole day out of a series of hours, or midnight out of a series of days.
  return startsOf(component, startDate, zone, window).filter(time => !gone.has(dayText(time)) && !gone.has(msAt(time, zone))).flatMap(time => {
    const from = msAt(time, zone)
    return entryAt(from, startDate.isDate ? msAt(plusDays(time, Math.round((end - start) / DAY_MS)), zone) : from + end - start)
  })
}

/** When a series begins, each time: by its rule, and on days that are listed. */
function startsOf(component: ICAL.Component, start: ICAL.Time, zone: string, { from, until, budget }: Window): readonly ICAL.Time[] {
  const listed = timesOf(component, 'rdate')
  if (!component.hasProperty('x-rrule')) return [start, ...listed]
  const rule = readRule(String(component.getFirstPropertyValue('x-rrule')))
  if (!rule) throw new Error('the rule is not understood')
  const found: ICAL.Time[] = []
  // What began before the window may reach into it.
  const search = { notBefore: dayAt(from).subtract({ days: 32 }), notAfter: dayAt(until).add({ days: 1 }), budget }
  for (const day of daysOfSeries(rule, dayOf(start), search)) {
    const time = onDay(start, day)
    const ms = msAt(time, zone)
    if (ms >= until || isAfterEnd(rule, time, ms)) break
    found.push(time)
  }
  return [...found, ...listed]
}

function isAfterEnd({ until }: SeriesRule, time: ICAL.Time, ms: number): boolean {
  if (until === null) return false
  if (until.endsWith('Z')) return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '') > until
  return textOf(time).slice(0, until.length) > until
}

const textOf = ({ year, month, day, hour, minute, second }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}${[month, day].map(two).join('')}T${[hour, minute, second].map(two).join('')}`

const two = (value: number): string => String(value).padStart(2, '0')

const dayText = (time: ICAL.Time): string => textOf(time).slice(0, 8)

const timesOf = (component: ICAL.Component, name: 'exdate' | 'rdate'): readonly ICAL.Time[] =>
  component.getAllProperties(name).flatMap(property => (property.getValues() as unknown[]).filter(value => value instanceof ICAL.Time))

/** Times of a series that have an entry of their own, by the series' uid. */
type ChangedTimes = ReadonlyMap<unknown, readonly ChangedTime[]>

interface ChangedTime {
  readonly uid: unknown
  readonly time: ICAL.Time
}

/** Sought once for all series: a calendar may hold thousands. */
const changedTimes = (events: readonly ICAL.Component[]): ChangedTimes => Map.groupBy(events.flatMap(changedTime), ({ uid }) => uid)

function changedTime(event: ICAL.Component): readonly ChangedTime[] {
  try {
    const time: unknown = event.getFirstPropertyValue('recurrence-id')
    return time instanceof ICAL.Time ? [{ uid: event.getFirstPropertyValue('uid'), time }] : []
  } catch {
    // It changes none of the times there are.
    return []
  }
}

const dayAt = (ms: number): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).toPlainDate()

const dayOf = ({ year, month, day }: ICAL.Time): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day })

function onDay(time: ICAL.Time, { year, month, day }: Temporal.PlainDate): ICAL.Time {
  const other = time.clone()
  Object.assign(other, { year, month, day })
  return other
}

const plusDays = (time: ICAL.Time, days: number): ICAL.Time => onDay(time, dayOf(time).add({ days }))

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
