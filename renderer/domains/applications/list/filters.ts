import type { ListQuery } from '../../../../shared/contract/applications.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'

export type Filters = ListQuery['filters']

/** The filters that are a choice among values. */
export const CHOICES = ['status', 'outcome', 'serviceId', 'locality', 'assigneeId', 'departmentId'] as const
export type Choice = (typeof CHOICES)[number]

/** The filters that are a bound in days. */
const DAYS = ['receivedFrom', 'receivedTo', 'decidedFrom', 'decidedTo', 'closedFrom', 'closedTo', 'dueFrom', 'dueTo', 'restsUntil'] as const

export const NO_FILTERS: Filters = {
  status: [], outcome: [], serviceId: [], locality: [], departmentId: [], assigneeId: [], receivedFrom: null, receivedTo: null, dueFrom: null, dueTo: null, restsUntil: null, form: [],
}

export const isFiltered = (filters: Filters): boolean =>
  CHOICES.some(choice => filters[choice].length > 0) || DAYS.some(day => (filters[day] ?? null) !== null) || (filters.channel ?? []).length > 0 || filters.form.length > 0 || isFromReport(filters)

/** By what only figures of the report ask for. */
const isFromReport = ({ isLate, sentBack, askedFor }: Filters): boolean => isLate === true || Boolean(sentBack) || Boolean(askedFor)

/** Whether a list is about ended cases: those deleted after their time of keeping are not in it, nor in any figure. */
export const isAboutEnded = ({ decidedFrom, closedFrom, sentBack }: Filters): boolean => Boolean(decidedFrom) || Boolean(closedFrom) || Boolean(sentBack)

/** The values come from the facets of the core, so they are what the contract wants; it checks them again. */
export const withChoice = (filters: Filters, choice: Choice, values: readonly string[]): Filters =>
  // Fields of the form belong to one service; in a list of others they mean nothing.
  ({ ...filters, [choice]: [...values], ...(choice === 'serviceId' ? { form: [] } : {}) })

export const PERIODS = ['today', 'week', 'month', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** The days of a period up to today, as they are in Berlin; the end stays open so that new cases come in. */
export function periodStart(period: Period, nowMs: number): string {
  const today = germanDayAt(nowMs)
  const starts = {
    today, week: germanDayAt(nowMs - 6 * 86_400_000), month: `${today.slice(0, 8)}01`, year: `${today.slice(0, 4)}-01-01`,
  } satisfies Record<Period, string>
  return starts[period]
}

export type DaysProblem = 'from' | 'to' | 'order'
