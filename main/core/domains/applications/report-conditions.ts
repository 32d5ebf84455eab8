import type { ListQuery } from '../../../../shared/contract/applications.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { askedSql } from '../../cache/asked-questions.ts'
import type { Condition } from './one-condition.ts'

type Filters = ListQuery['filters']

/** The cases behind figures of the report, counted there in the same way: see `main/core/domains/reports/sources.ts`. */
export const reportConditions = (filters: Filters): readonly Condition[] => [
  ...(filters.isLate ? [LATE] : []),
  ...closed(filters),
  ...(filters.sentBack ? [sentBack(filters.sentBack)] : []),
  ...(filters.askedFor ? [askedFor(filters.askedFor, filters.serviceId)] : []),
]

/** With a bound that every day fulfils: so the index of late cases is searched, and a filter by days narrows it. */
const LATE: Condition = { sql: "decided_at > due_at AND decided_at >= ''", values: [] }

function closed({ closedFrom = null, closedTo = null }: Filters): readonly Condition[] {
  if (closedFrom === null && closedTo === null) return []
  const values = [closedFrom === null ? '' : startOfGermanDay(closedFrom), closedTo === null ? NEVER : dayAfter(closedTo)]
  return [{ sql: 'closed_at >= ? AND closed_at < ? AND decided_at IS NULL', values }]
}

/** After every moment there is. */
const NEVER = '9999'

const dayAfter = (day: string): string => startOfGermanDay(plusCalendarDays(day, 1))

/** The service's rows alone, as in the figure: a proposal sent back here counts once it is transferred. */
function sentBack({ from, to, how }: NonNullable<Filters['sentBack']>): Condition {
  const state = how === 'either' ? '' : ` AND state = '${how}'`
  return {
    sql: `id IN (SELECT application_id FROM decisions WHERE state IN ('returned', 'rejected')${state} AND settled_at >= ? AND settled_at < ?)`,
    values: [startOfGermanDay(from), dayAfter(to)],
  }
}

/** With the service, which every figure of this kind names, only its own requests are read. */
function askedFor({ from, to, label }: NonNullable<Filters['askedFor']>, services: readonly string[]): Condition {
  const [service, ...others] = services
  const only = service !== undefined && others.length === 0 ? [service] : []
  return {
    sql: `id IN (SELECT application_id FROM (${askedSql(`at >= ? AND at < ?${only.length > 0 ? ' AND asked.service_id = ?' : ''}`)}) WHERE label = ?)`,
    values: [startOfGermanDay(from), dayAfter(to), ...only, label],
  }
}
