import * as z from 'zod'
import { occupiedBy } from '../../../shared/domains/halls/request-command.ts'
import { conflictsOf, holdsTime } from '../../../shared/domains/halls/hall-steps.ts'
import type { Times } from '../../../shared/domains/halls/prices.ts'
import { occurrencesOf, timesOn } from '../../../shared/domains/halls/series.ts'
import { TenantKind, type Hall, type HallBooking } from '../../../shared/domains/halls/tables.ts'
import { germanMoment, plusMonths } from '../../../shared/german-days.ts'
import type { Json } from '../../../shared/json.ts'

export const REPEATS = ['once', 'weekly', 'every-2', 'every-4', 'monthly'] as const
export type Repeat = (typeof REPEATS)[number]

/** What somebody has typed of a request. */
const RequestDraft = z.object({
  purpose: z.string(), persons: z.string(), kind: TenantKind, name: z.string(), organisation: z.string(), street: z.string(), postalCode: z.string(), place: z.string(),
  email: z.string(), phone: z.string(), channel: z.enum(['telephone', 'counter', 'letter']), note: z.string(),
  day: z.string(), lastDay: z.string(), startTime: z.string(), endTime: z.string(), repeat: z.enum(REPEATS), until: z.string(), withoutHolidays: z.boolean(),
})
export type RequestDraft = Readonly<z.infer<typeof RequestDraft>>

/** A request as it is kept until it is sent; the house is empty for the first one. */
const KeptRequest = RequestDraft.extend({ hallId: z.string() })
export type KeptRequest = Readonly<z.infer<typeof KeptRequest>>

export const EMPTY_REQUEST: KeptRequest = {
  hallId: '', purpose: '', persons: '', kind: 'resident', name: '', organisation: '', street: '', postalCode: '', place: '', email: '', phone: '', channel: 'telephone', note: '',
  day: '', lastDay: '', startTime: '14:00', endTime: '22:00', repeat: 'once', until: '', withoutHolidays: true,
}

/** What lies in the file of this desk; undefined for a draft of an older version that does not fit. */
export const keptRequestFrom = (stored: Json): KeptRequest | undefined => KeptRequest.safeParse(stored).data

/** Whether there is anything that somebody would miss. */
export const isBegun = ({ purpose, persons, name, organisation, street, postalCode, place, email, phone, note }: KeptRequest): boolean =>
  [purpose, persons, name, organisation, street, postalCode, place, email, phone, note].some(text => text.trim() !== '')

export interface ReadDays {
  readonly day: string
  readonly lastDay: string
  readonly startTime: string
  readonly endTime: string
  readonly until: string
}

const EVERY_WEEKS = { weekly: 1, 'every-2': 2, 'every-4': 4 } as const

/** The times that are asked for: one, or those of a series. */
export function wantedTimes({ day, lastDay, startTime, endTime, until }: ReadDays, repeat: Repeat, withoutHolidays: boolean): readonly Times[] {
  if (repeat === 'once') return [lastDay > day ? { startsAt: germanMoment(day, startTime), endsAt: germanMoment(lastDay, endTime) } : timesOn(day, startTime, endTime)]
  const rule = repeat === 'monthly' ? { kind: 'monthly', week: weekOfMonth(day) } as const : { kind: 'weekly', everyWeeks: EVERY_WEEKS[repeat] } as const
  return occurrencesOf({ firstDay: day, lastDay: until, rule, withoutHolidays, startTime, endTime })
}

/** The how-manieth such weekday of its month a day is; the fifth counts as the last. */
export function weekOfMonth(day: string): 1 | 2 | 3 | 4 | -1 {
  const week = Math.ceil(Number(day.slice(8)) / 7)
  return week === 1 || week === 2 || week === 3 || week === 4 ? week : -1
}

export interface Judged {
  /** What will be asked for. */
  readonly times: readonly Times[]
  /** Left out of a series because somebody else has the time; of a single one, who has it. */
  readonly taken: readonly Times[]
  /** Asked for by others as well. */
  readonly alsoWanted: number
}

/** What of the times wanted can be asked for. A series leaves out what is taken; a single time is asked for all the same. */
export function judged(hall: Hall, wanted: readonly Times[], bookings: readonly HallBooking[]): Judged {
  const others = (times: Times): readonly HallBooking[] => conflictsOf({ hallId: hall.id, ...occupiedBy(hall, times) }, bookings)
  const taken = wanted.filter(times => others(times).some(holdsTime))
  const times = wanted.length > 1 ? wanted.filter(one => !taken.includes(one)) : wanted
  return { times, taken, alsoWanted: times.filter(one => others(one).some(other => !holdsTime(other))).length }
}

/** The longest a series may go on. */
export const latestUntil = (day: string): string => plusMonths(day, 12)
