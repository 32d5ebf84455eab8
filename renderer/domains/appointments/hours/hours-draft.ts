import { followingDay, problemOfFollowing } from '../../../../shared/domains/appointments/changed-lines.ts'
import { hoursProblems } from '../../../../shared/domains/appointments/hours-commands.ts'
import { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import { ResourceId } from '../../../../shared/ids.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay, parseClock, parseDay } from '../../../ui/format.ts'
import { isWholeDay } from './hours-words.ts'

export type Rhythm = 'weekly' | 'every' | 'monthly'

/** A line of the opening hours while it is typed. */
export interface HoursDraft {
  readonly kind: HoursContent['kind']
  readonly title: string
  readonly from: string
  /** Whether the line stays as it is until a day, and this holds from then on; and that day. */
  readonly isLater: boolean
  readonly since: string
  readonly to: string
  readonly weekdays: readonly number[]
  readonly rhythm: Rhythm
  readonly everyWeeks: string
  readonly weeksOfMonth: readonly number[]
  readonly isWholeDay: boolean
  readonly start: string
  readonly end: string
  /** Whether it is for all counters, those that are added later too. */
  readonly isEverywhere: boolean
  readonly resourceIds: readonly string[]
  readonly publicResourceIds: readonly string[]
  readonly slotMinutes: string
  readonly onHolidays: boolean
}

export function draftOf(content: HoursContent, language: Language): HoursDraft {
  return {
    kind: content.kind, title: content.title, from: formatPlainDay(content.fromDay, language), isLater: false, since: '', to: content.toDay === null ? '' : formatPlainDay(content.toDay, language),
    weekdays: content.weekdays, rhythm: content.weeksOfMonth.length > 0 ? 'monthly' : content.everyWeeks > 1 ? 'every' : 'weekly', everyWeeks: String(Math.max(2, content.everyWeeks)),
    weeksOfMonth: content.weeksOfMonth.length > 0 ? content.weeksOfMonth : [1], isWholeDay: isWholeDay(content), start: isWholeDay(content) ? '' : content.startTime, end: isWholeDay(content) ? '' : content.endTime,
    isEverywhere: content.resourceIds.length === 0, resourceIds: content.resourceIds, publicResourceIds: content.publicResourceIds, slotMinutes: String(content.slotMinutes), onHolidays: content.onHolidays,
  }
}

/** Where something is wrong, in the words of the form. */
export type HoursField = 'from' | 'since' | 'to' | 'weekdays' | 'everyWeeks' | 'weeksOfMonth' | 'start' | 'end' | 'resourceIds' | 'publicResourceIds' | 'slotMinutes'
export type HoursWrong = 'day' | 'time' | 'number' | 'none' | 'order' | 'too-short' | 'not-listed' | 'never' | 'not-after' | 'over'

export interface ReadHours {
  /** What was typed as a line; undefined as long as something cannot be read. */
  readonly content: HoursContent | undefined
  readonly problems: Readonly<Partial<Record<HoursField, HoursWrong>>>
}

const whole = (text: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** Which field of the form shows what the rule says about a field of the line. */
const FIELD_OF: Readonly<Partial<Record<keyof HoursContent, HoursField>>> =
  { endTime: 'end', slotMinutes: 'slotMinutes', toDay: 'to', weeksOfMonth: 'weeksOfMonth', publicResourceIds: 'publicResourceIds' }

/** What was typed; `before` is the line as it stands, for one that holds from a day on. */
export function readHours(draft: HoursDraft, before: HoursContent): ReadHours {
  const typed = unreadable(draft)
  if (Object.keys(typed).length > 0) return { content: undefined, problems: typed }
  const content = contentIn(draft, before)
  const following = draft.isLater ? problemOfFollowing(before, content) : undefined
  const found = hoursProblems(content).flatMap(({ field, code }) => (FIELD_OF[field] ? [[FIELD_OF[field], code] as const] : []))
  return { content, problems: { ...Object.fromEntries(found), ...(following ? { since: following } : {}) } }
}

function unreadable(draft: HoursDraft): ReadHours['problems'] {
  const isOpen = draft.kind === 'open'
  return {
    ...(draft.isLater || parseDay(draft.from) ? {} : { from: 'day' }),
    ...(!draft.isLater || parseDay(draft.since) ? {} : { since: 'day' }),
    ...(draft.to.trim() === '' || parseDay(draft.to) ? {} : { to: 'day' }),
    ...(draft.weekdays.length > 0 ? {} : { weekdays: 'none' }),
    ...(draft.rhythm !== 'every' || whole(draft.everyWeeks, 2, 52) ? {} : { everyWeeks: 'number' }),
    ...(draft.rhythm !== 'monthly' || draft.weeksOfMonth.length > 0 ? {} : { weeksOfMonth: 'none' }),
    ...(draft.isWholeDay || parseClock(draft.start) ? {} : { start: 'time' }),
    ...(draft.isWholeDay || parseClock(draft.end) ? {} : { end: 'time' }),
    ...(draft.isEverywhere || draft.resourceIds.length > 0 ? {} : { resourceIds: 'none' }),
    ...(!isOpen || whole(draft.slotMinutes, 5, 240) ? {} : { slotMinutes: 'number' }),
  }
}

/** What can be read, as a line; counters that only one kind knows are left out of the others. */
function contentIn(draft: HoursDraft, before: HoursContent): HoursContent {
  const isOpen = draft.kind === 'open'
  const resourceIds = draft.isEverywhere ? [] : draft.resourceIds
  const isThere = (id: string): boolean => draft.isEverywhere || draft.resourceIds.includes(id)
  const everyWeeks = draft.rhythm === 'every' ? (whole(draft.everyWeeks, 2, 52) ?? 1) : 1
  const since = parseDay(draft.since)
  return HoursContent.parse({
    kind: draft.kind, title: draft.title.trim(), fromDay: draft.isLater && since ? followingDay(before, everyWeeks, since) : parseDay(draft.from), toDay: parseDay(draft.to) ?? null, weekdays: draft.weekdays.toSorted((one, other) => one - other),
    everyWeeks, weeksOfMonth: draft.rhythm === 'monthly' ? draft.weeksOfMonth.toSorted((one, other) => one - other) : [],
    startTime: draft.isWholeDay ? '00:00' : parseClock(draft.start), endTime: draft.isWholeDay ? '24:00' : parseClock(draft.end),
    resourceIds: resourceIds.map(id => ResourceId.parse(id)), publicResourceIds: isOpen ? draft.publicResourceIds.filter(isThere) : [],
    slotMinutes: isOpen ? whole(draft.slotMinutes, 5, 240) : 15, onHolidays: isOpen && draft.onHolidays,
  })
}
