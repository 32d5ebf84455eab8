import { askedSql } from '../../cache/asked-questions.ts'
import type { ReaderQuery } from '../../cache/reader-request.ts'
import { ENDS_A_PAUSE, firstStretch, IS_IN_TIME, stretchOf, TENTHS } from '../../cache/report-columns.ts'

/** What a report looks at; moments as texts that sort, days as `2026-11-22`. */
export interface Looked {
  readonly departments: readonly string[]
  /** Departments whose staff agreed to figures per person. */
  readonly agreed: readonly string[]
  readonly now: string
  /** Both periods in one: from the first day of the one before, up to the end of the later one (not included). */
  readonly beforeFrom: string
  readonly from: string
  readonly until: string
  /** An answer that is waited for longer than this is not told from the time worked. */
  readonly pausesFrom: string
}

type Value = string | number

/** A part of SQL with the values of its question marks, so that neither can get lost. */
interface Part {
  readonly sql: string
  readonly values: readonly Value[]
}

/** The sign keeps the planner from walking one department after the other, which would lose the order of the index. */
const oneOf = (column: string, values: readonly string[]): Part => ({ sql: `+${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] })

const all = (...parts: readonly (Part | string)[]): Part => ({
  sql: parts.map(part => (typeof part === 'string' ? part : part.sql)).join(' AND '),
  values: parts.flatMap(part => (typeof part === 'string' ? [] : part.values)),
})

const within = (column: string, from: string, until: string): Part => ({ sql: `${column} >= ? AND ${column} < ?`, values: [from, until] })

/** The days of both periods, as stretches of an index. */
const onDays = (column: string, { beforeFrom, until }: Looked): Part => within(stretchOf(column), firstStretch(beforeFrom), firstStretch(until))

interface Added {
  readonly index: string
  readonly columns: Part
  readonly where: Part
  /** Columns by their places. Where rows are many they stand in the order of the index, or everything would have to be sorted. */
  readonly groupBy: string
}

/**
 * Adds up rows of `applications`, and the same for own pending changes instead of the rows they replace: a group may come
 * twice. The index is named: others look cheaper to the planner and are not.
 */
function added({ index, columns, where, groupBy }: Added): ReaderQuery {
  const values = [...columns.values, ...where.values]
  return {
    sql: `SELECT ${columns.sql} FROM applications INDEXED BY ${index} WHERE ${where.sql} AND number NOT IN (SELECT number FROM applications_overlay) GROUP BY ${groupBy}
      UNION ALL SELECT ${columns.sql} FROM applications_overlay WHERE ${where.sql} GROUP BY ${groupBy}`,
    values: [...values, ...values],
  }
}

const plain = (sql: string): Part => ({ sql, values: [] })

const OPEN = "status NOT IN ('decided', 'closed')"

/** Per service: open, unassigned, proposed, overdue, waiting, when the oldest came in, and then how many of each age. */
export function standing({ departments, now }: Looked, ages: readonly (readonly [from: string, until: string])[]): ReaderQuery {
  const columns = {
    sql: `service_id, count(*), count(*) - count(assignee_id), count(*) FILTER (WHERE status = 'proposed'), count(*) FILTER (WHERE due_at < ?), count(suspended_at),
      min(received_at)${ages.map(() => ', count(*) FILTER (WHERE received_at >= ? AND received_at < ?)').join('')}`,
    values: [now, ...ages.flat()],
  }
  return added({ index: 'applications_report_open', columns, where: all(OPEN, oneOf('department_id', departments)), groupBy: '1' })
}

/** Per person: id, open, overdue, waiting. */
export function load({ agreed, now }: Looked): ReaderQuery {
  const columns = { sql: 'assignee_id, count(*), count(*) FILTER (WHERE due_at < ?), count(suspended_at)', values: [now] }
  return added({ index: 'applications_report_open', columns, where: all(OPEN, oneOf('department_id', agreed), 'assignee_id IS NOT NULL'), groupBy: '1' })
}

/** Per stretch of time and channel: how many came in. `germanDayOf` reads the stretch. */
export const received = (looked: Looked): ReaderQuery => added({
  index: 'applications_report_received', columns: plain(`${stretchOf('received_at')}, channel, count(*)`),
  where: all(oneOf('department_id', looked.departments), onDays('received_at', looked)), groupBy: '1, 2',
})

const ENDED = 'decided_at IS NOT NULL'

const decidedIn = (looked: Looked): Part => all(ENDED, oneOf('department_id', looked.departments), onDays('decided_at', looked))

/** Per stretch of time: how many were decided. */
export const decided = (looked: Looked): ReaderQuery => added({
  index: 'applications_report_days', columns: plain(`${stretchOf('decided_at')}, count(*)`), where: decidedIn(looked), groupBy: '1',
})

/** Per stretch of time: how many were closed without a decision. */
export const closed = ({ departments, beforeFrom, until }: Looked): ReaderQuery => added({
  index: 'applications_report_closed', columns: plain(`${stretchOf('closed_at')}, count(*)`),
  where: all('decided_at IS NULL', oneOf('department_id', departments), within('closed_at', beforeFrom, until)), groupBy: '1',
})

/** Per department, service and person: decided, of those with a period, of those in time, in the later period and in both. */
export function decidedBy(looked: Looked): ReaderQuery {
  const [from, isNow] = [firstStretch(looked.from), `FILTER (WHERE ${stretchOf('decided_at')} >= ?)`]
  const columns = {
    sql: `department_id, service_id, assignee_id, count(*) ${isNow}, count(${IS_IN_TIME}) ${isNow}, coalesce(sum(${IS_IN_TIME}) ${isNow}, 0),
      count(*), count(${IS_IN_TIME}), coalesce(sum(${IS_IN_TIME}), 0)`,
    values: [from, from, from],
  }
  return added({ index: 'applications_report_work', columns, where: decidedIn(looked), groupBy: '1, 2, 3' })
}

/** Per service and tenths of days from receipt to decision: how many, in the later period and in both. */
export function times(looked: Looked): ReaderQuery {
  const columns = { sql: `service_id, ${TENTHS}, count(*) FILTER (WHERE ${stretchOf('decided_at')} >= ?), count(*)`, values: [firstStretch(looked.from)] }
  return added({ index: 'applications_report_times', columns, where: decidedIn(looked), groupBy: '1, 2' })
}

/** Cases by their ids, out of the narrow index of lists: at random places their wide rows are as many pages with forms in them. */
const casesOf = (ids: string): string =>
  `CROSS JOIN applications INDEXED BY applications_listed ON applications.number = (SELECT keyed.number FROM applications AS keyed WHERE keyed.id = ${ids})`

/** Per application: seconds for which its clock stood. It stands from a request on until the answer, a proposal or the end. */
const PAUSES = `stands AS MATERIALIZED (
    SELECT application_id, at AS began, (SELECT min(later.at) FROM application_events later INDEXED BY application_events_resumed
      WHERE later.application_id = asked.application_id AND later.at > asked.at AND later.${ENDS_A_PAUSE}) AS ended
    FROM application_events asked INDEXED BY application_events_asked WHERE kind = 'asked' AND at >= ? AND at < ?),
  pauses AS MATERIALIZED (
    SELECT application_id, sum(seconds) AS seconds FROM (
      SELECT application_id, unixepoch(ended) - unixepoch(min(began)) AS seconds FROM stands WHERE ended IS NOT NULL GROUP BY application_id, ended)
    GROUP BY application_id)`

/** Cases whose clock stood: whether in the later period, service, tenths as `times` counted them, and without that time. */
export function pauses(looked: Looked): ReaderQuery {
  const where = all(ENDED, oneOf('department_id', looked.departments), within('decided_at', looked.beforeFrom, looked.until))
  const columns = `decided_at >= ?, service_id, ${TENTHS}, CAST(round((unixepoch(decided_at) - unixepoch(received_at) - seconds) / 8640.0) AS INTEGER)`
  const values = [looked.from, ...where.values]
  return {
    sql: `WITH ${PAUSES}
      SELECT ${columns} FROM pauses ${casesOf('pauses.application_id')}
        WHERE ${where.sql} AND number NOT IN (SELECT number FROM applications_overlay)
      UNION ALL SELECT ${columns} FROM pauses CROSS JOIN applications_overlay AS own ON own.id = pauses.application_id WHERE ${where.sql}`,
    values: [looked.pausesFrom, looked.until, ...values, ...values],
  }
}

const RETURNED = `FROM decisions INDEXED BY decisions_returned ${casesOf('decisions.application_id')}
  WHERE decisions.state IN ('returned', 'rejected') AND settled_at >= ? AND settled_at < ?`

/** Cases of which a proposal was sent back: whether in the later period, department, service, returned, rejected, decided in that period too. */
export function returned({ departments, beforeFrom, from, until }: Looked): ReaderQuery {
  const inDepartments = oneOf('department_id', departments)
  return {
    sql: `SELECT settled_at >= ?, department_id, service_id, max(decisions.state = 'returned'), max(decisions.state = 'rejected'),
      max(coalesce(CASE WHEN settled_at >= ? THEN decided_at >= ? AND decided_at < ? ELSE decided_at >= ? AND decided_at < ? END, 0))
      ${RETURNED} AND ${inDepartments.sql} GROUP BY 1, application_id`,
    values: [from, from, from, until, beforeFrom, from, beforeFrom, until, ...inDepartments.values],
  }
}

const MOST_RETURNS = 40

/** The newest proposals sent back: case, reference, service, state, when, why. */
export function returns({ departments, from, until }: Looked): ReaderQuery {
  const inDepartments = oneOf('department_id', departments)
  return {
    sql: `SELECT application_id, reference, service_id, decisions.state, settled_at, settle_reason ${RETURNED} AND ${inDepartments.sql} ORDER BY settled_at DESC LIMIT ${MOST_RETURNS}`,
    values: [from, until, ...inDepartments.values],
  }
}

/** What citizens were asked for in the later period: service, label (see `askedSql`), of how many cases. */
export function asked({ departments, from, until }: Looked): ReaderQuery {
  const where = all(within('at', from, until), oneOf('asked.department_id', departments))
  return { sql: `SELECT service_id, label, count(DISTINCT application_id) FROM (${askedSql(where.sql)}) GROUP BY 1, 2`, values: where.values }
}
