import { Temporal } from 'temporal-polyfill'

/** The rule of a series (RRULE), as far as calendars of people have it: by days, weeks, months and years. */
export interface SeriesRule {
  readonly every: 'day' | 'week' | 'month' | 'year'
  readonly interval: number
  readonly count: number | null
  /** `20261231` or `20261231T225959Z`: not after this. */
  readonly until: string | null
  /** 1 for Monday; `nth` counts within the month or year, from the end if negative; null for every one. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | null }[]
  readonly monthDays: readonly number[]
  readonly months: readonly number[]
  /** Which of the days of a period; from the end if negative. */
  readonly positions: readonly number[]
  readonly weekStart: number
}

const EVERY = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'])

/** Null for a rule that makes no sense, or one of those hardly anybody has (by the hour, by the number of the week). */
export function readRule(text: string): SeriesRule | null {
  const parts = new Map(text.trim().toUpperCase().split(';').filter(Boolean).map(part => part.split('=', 2) as [string, string | undefined]))
  const every = EVERY[parts.get('FREQ') as keyof typeof EVERY] as SeriesRule['every'] | undefined
  const interval = wholes(parts.get('INTERVAL') ?? '1', 1, 1_000)
  const count = wholes(parts.get('COUNT'), 1, 100_000)
  const monthDays = wholes(parts.get('BYMONTHDAY'), -31, 31)
  const months = wholes(parts.get('BYMONTH'), 1, 12)
  const positions = wholes(parts.get('BYSETPOS'), -366, 366)
  const weekdays = weekdaysOf(parts.get('BYDAY'))
  const until = parts.get('UNTIL') ?? null
  const [step] = interval ?? []
  if (!every || step === undefined || !count || !monthDays || !months || !positions || !weekdays || [...parts.keys()].some(name => !KNOWN.has(name))) return null
  if (until !== null && !/^\d{8}(?:T\d{6}Z?)?$/.test(until)) return null
  return { every, interval: step, count: count[0] ?? null, until, weekdays, monthDays, months, positions, weekStart: weekdayOf(parts.get('WKST') ?? 'MO') || 1 }
}

/** Whole numbers between two bounds, none of them 0; null if there is anything else. */
function wholes(text: string | undefined, least: number, most: number): readonly number[] | null {
  if (text === undefined) return []
  const found = text.split(',').map(one => (/^[+-]?\d{1,6}$/.test(one) ? Number(one) : Number.NaN))
  return found.every(one => one !== 0 && one >= least && one <= most) ? found : null
}

function weekdaysOf(text: string | undefined): SeriesRule['weekdays'] | null {
  if (text === undefined) return []
  const found = text.split(',').map(one => {
    const [, nth, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(one) ?? []
    return { weekday: weekdayOf(name), nth: nth === undefined ? null : Number(nth) }
  })
  return found.every(({ weekday, nth }) => weekday > 0 && nth !== 0) ? found : null
}

const weekdayOf = (name: string): number => WEEKDAYS.findIndex(one => one === name) + 1

/** Between which days a series is looked at, and how many days may be looked at before it is given up. */
export interface SeriesSearch {
  readonly notBefore: Temporal.PlainDate
  readonly notAfter: Temporal.PlainDate
  readonly budget: { days: number }
}

/** The days of a series in order, from its start on. */
export function* daysOfSeries(rule: SeriesRule, start: Temporal.PlainDate, { notBefore, notAfter, budget }: SeriesSearch): Generator<Temporal.PlainDate> {
  let given = 0
  const skipped = rule.count === null ? periodsBefore(rule, start, notBefore) : 0
  for (let index = skipped; ; index++) {
    const period = periodStart(rule, start).add(stepsOf(rule, index))
    if (Temporal.PlainDate.compare(period, notAfter) > 0) return
    budget.days -= lengthOf(rule, period)
    if (budget.days < 0) throw new Error('a series is too long')
    const days = periodDays(rule, start, period)
    for (const day of chosen(days, rule.positions)) {
      if (Temporal.PlainDate.compare(day, start) < 0) continue
      if (rule.count !== null && given >= rule.count) return
      given++
      yield day
    }
  }
}

const stepsOf = ({ every, interval }: SeriesRule, index: number): { readonly [Unit in 'days' | 'weeks' | 'months' | 'years']?: number } => ({ [`${every}s`]: index * interval })

/** Whole periods that end before a day: nothing in them has to be looked at. */
function periodsBefore(rule: SeriesRule, start: Temporal.PlainDate, notBefore: Temporal.PlainDate): number {
  const passed = periodStart(rule, start).until(notBefore, { largestUnit: rule.every })[`${rule.every}s`]
  return Math.max(0, Math.floor(passed / rule.interval) - 1)
}

function periodStart({ every, weekStart }: SeriesRule, day: Temporal.PlainDate): Temporal.PlainDate {
  if (every === 'week') return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 })
  return every === 'month' ? day.with({ day: 1 }) : every === 'year' ? day.with({ month: 1, day: 1 }) : day
}

/** The days of one period on which the rule holds, in order. */
function periodDays(rule: SeriesRule, start: Temporal.PlainDate, period: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const days = Array.from({ length: lengthOf(rule, period) }, (_, index) => period.add({ days: index }))
  return days.filter(day => isInMonth(rule, day, start) && isOnMonthDay(rule, day, start) && isOnWeekday(rule, day, start))
}

const lengthOf = ({ every }: SeriesRule, period: Temporal.PlainDate): number =>
  every === 'day' ? 1 : every === 'week' ? 7 : every === 'month' ? period.daysInMonth : period.daysInYear

function isInMonth({ every, months, weekdays, monthDays }: SeriesRule, { month }: Temporal.PlainDate, start: Temporal.PlainDate): boolean {
  if (months.length > 0) return months.includes(month)
  return every !== 'year' || weekdays.length > 0 || monthDays.length > 0 || month === start.month
}

function isOnMonthDay({ every, monthDays, weekdays }: SeriesRule, { day, daysInMonth }: Temporal.PlainDate, start: Temporal.PlainDate): boolean {
  if (monthDays.length > 0) return monthDays.includes(day) || monthDays.includes(day - daysInMonth - 1)
  return every === 'day' || every === 'week' || weekdays.length > 0 || day === start.day
}

function isOnWeekday({ every, weekdays, months }: SeriesRule, date: Temporal.PlainDate, start: Temporal.PlainDate): boolean {
  if (weekdays.length === 0) return every !== 'week' || date.dayOfWeek === start.dayOfWeek
  const isOfYear = every === 'year' && months.length === 0
  const [day, length] = isOfYear ? [date.dayOfYear, date.daysInYear] : [date.day, date.daysInMonth]
  return weekdays.some(({ weekday, nth }) => weekday === date.dayOfWeek && (nth === null || nth === Math.ceil(day / 7) || nth === -Math.ceil((length - day + 1) / 7)))
}

const chosen = (days: readonly Temporal.PlainDate[], positions: readonly number[]): readonly Temporal.PlainDate[] =>
  (positions.length === 0 ? days : days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length)))
