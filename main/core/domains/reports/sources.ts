import type { ReaderQuery } from '../../cache/reader-request.ts'

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

const oneOf = (column: string, values: readonly string[]): Part => ({ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] })

const all = (...parts: readonly (Part | string)[]): Part => ({
  sql: parts.map(part => (typeof part === 'string' ? part : part.sql)).join(' AND '),
  values: parts.flatMap(part => (typeof part === 'string' ? [] : part.values)),
})

const within = (column: string, from: string, until: string): Part => ({ sql: `${column} >= ? AND ${column} < ?`, values: [from, until] })

/** Rows of `applications` with own pending changes, so far as they fulfil a condition. The index is named: others look cheaper to the planner and are not. */
function effective(index: string, columns: string, where: Part): Part {
  return {
    sql: `SELECT ${columns} FROM applications INDEXED BY ${index} WHERE ${where.sql} AND number NOT IN (SELECT number FROM applications_overlay)
      UNION ALL SELECT ${columns} FROM applications_overlay WHERE ${where.sql}`,
    values: [...where.values, ...where.values],
  }
}

const OPEN = "status NOT IN ('decided', 'closed')"

/** One row: open, unassigned, proposed, overdue, waiting, and then how many of each age. */
export function standing({ departments, now }: Looked, ages: readonly (readonly [from: string, until: string])[]): ReaderQuery {
  const rows = effective('applications_report_open', 'received_at, due_at, suspended_at, assignee_id, status', all(OPEN, oneOf('department_id', departments)))
  return {
    sql: `SELECT count(*), count(*) - count(assignee_id), count(*) FILTER (WHERE status = 'proposed'), count(*) FILTER (WHERE due_at < ?), count(suspended_at)
      ${ages.map(() => ', count(*) FILTER (WHERE received_at >= ? AND received_at < ?)').join('')} FROM (${rows.sql})`,
    values: [now, ...ages.flat(), ...rows.values],
  }
}

/** Per person: id, open, overdue, waiting. */
export function load({ agreed, now }: Looked): ReaderQuery {
  const rows = effective('applications_report_open', 'due_at, suspended_at, assignee_id', all(OPEN, oneOf('department_id', agreed), 'assignee_id IS NOT NULL'))
  return {
    sql: `SELECT assignee_id, count(*), count(*) FILTER (WHERE due_at < ?), count(suspended_at) FROM (${rows.sql}) GROUP BY 1`,
    values: [now, ...rows.values],
  }
}

/**
 * The day in UTC, and the hour with it late in the evening: in Germany the next day begins at 22 or 23 o'clock UTC, and
 * never at another hour. `germanDayOf` reads it.
 */
const stretch = (column: string): string =>
  `CASE WHEN substr(${column}, 12, 2) >= '22' THEN substr(${column}, 1, 13) ELSE substr(${column}, 1, 10) END`

/** Per stretch of time and channel: how many came in. */
export function received({ departments, beforeFrom, until }: Looked): ReaderQuery {
  const rows = effective('applications_report_received', 'received_at, channel', all(oneOf('department_id', departments), within('received_at', beforeFrom, until)))
  return { sql: `SELECT ${stretch('received_at')}, channel, count(*) FROM (${rows.sql}) GROUP BY 1, 2`, values: rows.values }
}

const decidedRows = (columns: string, { departments, beforeFrom, until }: Looked): Part =>
  effective('applications_report_decided', columns, all(oneOf('department_id', departments), within('decided_at', beforeFrom, until)))

/** Per stretch of time: how many were decided, or closed without a decision. */
export function ended(column: 'decided_at' | 'closed_at', looked: Looked): ReaderQuery {
  const { departments, beforeFrom, until } = looked
  const rows = column === 'decided_at'
    ? decidedRows('decided_at', looked)
    : effective('applications_report_closed', 'closed_at', all(oneOf('department_id', departments), within('closed_at', beforeFrom, until)))
  return { sql: `SELECT ${stretch(column)}, count(*) FROM (${rows.sql}) GROUP BY 1`, values: rows.values }
}

/** Per period, department, service and person: decided, of those with a period, of those in time. */
export function decidedBy(looked: Looked): ReaderQuery {
  const rows = decidedRows('department_id, decided_at, service_id, due_at, assignee_id', looked)
  return {
    sql: `SELECT decided_at >= ?, department_id, service_id, coalesce(assignee_id, ''), count(*), count(due_at), count(*) FILTER (WHERE decided_at <= due_at)
      FROM (${rows.sql}) GROUP BY 1, 2, 3, 4`,
    values: [looked.from, ...rows.values],
  }
}

/** Per application: seconds for which its clock stood. It stands from a request on until the answer, a proposal or the end. */
const PAUSES = `SELECT number, sum(seconds) AS seconds FROM (
    SELECT application_id, unixepoch(ended) - unixepoch(min(began)) AS seconds FROM (
      SELECT application_id, at AS began, (SELECT min(later.at) FROM application_events later
        WHERE later.application_id = asked.application_id AND later.at > asked.at AND later.kind IN ('resumed', 'proposed', 'closed')) AS ended
      FROM application_events asked INDEXED BY application_events_asked WHERE kind = 'asked' AND at >= ? AND at < ?)
    WHERE ended IS NOT NULL GROUP BY application_id, ended)
  JOIN applications ON applications.id = application_id GROUP BY number`

/** Per period, service and time taken in tenths of days: how many. */
export function times(looked: Looked): ReaderQuery {
  const rows = decidedRows('number, decided_at, service_id, received_at', looked)
  return {
    sql: `WITH pauses AS MATERIALIZED (${PAUSES})
      SELECT decided_at >= ?, service_id,
        max(0, CAST(round((unixepoch(decided_at) - unixepoch(received_at) - coalesce(seconds, 0)) / 8640.0) AS INTEGER)), count(*)
      FROM (${rows.sql}) AS decided LEFT JOIN pauses ON pauses.number = decided.number GROUP BY 1, 2, 3`,
    values: [looked.pausesFrom, looked.until, looked.from, ...rows.values],
  }
}

const RETURNED = `FROM decisions INDEXED BY decisions_returned JOIN applications ON applications.id = application_id
  WHERE state IN ('returned', 'rejected') AND settled_at >= ? AND settled_at < ?`

/** Per period, department, service, author and state: proposals that were sent back. */
export function returned({ departments, beforeFrom, from, until }: Looked): ReaderQuery {
  const inDepartments = oneOf('department_id', departments)
  return {
    sql: `SELECT settled_at >= ?, department_id, service_id, proposed_by, state, count(*) ${RETURNED} AND ${inDepartments.sql} GROUP BY 1, 2, 3, 4, 5`,
    values: [from, beforeFrom, until, ...inDepartments.values],
  }
}

const MOST_RETURNS = 40

/** The newest proposals sent back: case, reference, service, state, when, why. */
export function returns({ departments, from, until }: Looked): ReaderQuery {
  const inDepartments = oneOf('department_id', departments)
  return {
    sql: `SELECT application_id, reference, service_id, state, settled_at, settle_reason ${RETURNED} AND ${inDepartments.sql} ORDER BY settled_at DESC LIMIT ${MOST_RETURNS}`,
    values: [from, until, ...inDepartments.values],
  }
}

/** What citizens were asked for in the later period: service, form, text. */
export function asked({ departments, from, until }: Looked): ReaderQuery {
  const inDepartments = oneOf('department_id', departments)
  return {
    sql: `SELECT service_id, form_id, text FROM application_events INDEXED BY application_events_asked
      JOIN applications ON applications.id = application_id WHERE kind = 'asked' AND at >= ? AND at < ? AND ${inDepartments.sql}`,
    values: [from, until, ...inDepartments.values],
  }
}
